"""The state of a view as one frozen value: filters, selected place, view, language and viewport."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self

from geo.evidence import Evidence, Role, Window
from geo.view.roles import START_ROLES

CONTEXT_ROLES: Final = tuple(role for role in Role if role not in START_ROLES)
"""The roles of places in the context, under no act."""


class BasisFilter(StrEnum):
    """Filter for the basis of sources."""

    ALL = "all"
    """The texts and the corroborating pages."""
    TEXTS = "texts"
    """The texts alone."""


class View(StrEnum):
    """The views of the page, in the order of its tabs."""

    MAP = "map"
    COMPARE = "compare"
    FACTS = "facts"
    DISAGREEMENTS = "disagreements"
    SOURCES = "sources"
    TABLE = "table"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Viewport:
    """Centre and zoom of the map.

    Raises
    ------
    ValueError
        If a number is not finite or out of its range.
    """

    latitude: float
    """Degrees north, WGS 84, -90 to 90; kept to 3 decimals."""
    longitude: float
    """Degrees east, WGS 84, -180 to 180; kept to 3 decimals."""
    zoom: float
    """Zoom level of the web map, 3 to 12; kept to 2 decimals."""

    def __post_init__(self) -> None:
        """Round to the precision of a link, and refuse numbers out of range."""
        for name, bound_low, bound_high, digits in (
            ("latitude", -90, 90, 3),
            ("longitude", -180, 180, 3),
            ("zoom", 3, 12, 2),
        ):
            value = getattr(self, name)
            if not math.isfinite(value) or not bound_low <= value <= bound_high:
                message = f"{name}: expected a number from {bound_low} to {bound_high}, found {value}"
                raise ValueError(message)
            object.__setattr__(self, name, round(value, digits) + 0.0)


@dataclass(frozen=True, slots=True)
class ViewState:
    """One view of the evidence; equal values show the same page."""

    authorisations: tuple[str, ...]
    """Ids of the authorisations switched on, in the order of the data."""
    ranges: tuple[tuple[str, Window], ...]
    """For every authorisation of the data, in its order: id and chosen days, both ends inclusive, within its window."""
    roles: tuple[Role, ...]
    """Roles switched on, in the order of :class:`~geo.evidence.Role`."""
    basis: BasisFilter = BasisFilter.ALL
    min_sources: int = 1
    """How many independent sources must name a place in a role: 1 or 2."""
    place: str = ""
    """Id of the selected place, or ISO 3166-2 code of the selected unit; empty for none."""
    view: View = View.MAP
    language: str = "en"
    at: Viewport | None = None
    """None shows the whole country."""
    open_questions: tuple[str, ...] = ()
    """Ids of the open questions, in the order in which they were opened."""
    table_search: str = ""
    """Search text of the table."""

    @property
    def filtered(self) -> Self:
        """The filters alone, all other fields at their defaults; views with equal filters have the same selection."""
        return replace(self, place="", view=View.MAP, language="en", at=None, open_questions=(), table_search="")

    def range_of(self, authorisation_id: str) -> Window:
        """Return the chosen days of an authorisation.

        Raises
        ------
        KeyError
            If the data has no such authorisation.
        """
        return dict(self.ranges)[authorisation_id]

    def with_range(self, authorisation_id: str, window: Window) -> Self:
        """Return a copy with other chosen days for one authorisation."""
        ranges = tuple((act_id, window if act_id == authorisation_id else kept) for act_id, kept in self.ranges)
        return replace(self, ranges=ranges)


def start_acts(evidence: Evidence) -> tuple[str, ...]:
    """Return the ids of the acts that are on without a link: acts marked ``at_start`` in the data, or else all acts."""
    acts = evidence.authorisations
    return tuple(act_id for act_id, act in acts.items() if act.at_start) or tuple(acts)


def start_state(evidence: Evidence, language: str) -> ViewState:
    """Return the view without a link: the acts that are on at the start, with their whole windows."""
    acts = evidence.authorisations
    return ViewState(
        authorisations=start_acts(evidence),
        ranges=tuple((act_id, act.window) for act_id, act in acts.items()),
        roles=START_ROLES,
        language=language,
    )
