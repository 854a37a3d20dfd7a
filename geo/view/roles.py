"""The roles in which a place is named: label, meaning, symbol, and whether a role is on at the start.

A new role is a member of :class:`~geo.evidence.Role`, which the data names, and one entry here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from geo.evidence import Role
from geo.text import message

Shape = Literal["circle", "triangle", "diamond", "square", "plus", "star", "turned triangle"]
"""Names of the shapes that :data:`geo.draw.symbols.POLYGONS` has."""


@dataclass(frozen=True, slots=True)
class RoleRecord:
    """What the page, the figures and the files need to know of a role."""

    label: str
    """Message id of its name."""
    meaning: str
    """Message id of its meaning, the end of a sentence."""
    shape: Shape
    """Shape of its symbol."""
    is_on_at_start: bool = False
    """Whether a visitor without a link sees it; the other roles are those of the context."""


ROLES: Final[Mapping[Role, RoleRecord]] = {
    Role.DEPLOYMENT: RoleRecord(
        message("Authorised presence"),
        message("named as a place where the personnel may be, or be active"),
        "circle",
        is_on_at_start=True,
    ),
    Role.EXERCISE: RoleRecord(message("Exercise"), message("named for one of the exercises"), "triangle", is_on_at_start=True),
    Role.VENUE: RoleRecord(message("Summit venue"), message("named as a venue of the summit"), "diamond", is_on_at_start=True),
    Role.PORT: RoleRecord(message("Port"), message("a port that a source speaks of; context"), "square"),
    Role.LABORATORY: RoleRecord(
        message("US Navy laboratory"), message("a laboratory of the US Navy that a source speaks of; context"), "plus"
    ),
    Role.PROTEST: RoleRecord(message("Centre of protests"), message("named as a centre of the protests; context"), "star"),
    Role.EARLIER_EXERCISE: RoleRecord(
        message("Earlier exercise"), message("named for an exercise of an earlier year; context"), "turned triangle"
    ),
}

START_ROLES: Final = tuple(role for role, record in ROLES.items() if record.is_on_at_start)
"""The roles that are on for a visitor without a link."""
