"""What a view shows, in words and with counts: the sentence that stands above the map and on every figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geo.evidence import Basis
from geo.text import Translator, message
from geo.view.selection import Selection
from geo.view.state import View, ViewState

if TYPE_CHECKING:
    from geo.view.context import ViewContext  # which holds a headline

_LEADS: Final = (View.FACTS, View.TABLE, View.COMPARE, View.SOURCES)


SUBJECT: Final = message("Where US forces were authorised to enter Peru")
"""What every view is about: the title of the page and of all that leaves it."""
CAUTION: Final = message(
    "Authorised is not deployed: the map shows what sources say the acts authorise, not where forces were."
)
"""The sentence without which the map would be misread; it stands wherever the headline does."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The counts of a view and the sentences that say them."""

    authorisations: int
    places: int
    """Places named under an authorisation."""
    units: int
    """First-level units that they are or lie in."""
    texts: int
    pages: int
    counts: str
    """``2 authorisations, 17 places named in 14 of 25 regions``."""
    windows: str
    """The chosen days of the authorisations that are switched on; empty with none."""
    sources: str
    """``5 source texts, 9 corroborating pages``."""
    context: str
    """How many further places are named in the context only, under no authorisation; empty with none."""
    removed: str
    """How many claims and places the robustness filter takes away; empty where it takes none."""
    leads: tuple[tuple[str, View], ...]
    """Phrases of the text that count something, in its order, and the view that shows what they count."""

    @property
    def text(self) -> str:
        """The whole headline."""
        first = f"{self.counts}; {self.windows}." if self.windows else f"{self.counts}."
        return " ".join(part for part in (first, self.context, f"{self.sources}.", self.removed) if part)


def build_headline(context: ViewContext) -> Headline:
    """Say what a view shows."""
    state, selection, words = context.state, context.selection, context.words
    bases = [context.evidence.sources[source_id].basis for source_id in selection.sources()]
    texts, pages = bases.count(Basis.TEXT), bases.count(Basis.CORROBORATION)
    acts = len(state.authorisations)
    named = [place for place in selection.places.values() if place.authorisations]
    regions = sum(bool(unit.authorisations) for unit in selection.units.values())
    phrases = (
        words.plural("{count} authorisation", "{count} authorisations", acts),
        words.plural("{count} place named", "{count} places named", len(named)),
        words("{named} of {units} regions", named=regions, units=len(context.atlas.units)),
        words.plural("{count} source text", "{count} source texts", texts),
        words.plural("{count} corroborating page", "{count} corroborating pages", pages),
    )
    return Headline(
        authorisations=acts,
        places=len(named),
        units=regions,
        texts=texts,
        pages=pages,
        counts=words("{acts}, {places} in {regions}", acts=phrases[0], places=phrases[1], regions=phrases[2]),
        windows=words.listing([_days(state, key, words) for key in state.authorisations]),
        sources=", ".join(phrases[3:]),
        context=_context(len(selection.places) - len(named), words),
        removed=_removed(selection, words),
        leads=tuple(zip((*phrases[:3], ", ".join(phrases[3:])), _LEADS, strict=True)),
    )


def _days(state: ViewState, authorisation_id: str, words: Translator) -> str:
    chosen = state.range_of(authorisation_id)
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
    places = words.plural("{count} place", "{count} places", selection.dropped_places)
    return words("For want of a second independent source, {claims} and {places} are left out.", claims=claims, places=places)


def undated_note(context: ViewContext) -> str:
    """Say that fewer days than a whole window take no place away, where no source dates one; empty otherwise."""
    evidence, state, words = context.evidence, context.state, context.words
    narrowed = {key for key in state.authorisations if state.range_of(key) != evidence.authorisations[key].window}
    places = [claim for claim in evidence.claims.values() if claim.authorisation_id in narrowed and claim.role]
    if not places or any(claim.window for claim in places):
        return ""
    return words("No source dates a place by itself: with fewer days the same places stay.")
