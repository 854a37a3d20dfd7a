"""Plain facts of geography."""

import pytest

from geo.atlas import Atlas, distance_km, find_neighbours


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((-77.02824, -12.04318), (-77.02824, -12.04318), 0.0),
        ((0.0, 0.0), (0.0, 90.0), 10007.6),
        ((0.0, 0.0), (180.0, 0.0), 20015.1),
        ((-77.02824, -12.04318), (-73.25290, -3.74814), 1011.0),
    ],
    ids=["nowhere", "quarter", "antipodes", "Lima-Iquitos"],
)
def test_distance_is_that_of_the_great_circle(start: tuple[float, float], end: tuple[float, float], expected: float) -> None:
    """LinkContext arcs of a sphere of the mean radius come out, and so does a distance of the atlas."""
    assert distance_km(start, end) == pytest.approx(expected, abs=1.0)


def test_neighbours_share_a_border(atlas: Atlas) -> None:
    """Units with a common border are neighbours both ways; the coastal and island ends have few."""
    neighbours = find_neighbours(atlas.layers)
    assert len(neighbours) == 25
    assert neighbours["PE-CAL"] == ("PE-LIM",)
    assert neighbours["PE-TUM"] == ("PE-PIU",)
    assert neighbours["PE-TAC"] == ("PE-MOQ", "PE-PUN")
    assert all(code in neighbours[other] for code, others in neighbours.items() for other in others)
