"""Which signs a place gets: one dot where it is a point, and a sign for each role that its fill does not tell already.

Maps, legends and figures ask here. How a sign looks is decided in :mod:`geo.draw.symbols`.
"""

from collections.abc import Collection
from typing import Final

from geo.evidence import Precision, Role
from geo.view.selection import ShownPlace, ShownUnit

MOST_STRIPES: Final = 3
"""With more acts switched on than these, a fill tells how many acts name a place, and not which."""
MOST_COUNTED: Final = 4
"""The number of acts that stands for itself and for more."""


INSET_UNIT: Final = "PE-CAL"
"""The unit that is too small to be seen or hit on a map of the whole country: maps show it enlarged in an inset."""


def tells_number(on: Collection[str]) -> bool:
    """Whether fills tell how many acts name a place, with these acts switched on."""
    return len(on) > MOST_STRIPES


def sign_roles(shown: ShownPlace) -> tuple[Role, ...]:
    """Return the roles of a place that have a sign: none where presence is the only one, which dot or fill tells already."""
    if shown.roles == (Role.DEPLOYMENT,):
        return ()
    if shown.place.is_point:
        return shown.roles
    return tuple(role for role in shown.roles if role is not Role.DEPLOYMENT) if shown.place.unit else ()


def has_open_level(unit: ShownUnit) -> bool:
    """Whether the source of a named unit does not say whether the city, the province or the region is meant."""
    return unit.named is not None and unit.named.place.precision is Precision.LEVEL_NOT_STATED
