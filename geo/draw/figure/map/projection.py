"""The projection of figures: Lambert's azimuthal equal-area, centred on Peru.

Areas are what a map of regions is read by, so they are kept true. Within Peru, at most 10 degrees from the centre, lengths
are true to half a per cent, so that one scale bar holds for the whole map. See Snyder, *Map Projections: A Working Manual*
(USGS Professional Paper 1395, 1987), chapter 24. The computation is PROJ's, on the WGS 84 ellipsoid.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from geo.atlas import Atlas, Point

CENTRE: Final = (-75.0, -9.2)
"""Longitude and latitude of the centre, degrees."""

_STEP: Final = 0.5
"""Degrees between the points by which the outline of a rectangle is projected."""

Geometry = Any
"""A geometry of shapely, which is imported late."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The geometry of the atlas, projected; kilometres to the right of the centre and below it."""

    surroundings: Geometry
    land: Mapping[str, Geometry]
    """By ISO 3166-1 code."""
    coast: Geometry
    """Borders and coasts as lines, without the edges where the atlas is cut: there the land goes on."""
    units: Mapping[str, Geometry]
    """By ISO 3166-2 code."""
    lakes: Geometry


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
    import shapely  # noqa: PLC0415 - slow to import

    layers = atlas.layers
    return Ground(
        surroundings=_projected(_together(layers.surroundings)),
        land={code: _projected(area) for code, area in _shapes(layers.land).items()},
        coast=_projected(_together(layers.coast)),
        units={code: shapely.make_valid(_projected(area)) for code, area in _shapes(layers.units).items()},
        lakes=_projected(_together(layers.lakes)),
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


def _shapes(collection: Mapping[str, Any]) -> dict[str, Geometry]:
    """Return the geometries of a GeoJSON layer by the ids of its features."""
    from shapely.geometry import shape  # noqa: PLC0415 - slow to import

    return {feature["id"]: shape(feature["geometry"]) for feature in collection["features"]}


def _together(collection: Mapping[str, Any]) -> Geometry:
    import shapely  # noqa: PLC0415 - slow to import

    return shapely.GeometryCollection([*_shapes(collection).values()])


def _projected(geometry: Geometry) -> Geometry:
    import numpy as np  # noqa: PLC0415 - slow to import
    import shapely  # noqa: PLC0415

    def to_kilometres(points: Any) -> Any:  # noqa: ANN401 - arrays of numpy
        """Project an array of longitudes and latitudes."""
        east, north = _transformer().transform(*points.T)
        return np.column_stack((east, -north))

    return shapely.transform(geometry, to_kilometres)
