"""The symbols of a place: a dot if it is a point, and a symbol for each role that its fill does not already show.

Maps, legends and figures use these rules. The shapes of the symbols are in :mod:`geo.draw.symbols`.
"""

from collections.abc import Collection
from typing import Final

from geo.evidence import Precision, Role
from geo.view.selection import ShownPlace, ShownUnit

MOST_STRIPES: Final = 3
"""Acts. If more are switched on, a fill shows the number of acts that name a place, not which ones."""
MOST_COUNTED: Final = 4
"""Acts. The fill of this number also stands for larger numbers."""
INSET_UNIT: Final = "PE-CAL"
"""ISO code of Callao, which is too small on a map of the whole country: maps show it enlarged in an inset."""


def shows_number(act_ids: Collection[str]) -> bool:
    """Return whether fills show the number of acts, if these acts are switched on."""
    return len(act_ids) > MOST_STRIPES


def roles_with_symbol(shown: ShownPlace) -> tuple[Role, ...]:
    """Return the roles of a place that get a symbol. Presence alone gets none: dot or fill already shows it."""
    if shown.roles == (Role.DEPLOYMENT,):
        return ()
    if shown.place.is_point:
        return shown.roles
    return tuple(role for role in shown.roles if role is not Role.DEPLOYMENT) if shown.place.unit else ()


def has_open_level(unit: ShownUnit) -> bool:
    """Return whether the source of a named unit leaves open if it means the city, the province or the region."""
    return unit.named is not None and unit.named.place.precision is Precision.LEVEL_NOT_STATED
