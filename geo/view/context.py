"""The context of a view: its records, geometry, filters and selection in one value.

The page, the figures, the files, the command line and the notebook door each hold a :class:`ViewContext`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final, Self

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.text import Translator, translator
from geo.view.headline import Headline, build_headline
from geo.view.link import LinkContext, to_query
from geo.view.selection import Selection, ShownPlace, select, select_act
from geo.view.state import ViewState

_UNDATED: Final = date(2000, 1, 1)


@dataclass(frozen=True)
class ViewContext:
    """A view of the evidence. Every drawing, table and sentence is derived from it."""

    evidence: Evidence
    atlas: Atlas
    state: ViewState
    selection: Selection
    """What the state selects of the evidence."""
    base_url: str = ""
    """Address of the page, without a query; empty if it is not known."""

    @cached_property
    def words(self) -> Translator:
        """Translator for the view's language."""
        return translator(self.state.language)

    @cached_property
    def headline(self) -> Headline:
        """What the view shows, in words."""
        return build_headline(self)

    @cached_property
    def link_context(self) -> LinkContext:
        """What the values of a link may name."""
        return LinkContext.of(self.evidence, self.atlas)

    @cached_property
    def link(self) -> str:
        """Address of the view; only its query if the address of the page is not known."""
        return f"{self.base_url}?{to_query(self.state, self.link_context)}"

    @property
    def day(self) -> date:
        """Date of the data's version. Files have no other date, so that a view gives the same file on any day."""
        changes = self.evidence.changes
        return date.fromisoformat(changes[0].date) if changes else _UNDATED

    def act_name(self, authorisation_id: str) -> str:
        """Return the short name of an authorisation; for an empty id, the name of the context."""
        record = self.evidence.authorisations.get(authorisation_id)
        return self.words.of(record, "short") if record else self.words("Context")

    def act_names(self, authorisation_ids: Iterable[str]) -> str:
        """Return the short names of authorisations as a list in words."""
        return self.words.listing([self.act_name(act_id) for act_id in authorisation_ids])

    def point_of(self, shown: ShownPlace) -> tuple[float, float]:
        """Return longitude and latitude (WGS 84) of a place; for a whole unit, of the unit's label point."""
        place = shown.place
        if place.longitude is None or place.latitude is None:
            return self.atlas.unit(place.unit).label
        return place.longitude, place.latitude

    def act_alone(self, authorisation_id: str) -> Self:
        """Return the context of the same view with one act alone on, without what only the context names."""
        state = replace(self.state, authorisations=(authorisation_id,))
        return replace(self, state=state, selection=select_act(self.selection, authorisation_id, self.evidence))

    def is_selected(self, place_id: str) -> bool:
        """Return whether a place, or a unit by its code, is the selected one."""
        return bool(place_id) and self.state.place == place_id


def make_context(evidence: Evidence, atlas: Atlas, state: ViewState, *, base_url: str = "") -> ViewContext:
    """Return the context of a view; makes its selection."""
    return ViewContext(evidence, atlas, state, select(evidence, state), base_url)
