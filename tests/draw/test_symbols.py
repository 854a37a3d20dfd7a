"""Every role has a shape of its own."""

import re
from itertools import combinations

import pytest

from geo.draw import SHAPES, svg_path
from geo.evidence import Role

FARTHEST = 1.06
"""Half the side of the square that shapes are drawn in."""


def area(role: Role) -> float:
    """Return the area of a shape, by the shoelace formula."""
    corners = SHAPES[role]
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)) / 2


def test_every_role_has_a_shape_of_its_own() -> None:
    """No role is without a shape and no two have the same."""
    assert set(SHAPES) == set(Role)
    assert [pair for pair in combinations(SHAPES, 2) if set(SHAPES[pair[0]]) == set(SHAPES[pair[1]])] == []


@pytest.mark.parametrize("role", Role)
def test_a_shape_fills_its_square(role: Role) -> None:
    """A shape lies within the square that glyphs are spaced by, and is large enough in it to be seen."""
    assert [corner for corner in SHAPES[role] if max(map(abs, corner)) > FARTHEST] == []
    assert area(role) > 1


@pytest.mark.parametrize("role", Role)
def test_a_path_is_the_shape_around_a_point(role: Role) -> None:
    """The path is closed and has each corner of the shape, moved to the point and grown to the radius."""
    path = svg_path(role, x=11, y=7, radius=5)
    assert re.fullmatch(r"M[-\d. ]+(L[-\d. ]+)+Z", path)
    found = [tuple(map(float, corner.split())) for corner in path[1:-1].split("L")]
    assert found == [pytest.approx((11 + x * 5, 7 + y * 5), abs=0.006) for x, y in SHAPES[role]]


def test_the_path_of_a_diamond() -> None:
    """A venue is a diamond."""
    assert svg_path(Role.VENUE, x=10, y=5, radius=2) == "M10.00 3.00L12.00 5.00L10.00 7.00L8.00 5.00Z"
