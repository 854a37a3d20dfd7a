"""The headline: what a view shows, in words. A line for each act with its places, then the number of sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geo.evidence import Basis
from geo.text import Translator, message
from geo.view.in_force import day_line
from geo.view.state import View

if TYPE_CHECKING:
    from geo.view.context import ViewContext  # imports this module
    from geo.view.selection import Selection, ShownPlace
    from geo.view.state import ViewState

SUBJECT: Final = message("Where US forces were authorised to enter Peru")
"""Title of the page, and of figures and files."""
SUBJECT_OF_ACT: Final = message("{act}: where US forces were authorised to enter Peru")
"""Title of a view with one act alone."""
PAGE_TITLE: Final = message("Ingreso: where US forces were authorised to enter Peru")
"""What the browser's tab says of a view with no act or several."""
CAUTION: Final = message(
    "Authorised is not deployed: the map shows what sources say the acts authorise, not where forces were."
)
"""The caution that stands with every headline: without it the map would be misread."""
MOST_LINES: Final = 3
"""Acts that have a line each; more acts share one line."""
MOST_NAMES: Final = 4
"""Places of an act that a line names; more places are counted."""


@dataclass(frozen=True, slots=True)
class ActLine:
    """The line of one act, or of many acts together."""

    act_id: str
    """Empty for the line that sums up many acts."""
    name: str
    days: str
    """The chosen days, both ends included."""
    places: str
    """The names of the places, or their number, or a note that the filters leave none."""
    text: str
    """``2024 APEC, 4-24 November 2024: Lima, Chiclayo, Pisco``."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The sentences on what a view shows, with their counts."""

    subject: str
    """Title of the view; it names the act if only one is on."""
    day: str
    """How many acts are in force on the one day that the view shows; empty where it shows more days."""
    lines: tuple[ActLine, ...]
    """In the order of the data; empty when no act is on."""
    authorisations: int
    """Number of acts with a shown place."""
    places: int
    """Number of shown places that an act names."""
    units: int
    """Number of first-level units that these places are, or lie in."""
    counts: str
    """``2 acts, 17 places named in 14 of 25 regions``."""
    windows: str
    """The chosen days of the acts that are on; empty if no act is on."""
    sources: str
    """Number of sources on these acts: ``5 source texts, 8 corroborating pages``; empty if no act is on."""
    context: str
    """Number of further places that are named in the context only, under no act; empty for none."""
    removed: str
    """Number of claims and places that the filter for two independent sources hides; empty for none."""
    linked_phrases: tuple[tuple[str, View], ...]
    """Phrases with a count, each with the view that shows what is counted."""

    @property
    def text(self) -> str:
        """The whole headline as sentences."""
        parts = (self.day, *(line.text for line in self.lines), self.context, self.sources, self.removed)
        return " ".join(part if part.endswith(".") else f"{part}." for part in parts or (self.counts,) if part)


def build_headline(context: ViewContext) -> Headline:
    """Return the headline of a view."""
    state, selection, words = context.state, context.selection, context.words
    named = [place for place in selection.places.values() if place.authorisations]
    regions = sum(bool(unit.authorisations) for unit in selection.units.values())
    acts = tuple(act_id for act_id in state.authorisations if any(act_id in place.authorisations for place in named))
    sources = _sources(context)
    return Headline(
        subject=_subject(context),
        day=day_line(context.evidence, state, words),
        lines=_lines(named, context),
        authorisations=len(acts),
        places=len(named),
        units=regions,
        counts=words(
            "{acts}, {places} in {regions}",
            acts=words.plural("{count} act", "{count} acts", len(acts)),
            places=words.plural("{count} place named", "{count} places named", len(named)),
            regions=words("{named} of {units} regions", named=regions, units=len(context.atlas.units)),
        ),
        windows=words.listing([_days(state, act_id, words) for act_id in state.authorisations]),
        sources=sources,
        context=_context(len(selection.places) - len(named), words),
        removed=_removed(selection, words),
        linked_phrases=((sources, View.SOURCES),) if sources else (),
    )


def page_title(context: ViewContext) -> str:
    """Return the title of the browser's tab, which names the act when one alone is on."""
    if len(context.state.authorisations) == 1:
        return context.words("Ingreso: {title}", title=context.headline.subject)
    return context.words(PAGE_TITLE)


def _subject(context: ViewContext) -> str:
    if len(context.state.authorisations) == 1:
        return context.words(SUBJECT_OF_ACT, act=context.act_name(context.state.authorisations[0]))
    return context.words(SUBJECT)


def _lines(named: list[ShownPlace], context: ViewContext) -> tuple[ActLine, ...]:
    acts, words = context.state.authorisations, context.words
    if not acts:
        return (ActLine("", "", "", "", words("No act is switched on.")),)
    if len(acts) <= MOST_LINES:
        return tuple(
            _line(act_id, context.act_name(act_id), [place for place in named if act_id in place.authorisations], context)
            for act_id in acts
        )
    return (_line("", words.plural("{count} act", "{count} acts", len(acts)), named, context),)


def _line(act_id: str, name: str, places: list[ShownPlace], context: ViewContext) -> ActLine:
    words, state = context.words, context.state
    if act_id:
        days = _days(state, act_id, words)
    else:
        chosen = [state.range_of(each) for each in state.authorisations]
        days = words.span(min(window.start for window in chosen), max(window.end for window in chosen))
    listed = _places(places, words)
    return ActLine(act_id, name, days, listed, words("{act}, {days}: {places}", act=name, days=days, places=listed))


def _places(places: list[ShownPlace], words: Translator) -> str:
    if not places:
        return words("no place is left by the filters")
    if len(places) <= MOST_NAMES:
        return ", ".join(words.of(shown.place, "name") for shown in places)
    areas = sum(shown.place.is_area for shown in places)
    counted = (
        words.plural("{count} region", "{count} regions", areas) if areas else "",
        words.plural("{count} locality", "{count} localities", len(places) - areas) if len(places) > areas else "",
    )
    return words.listing([part for part in counted if part])


def _sources(context: ViewContext) -> str:
    """Return the number of sources with a shown claim about an act; a kind that has none is left out."""
    if not context.state.authorisations:
        return ""
    words, records = context.words, context.evidence.sources
    source_ids = {claim.source_id for claim in context.selection.claims if claim.authorisation_id}
    bases = [records[source_id].basis for source_id in source_ids]
    texts, pages = bases.count(Basis.TEXT), bases.count(Basis.CORROBORATION)
    counted = (
        words.plural("{count} source text", "{count} source texts", texts) if texts else "",
        words.plural("{count} corroborating page", "{count} corroborating pages", pages) if pages else "",
    )
    return ", ".join(filter(None, counted))


def _days(state: ViewState, act_id: str, words: Translator) -> str:
    chosen = state.range_of(act_id)
    return words.span(chosen.start, chosen.stated_end)


def _context(places: int, words: Translator) -> str:
    if not places:
        return ""
    return words.plural(
        "{count} more place is named in the context only.", "{count} more places are named in the context only.", places
    )


def _removed(selection: Selection, words: Translator) -> str:
    if not selection.dropped_claims:
        return ""
    claims = words.plural("{count} claim", "{count} claims", selection.dropped_claims)
    places = selection.dropped_places
    counted = [claims, words.plural("{count} place", "{count} places", places)] if places else [claims]
    return words("For want of a second independent source, {counted} are left out.", counted=words.listing(counted))


def undated_note(context: ViewContext) -> str:
    """Return a note that fewer days hide no place, if days were chosen and no source dates a place; empty otherwise."""
    evidence, state, words = context.evidence, context.state, context.words
    narrowed = {act_id for act_id in state.authorisations if state.range_of(act_id) != evidence.authorisations[act_id].window}
    places = [claim for claim in evidence.claims.values() if claim.authorisation_id in narrowed and claim.role]
    if not places or any(claim.window for claim in places):
        return ""
    return words("No source dates a place by itself: with fewer days the same places stay.")
