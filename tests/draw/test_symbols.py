"""Every role has a shape of its own."""

import re
from itertools import combinations

import pytest

from geo.draw import SHAPES, css_rules, svg_path
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


@pytest.fixture(scope="module")
def rules() -> dict[str, list[tuple[int, int]]]:
    """Return the corners, in percent, that each selector of the style sheet cuts to; every line is such a rule."""
    found = [re.fullmatch(r"(\.[\w-]+)\{clip-path:polygon\(([-\d%, ]+)\)\}", line) for line in css_rules().splitlines()]
    pairs = [rule.groups() for rule in found if rule]
    assert len(pairs) == len(found)
    return {
        selector: [(int(x), int(y)) for x, y in re.findall(r"(-?\d+)% (-?\d+)%(?:,|$)", corners)] for selector, corners in pairs
    }


def test_every_role_has_a_rule_of_its_own(rules: dict[str, list[tuple[int, int]]]) -> None:
    """The style sheet has one rule for each role, under its id, and no two cut the same."""
    assert list(rules) == [f".role-{role.value}" for role in SHAPES]
    assert len({tuple(corners) for corners in rules.values()}) == len(SHAPES)


@pytest.mark.parametrize("role", Role)
def test_a_rule_cuts_the_shape_within_its_element(rules: dict[str, list[tuple[int, int]]], role: Role) -> None:
    """The corners are those of the shape around the middle of the element, to the nearest percent, and none is outside it."""
    corners = rules[f".role-{role.value}"]
    assert corners == [pytest.approx((50 + x * 47, 50 + y * 47), abs=0.51) for x, y in SHAPES[role]]
    assert [corner for corner in corners if min(corner) < 0 or max(corner) > 100] == []


def test_the_rule_of_a_diamond(rules: dict[str, list[tuple[int, int]]]) -> None:
    """A venue is a diamond here too."""
    assert rules[".role-venue"] == [(50, 3), (97, 50), (50, 97), (3, 50)]
