"""Where a name can stand."""

from geo.draw.figure.labels.positions import far_spots, leader_boxes, point_spots
from geo.draw.figure.svg import Box

DOT = Box(-3, -3, 3, 3)


def test_a_name_stands_beside_its_dot_on_the_right_first() -> None:
    """No spot covers the dot, and each costs more than the one before."""
    spots = list(point_spots(DOT, 20, 8, gap=2))
    assert spots[0].box == Box(5, -4, 25, 4)
    assert [spot for spot in spots if spot.box.overlaps(DOT)] == []
    assert [spot.cost for spot in spots] == sorted(spot.cost for spot in spots)


def test_a_name_farther_off_has_a_leader() -> None:
    """Boxes along it end at what it names."""
    spot = next(far_spots(DOT, 20, 8, unit=1))
    assert spot.leader is not None
    *_, last = leader_boxes(spot.leader, size=2)
    assert last.middle == spot.leader[2:]
