"""Hatching and stripes keep within their area."""

import pytest
import shapely

from geo.draw.figure.map.hatching import hatch, stripes

SQUARE_WITH_HOLE = shapely.box(0, 0, 40, 40).difference(shapely.box(10, 10, 30, 30))


def test_hatching_keeps_within_its_area() -> None:
    """Lines of a square with a hole end at its sides, leave the hole free, and are as dense as asked for."""
    lines = hatch(SQUARE_WITH_HOLE, spacing=3)
    assert SQUARE_WITH_HOLE.buffer(1e-6).contains(lines)
    assert lines.length * 3 == pytest.approx(SQUARE_WITH_HOLE.area, rel=0.05)


@pytest.mark.parametrize("count", [2, 3])
def test_every_act_has_its_stripes_and_they_fill_the_area(count: int) -> None:
    """Stripes of two or three colours are about equal, do not overlap, and leave nothing of the area out."""
    found = list(stripes(SQUARE_WITH_HOLE, width=3, count=count))
    assert [area.area for area in found] == [pytest.approx(SQUARE_WITH_HOLE.area / count, rel=0.2)] * count
    assert shapely.union_all(found).area == pytest.approx(SQUARE_WITH_HOLE.area)
    assert sum(area.area for area in found) == pytest.approx(SQUARE_WITH_HOLE.area)


def test_nothing_has_neither() -> None:
    """An area that the frame cuts away has no lines and no stripes."""
    assert hatch(shapely.Polygon(), spacing=3).is_empty
    assert all(area.is_empty for area in stripes(shapely.Polygon(), width=3, count=2))
