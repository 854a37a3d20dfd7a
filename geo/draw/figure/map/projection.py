"""The projection of figures: Lambert's azimuthal equal-area, centred on Peru.

Areas are what a map of regions is read by, so they are kept true. Within Peru, at most 10 degrees from the centre, lengths
are true to half a per cent, so that one scale bar holds for the whole map. See Snyder, *Map Projections: A Working Manual*
(USGS Professional Paper 1395, 1987), chapter 24. The computation is PROJ's, on the WGS 84 ellipsoid.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Final

from geo.atlas import Atlas, Point

CENTRE: Final = (-75.0, -9.2)
"""Longitude and latitude of the centre, degrees."""

_ATLAS_WINDOW: Final = (-84.0, -20.0, -66.0, 2.0)
"""West, south, east, north, as the atlas cuts its land."""
_STEP: Final = 0.5
"""Degrees between the points by which the outline of a rectangle is projected."""

Rings = tuple[Any, ...]
"""Arrays of shape (points, 2): kilometres to the east of the centre and to the south of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The geometry of the atlas, projected; kilometres to the right of the centre and below it."""

    surroundings: Rings
    land: Mapping[str, Rings]
    """By ISO 3166-1 code."""
    coast: Rings
    """Borders and coasts as lines, without the edges where the atlas is cut."""
    units: Mapping[str, Rings]
    """By ISO 3166-2 code."""
    lakes: Rings


@cache
def _transformer() -> Any:  # noqa: ANN401 - pyproj is imported late
    from pyproj import Transformer  # noqa: PLC0415 - slow to import

    longitude, latitude = CENTRE
    return Transformer.from_crs(
        "EPSG:4326", f"+proj=laea +lat_0={latitude} +lon_0={longitude} +datum=WGS84 +units=km", always_xy=True
    )


def project(point: Point) -> tuple[float, float]:
    """Return kilometres east and south of the centre of a longitude and latitude (degrees, WGS 84)."""
    east, north = _transformer().transform(*point)
    return float(east), -float(north)


@lru_cache(maxsize=2)
def project_ground(atlas: Atlas) -> Ground:
    """Return the projected geometry of an atlas; worked out once for each."""
    layers = atlas.layers
    land = _by_id(layers.land, _rings)
    return Ground(
        surroundings=tuple(ring for rings in _by_id(layers.surroundings, _rings).values() for ring in rings),
        land=land,
        coast=tuple(line for lines in _by_id(layers.land, _outlines).values() for line in lines),
        units=_by_id(layers.units, _rings),
        lakes=tuple(ring for rings in _by_id(layers.lakes, _rings).values() for ring in rings),
    )


def project_bounds(west: float, south: float, east: float, north: float) -> tuple[float, float, float, float]:
    """Return the least and greatest kilometres (left, top, right, bottom) of a rectangle of longitudes and latitudes."""
    across = _steps(west, east)
    down = _steps(south, north)
    edge = [*((x, y) for x in across for y in (south, north)), *((x, y) for y in down for x in (west, east))]
    points = [project(point) for point in edge]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _steps(start: float, end: float) -> list[float]:
    count = max(2, round((end - start) / _STEP) + 1)
    return [start + (end - start) * index / (count - 1) for index in range(count)]


def _by_id(collection: Mapping[str, Any], cut: Callable[[Mapping[str, Any]], Iterable[list[Point]]]) -> dict[str, Rings]:
    return {feature["id"]: tuple(_projected(line) for line in cut(feature["geometry"])) for feature in collection["features"]}


def _rings(geometry: Mapping[str, Any]) -> list[list[Point]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for polygon in polygons for ring in polygon]


def _outlines(geometry: Mapping[str, Any]) -> list[list[Point]]:
    """Return the rings as lines, without the straight edges at which the atlas ends: there the land goes on."""
    lines = []
    for ring in _rings(geometry):
        line = [ring[0]]
        for before, after in pairwise(ring):
            if _is_cut(before, after):
                lines.append(line)
                line = []
            line.append(after)
        lines.append(line)
    return [line for line in lines if len(line) > 1]


def _is_cut(before: Point, after: Point) -> bool:
    west, south, east, north = _ATLAS_WINDOW
    return (before[0] == after[0] and before[0] in (west, east)) or (before[1] == after[1] and before[1] in (south, north))


def _projected(line: list[Point]) -> Any:  # noqa: ANN401 - numpy is imported late
    import numpy as np  # noqa: PLC0415 - slow to import

    longitudes, latitudes = np.asarray(line, dtype=float).T
    east, north = _transformer().transform(longitudes, latitudes)
    return np.column_stack((east, -north))
