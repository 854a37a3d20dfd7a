"""The lists of places that the sources of one act give, and their differences."""

from collections.abc import Iterable, Sequence
from typing import Final

from geo.evidence import Place
from geo.ui.html import markup
from geo.ui.html.badges import QUIET, act_heading, role_shape, source_names, sources_by_name
from geo.ui.html.links import question_link, source_link, view_link
from geo.ui.html.list_limits import place_names
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.view import ActSets, Difference, NamedSet, RoleSets, View
from geo.view.labels import ROLE_LABELS, source_label

MOST_ACTS_WITH_LISTS: Final = 12
"""Acts whose lists stand on one page; of more, each has its lists where it is on alone."""
MOST_DIFFERENCES: Final = 12
"""Sentences on how two lists of one role differ; further ones are counted."""
MOST_REMARKS: Final = 24
"""Remarks on the lists of one act; further ones are counted."""
_FEWER_NAMES: Final = 30
_LEAST_NAMES: Final = 5
_NAMES_OF_ACTS: Final = 100
"""Names of places in a line of the lists, of which there may be two for every source; fewer where many acts share the page."""


def lists_of_acts(acts: Sequence[ActSets], page: Page) -> Markup:
    """Return the lists of each act; of many acts the ways to them."""
    if len(acts) <= MOST_ACTS_WITH_LISTS:
        return markup.element("div", *(act_lists(sets, page) for sets in acts), classes="beside")
    words = page.context.words
    ways = (
        markup.text(
            "a", page.context.act_name(sets.authorisation_id), href=f"?auth={sets.authorisation_id}&view={View.COMPARE}"
        )
        for sets in acts
    )
    return markup.element(
        "section",
        markup.text("h2", words("The lists of the sources")),
        markup.element(
            "p", words("They stand with each act where it is on alone:"), " ", markup.join(ways, " · "), classes="note"
        ),
        classes="compare",
    )


def act_lists(sets: ActSets, page: Page) -> Markup:
    """Return the list of each source of one act by role, the differences, and remarks on them."""
    words = page.context.words
    nothing = markup.text("p", words("No place that is shown is named under it."), classes="note")
    parts = [_role_sets(found, page) for found in sets.roles] or [nothing]
    if sets.sources_without_places:
        label = words("Of these sources none of the places shown is recorded:")
        parts.append(markup.element("p", label, " ", source_names(sets.sources_without_places, page), classes="note"))
    remarks = markup.element("div", *_first_remarks(sets, page), classes="remarks")
    return markup.element(
        "section",
        markup.text("p", words("The lists of its sources"), classes="kicker"),
        act_heading("h2", sets.authorisation_id, page),
        *parts,
        remarks,
        classes="compare",
    )


def _role_sets(found: RoleSets, page: Page) -> Markup:
    words = page.context.words
    shape = role_shape(found.role, QUIET[page.theme])
    heading = markup.element("h3", shape, markup.text("span", words(ROLE_LABELS[found.role])))
    lists = [_named_set(named, found, page) for named in found.sets]
    if len(found.sets) > 1:
        label = words.plural("{count} place in every list", "{count} places in every list", len(found.common))
        lists.insert(0, _line(markup.text("span", label), _names(found.common, page), classes="common"))
    differences = markup.element("ul", *_differences(found, page), classes="differences")
    return markup.element("div", heading, markup.element("dl", *lists), differences, classes="lists")


def _named_set(named: NamedSet, found: RoleSets, page: Page) -> Markup:
    words = page.context.words
    count = words.plural("{count} place", "{count} places", len(named.places))
    head = markup.join((sources_by_name(named.source_groups, page), " ", markup.text("small", count)))
    if len(found.sets) == 1:
        return _line(head, _names(named.places, page))
    common = {place.place_id for place in found.common}
    extra = tuple(place for place in named.places if place.place_id not in common)
    if not extra:
        return _line(head, markup.text("span", words("no other place"), classes="quiet"))
    also = markup.text("span", words("also:"), classes="quiet")
    return _line(head, markup.join((also, " ", _names(extra, page))))


def _line(head: Markup, body: Markup, *, classes: str = "") -> Markup:
    return markup.element("div", markup.element("dt", head), markup.element("dd", body), classes=f"list {classes}".strip())


def _differences(found: RoleSets, page: Page) -> Iterable[Markup]:
    """Yield the differences of each pair of lists, the longest lists first."""
    sides = [side for difference in found.differences for side in _sides(difference)]
    for named, other, places in sides[:MOST_DIFFERENCES]:
        yield _difference(named, other, places, page)
    rest = len(sides) - MOST_DIFFERENCES
    if rest > 0:
        more = page.context.words.plural(
            "{count} more difference between two lists", "{count} more differences between two lists", rest
        )
        yield markup.element("li", view_link(View.TABLE, more))


def _sides(difference: Difference) -> Iterable[tuple[NamedSet, NamedSet, Sequence[Place]]]:
    """Yield the list that has places which the other has not, the other, and these places; then the other way round."""
    if difference.only_first:
        yield difference.first, difference.second, difference.only_first
    if difference.only_second:
        yield difference.second, difference.first, difference.only_second


def _difference(named: NamedSet, other: NamedSet, places: Sequence[Place], page: Page) -> Markup:
    words, sources = page.context.words, page.context.evidence.sources
    these, those = (
        words.listing([source_label(sources[source_id], words) for source_id in each.sources]) for each in (named, other)
    )
    sentence = words("In {these}, not in {those}:", these=these, those=those)
    return markup.element("li", markup.text("span", sentence), " ", markup.element("b", _names(places, page)))


def _names(places: Sequence[Place], page: Page) -> Markup:
    share = _NAMES_OF_ACTS // max(1, len(page.context.state.authorisations))
    return place_names(places, page.context.words, most=max(_LEAST_NAMES, min(_FEWER_NAMES, share)))


def _first_remarks(sets: ActSets, page: Page) -> Iterable[Markup]:
    remarks = tuple(_remarks(sets, page))
    yield from remarks[:MOST_REMARKS]
    rest = len(remarks) - MOST_REMARKS
    if rest > 0:
        more = page.context.words.plural("{count} more remark on these lists", "{count} more remarks on these lists", rest)
        yield markup.element("p", view_link(View.TABLE, more), classes="note")


def _remarks(sets: ActSets, page: Page) -> Iterable[Markup]:
    """Yield remarks: what is known of each disagreement, notes of the contested places, claims about the lists."""
    words, evidence = page.context.words, page.context.evidence
    for disagreement in sets.disagreements:
        known = words.of(disagreement, "known") or words("Why they differ is not known.")
        yield _remark(question_link(disagreement, words), known)
    for place in sets.contested:
        note = words.of(place, "note")
        if note:
            yield _remark(markup.text("b", words.of(place, "name")), note)
    for claim in sets.remarks:
        yield _remark(source_link(evidence.sources[claim.source_id], words), words.of(claim, "statement"))


def _remark(head: Markup, body: str) -> Markup:
    return markup.element("p", head, " ", markup.text("span", body), classes="note")
