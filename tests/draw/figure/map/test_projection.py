"""The projection of figures keeps lengths and directions."""

import math

import pytest

from geo.atlas import Atlas, distance_km
from geo.draw.figure.map.projection import project, project_ground

ENDS = [
    ((-81.0, -4.5), (-78.0, -4.5)),
    ((-70.0, -18.0), (-70.0, -15.0)),
    ((-75.0, -9.2), (-73.0, -9.2)),
    ((-70.2, -2.0), (-73.0, -2.0)),
]


@pytest.mark.parametrize(("start", "end"), ENDS)
def test_lengths_are_true_all_over_the_country(start: tuple[float, float], end: tuple[float, float]) -> None:
    """A length on the map differs from the great circle by less than a per cent, so one scale bar holds everywhere."""
    on_map = math.dist(project(start), project(end))
    assert on_map == pytest.approx(distance_km(start, end), rel=0.01)


def test_south_is_down_and_east_is_right() -> None:
    """Projected points count to the right of the centre and below it."""
    assert project((-75.0, -9.2)) == pytest.approx((0, 0))
    assert project((-74.0, -9.2))[0] > 100
    assert project((-75.0, -10.2))[1] > 100


def test_the_edge_of_the_atlas_is_no_coast(atlas: Atlas) -> None:
    """No line runs along the parallel and meridian at which the atlas cuts its land: there the land goes on."""
    ground = project_ground(atlas)
    outline = sum(area.length for area in ground.land.values())
    assert 0 < ground.coast.length < 0.9 * outline
