"""The one value that a view is made of: records, geometry, filters, and what follows from them.

The page, a figure, a file, the command line and a notebook each hold a :class:`ViewContext` and add what is their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.text import Translator, translator
from geo.view.headline import Headline, build_headline
from geo.view.link import LinkContext, to_query
from geo.view.selection import Selection, ShownPlace, select
from geo.view.state import ViewState

_UNDATED: Final = date(2000, 1, 1)


@dataclass(frozen=True)
class ViewContext:
    """A view of the evidence, with all that its drawings, tables and words are derived from."""

    evidence: Evidence
    atlas: Atlas
    state: ViewState
    selection: Selection
    """What the state selects of the evidence."""
    base_url: str = ""
    """Address of the page, without a query; empty where it is not known."""

    @cached_property
    def words(self) -> Translator:
        """Translator for the view's language."""
        return translator(self.state.language)

    @cached_property
    def headline(self) -> Headline:
        """What the view shows, in words."""
        return build_headline(self)

    @cached_property
    def known(self) -> LinkContext:
        """What the values of a link may name."""
        return LinkContext.of(self.evidence, self.atlas)

    @cached_property
    def link(self) -> str:
        """Address of the view; its query alone where the address of the page is not known."""
        return f"{self.base_url}?{to_query(self.state, self.known)}"

    @property
    def day(self) -> date:
        """Day of the data's version, the only date that a file bears: the same view gives the same file on any day."""
        changes = self.evidence.changes
        return date.fromisoformat(changes[0].date) if changes else _UNDATED

    def act_name(self, authorisation_id: str) -> str:
        """Return the short name of an authorisation; that of the context for an empty id."""
        record = self.evidence.authorisations.get(authorisation_id)
        return self.words.of(record, "short") if record else self.words("Context")

    def act_names(self, authorisation_ids: Iterable[str]) -> str:
        """Return the short names of authorisations as a list in words."""
        return self.words.listing([self.act_name(key) for key in authorisation_ids])

    def point_of(self, shown: ShownPlace) -> tuple[float, float]:
        """Return longitude and latitude of a place, WGS 84: its own or, for a whole unit, those of the unit's label."""
        place = shown.place
        if place.longitude is None or place.latitude is None:
            return self.atlas.unit(place.unit).label
        return place.longitude, place.latitude

    def is_selected(self, key: str) -> bool:
        """Return whether a place id or unit code is the selected one."""
        return bool(key) and self.state.place == key


def make_context(evidence: Evidence, atlas: Atlas, state: ViewState, *, base_url: str = "") -> ViewContext:
    """Return the context of a view, with its selection made anew."""
    return ViewContext(evidence, atlas, state, select(evidence, state), base_url)
