"""Which signs a place gets."""

import pytest

from geo.evidence import Evidence, Role
from geo.view import select, start_state
from geo.view.place_symbols import has_open_level, roles_with_symbol, shows_number

SIGNS = {
    "presence alone": ("iquitos", ()),
    "a point in several roles": ("lima", (Role.DEPLOYMENT, Role.EXERCISE, Role.VENUE)),
    "an area whose fill tells presence": ("callao", (Role.EXERCISE,)),
    "an area named for presence alone": ("loreto", ()),
}


@pytest.mark.parametrize(("place", "roles"), SIGNS.values(), ids=SIGNS)
def test_a_sign_tells_what_dot_and_fill_do_not(evidence: Evidence, place: str, roles: tuple[Role, ...]) -> None:
    """Presence alone has no sign; a point has one for each of several roles, an area for those besides presence."""
    assert roles_with_symbol(select(evidence, start_state(evidence, "en")).places[place]) == roles


def test_only_a_name_of_unstated_level_is_open(evidence: Evidence) -> None:
    """Lima is a region's name whose level no source states; a region that only contains is not named at all."""
    units = select(evidence, start_state(evidence, "en")).units
    assert [code for code, unit in units.items() if has_open_level(unit)] == ["PE-LIM"]


@pytest.mark.parametrize(("on", "number"), [(0, False), (3, False), (4, True)])
def test_more_than_three_acts_are_counted(on: int, *, number: bool) -> None:
    """Three acts have stripes; with a fourth, fills tell how many name a place."""
    assert shows_number([str(act) for act in range(on)]) is number
