"""Which ground a map shows."""

from dataclasses import replace

import pytest

from geo.atlas import Atlas, distance_km
from geo.draw.figure.map.extent import country_frame, country_ground, view_frame, viewport_ground
from geo.draw.figure.svg import Box
from geo.view import Viewport

LIMA = Viewport(-12.05, -77.03, 9)
SIZE = (500.0, 640.0)


def test_the_country_s_ground_holds_every_unit(atlas: Atlas) -> None:
    """Peru is some 1,300 kilometres wide and 2,000 high."""
    left, top, right, bottom = country_ground(atlas)
    assert 1200 < right - left < 1450
    assert 1900 < bottom - top < 2200
    frame = country_frame(atlas, *SIZE, margin=8)
    for unit in atlas.units:
        x, y = frame.place(unit.label)
        assert frame.box.holds(Box(x, y, x, y))


def test_a_zoom_further_in_is_half_as_wide() -> None:
    """As on a web map; the width is that of the page's map on the ground."""
    left, _, right, _ = viewport_ground(LIMA)
    near_left, _, near_right, _ = viewport_ground(replace(LIMA, zoom=LIMA.zoom + 1))
    assert near_right - near_left == pytest.approx((right - left) / 2)
    degrees = 720 * 360 / 256 / 2**LIMA.zoom
    across = distance_km((LIMA.longitude - degrees / 2, LIMA.latitude), (LIMA.longitude + degrees / 2, LIMA.latitude))
    assert right - left == pytest.approx(across, rel=0.01)


def test_a_frame_shows_the_viewport_in_its_middle(atlas: Atlas) -> None:
    """The map of the view lies in it whole."""
    frame = view_frame(atlas, LIMA, SIZE, margin=8)
    assert frame.place((LIMA.longitude, LIMA.latitude)) == pytest.approx((SIZE[0] / 2, SIZE[1] / 2))
    left, _, right, _ = viewport_ground(LIMA)
    assert (right - left) * frame.scale == pytest.approx(SIZE[0])


@pytest.mark.parametrize("at", [None, replace(LIMA, zoom=3)], ids=["none", "farther out than Peru"])
def test_no_frame_shows_more_than_the_country(atlas: Atlas, at: Viewport | None) -> None:
    """Without a viewport, and with one that shows more, it is all of Peru."""
    assert view_frame(atlas, at, SIZE, margin=8) == country_frame(atlas, *SIZE, margin=8)
