"""The lists of places that the sources of one act give, and where they differ."""

from collections.abc import Iterable, Sequence
from typing import Final

from geo.evidence import Place
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.badges import QUIET, act_heading, role_shape, voices_html
from geo.ui.html.links import way
from geo.ui.html.list_limits import names_html
from geo.ui.page import Page
from geo.view import ActSets, Difference, NamedSet, RoleSets, View
from geo.view.labels import ROLE_LABELS

MOST_DIFFERENCES: Final = 12
"""Sentences on how two lists of one role differ; further ones are counted."""
MOST_REMARKS: Final = 24
"""Remarks on the lists of one act; further ones are counted."""
_FEWER_NAMES: Final = 30
"""Names of places in a line of the lists, of which there may be two for every source."""


def act_lists(sets: ActSets, page: Page) -> str:
    """Return what each source lists under one act, role by role, and what is known of the differences."""
    words = page.context.words
    nothing = markup.text("p", words("No place that is shown is named under it."), classes="note")
    parts = [_role_sets(found, page) for found in sets.roles] or [nothing]
    if sets.silent:
        label = markup.text("span", words("Of these sources none of the places shown is recorded:"))
        silent = markup.Markup(" ").join(markup.text("span", key, classes="voice") for key in sets.silent)
        parts.append(markup.element("p", label, " ", silent, classes="note"))
    kicker = markup.text("p", words("The lists of its sources"), classes="kicker")
    remarks = markup.element("div", *_first_remarks(sets, page), classes="remarks")
    return markup.element("section", kicker, act_heading("h2", sets.authorisation_id, page), *parts, remarks, classes="compare")


def _role_sets(found: RoleSets, page: Page) -> str:
    words = page.context.words
    colour = page.colours.get("", QUIET[page.theme])
    heading = markup.element("h3", role_shape(found.role, colour), markup.text("span", words(ROLE_LABELS[found.role])))
    named = [_named_set(item, found, words) for item in found.sets]
    if len(found.sets) > 1:
        label = words.plural("{count} place in every list", "{count} places in every list", len(found.common))
        named.insert(0, _line(markup.text("span", label), _named(found.common, words), classes="common"))
    differences = markup.element("ul", *_differences(found, words), classes="differences")
    return markup.element("div", heading, markup.element("dl", *named), differences, classes="lists")


def _named_set(item: NamedSet, found: RoleSets, words: Translator) -> str:
    count = words.plural("{count} place", "{count} places", len(item.places))
    head = voices_html(item.voices, words) + " " + markup.text("small", count)
    if len(found.sets) == 1:
        return _line(head, _named(item.places, words))
    common = {place.place_id for place in found.common}
    extra = tuple(place for place in item.places if place.place_id not in common)
    if not extra:
        return _line(head, markup.text("span", words("no other place"), classes="quiet"))
    return _line(head, markup.text("span", words("also:"), classes="quiet") + " " + _named(extra, words))


def _line(head: str, body: str, *, classes: str = "") -> str:
    inner = markup.element("dt", head) + markup.element("dd", body)
    return markup.element("div", inner, classes=f"list {classes}".strip())


def _differences(found: RoleSets, words: Translator) -> Iterable[str]:
    """Yield in which places the lists differ, two at a time, the longest lists first."""
    lines = [line for item in found.differences for line in _difference(item, words)]
    yield from lines[:MOST_DIFFERENCES]
    rest = len(lines) - MOST_DIFFERENCES
    if rest > 0:
        more = words.plural("{count} more difference between two lists", "{count} more differences between two lists", rest)
        yield markup.element("li", way(View.TABLE, more))


def _difference(item: Difference, words: Translator) -> Iterable[str]:
    for named, other, places in (
        (item.first, item.second, item.only_first),
        (item.second, item.first, item.only_second),
    ):
        if places:
            sentence = words(
                "In {these}, not in {those}:",
                these=words.listing(list(named.sources)),
                those=words.listing(list(other.sources)),
            )
            yield markup.element("li", markup.text("span", sentence), " ", markup.element("b", _named(places, words)))


def _named(places: Sequence[Place], words: Translator) -> str:
    return names_html(places, words, most=_FEWER_NAMES)


def _first_remarks(sets: ActSets, page: Page) -> Iterable[str]:
    remarks = tuple(_remarks(sets, page))
    yield from remarks[:MOST_REMARKS]
    rest = len(remarks) - MOST_REMARKS
    if rest > 0:
        more = page.context.words.plural("{count} more remark on these lists", "{count} more remarks on these lists", rest)
        yield markup.element("p", way(View.TABLE, more), classes="note")


def _remarks(sets: ActSets, page: Page) -> Iterable[str]:
    """Yield what the data has to say of the lists, their differences and the places in which they differ."""
    words = page.context.words
    for item in sets.disagreements:
        label = words("Disagreement {id}", id=item.disagreement_id)
        known = words.of(item, "known") or words("Why they differ is not known.")
        yield _remark(markup.text("b", label), f"{words.of(item, 'question')} {known}")
    for place in sets.contested:
        note = words.of(place, "note")
        if note:
            yield _remark(markup.text("b", words.of(place, "name")), note)
    for claim in sets.remarks:
        yield _remark(markup.text("span", claim.source_id, classes="voice"), words.of(claim, "statement"))


def _remark(head: str, body: str) -> str:
    return markup.element("p", head, " ", markup.text("span", body), classes="note")
