"""Hatching and stripes: the pieces of rising lines and of rising bands that lie within an area.

They are worked out here, and not left to a pattern or a clip: patterns are turned into pictures by the rasteriser, which takes
seconds, and come out of printers with seams.
"""

import math
from collections.abc import Iterator
from functools import lru_cache

from geo.atlas import Atlas
from geo.draw.figure.map.frame import Frame, cut_units, path_of
from geo.draw.figure.map.projection import Geometry

_ROOT: float = math.sqrt(2)


@lru_cache(maxsize=256)
def hatch_unit(atlas: Atlas, frame: Frame, code: str, *, spacing: float) -> str:
    """Return the ``d`` of the rising lines within a unit, at a distance in pixels from one another."""
    return path_of(hatch(cut_units(atlas, frame)[code], spacing=spacing))


@lru_cache(maxsize=256)
def stripe_unit(atlas: Atlas, frame: Frame, code: str, *, width: float, count: int) -> tuple[str, ...]:
    """Return the ``d`` of the rising stripes of each of some colours within a unit, each as wide as the others."""
    return tuple(path_of(area) for area in stripes(cut_units(atlas, frame)[code], width=width, count=count))


def hatch(area: Geometry, *, spacing: float) -> Geometry:
    """Return the rising lines within an area, in pixels."""
    import shapely  # noqa: PLC0415 - slow to import

    if area.is_empty:
        return area
    left, _, right, _ = area.bounds
    lines = [[(left, across - left), (right, across - right)] for across in _across(area, spacing * _ROOT)]
    return area.intersection(shapely.MultiLineString(lines))


def stripes(area: Geometry, *, width: float, count: int) -> Iterator[Geometry]:
    """Yield for each of some colours the rising bands that it has within an area, in pixels."""
    import shapely  # noqa: PLC0415 - slow to import

    if area.is_empty:
        yield from (area for _ in range(count))
        return
    left, _, right, _ = area.bounds
    step = width * _ROOT
    for index in range(count):
        bands = [
            shapely.Polygon([(left, at - left), (right, at - right), (right, at + step - right), (left, at + step - left)])
            for at in _across(area, step * count, shift=index * step)
        ]
        yield area.intersection(shapely.MultiPolygon(bands))


def _across(area: Geometry, step: float, *, shift: float = 0.0) -> Iterator[float]:
    """Yield where lines across an area begin: sums of x and y, from before its upper left corner to its lower right one."""
    left, top, right, bottom = area.bounds
    number_of_line = math.floor((left + top - shift) / step)
    while (at := number_of_line * step + shift) < right + bottom:
        yield at
        number_of_line += 1
