"""Plain facts of geography: which units touch, and how far two points lie apart."""

import math
from typing import Final

from geo.atlas.records import Layers, Point

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def distance_km(start: Point, end: Point) -> float:
    """Return the great-circle distance of two points in kilometres.

    The haversine formula on a sphere of the mean radius; against the ellipsoid it errs by less than 0.6 %.

    Parameters
    ----------
    start, end
        Longitude and latitude in degrees, WGS 84.
    """
    west, south, east, north = map(math.radians, (*start, *end))
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def find_neighbours(layers: Layers) -> dict[str, tuple[str, ...]]:
    """Return for every unit, by ISO code, the codes of the units that it has a border with, sorted.

    The build of the atlas has found them; units that meet in a single point are no neighbours.
    """
    return {feature["id"]: tuple(feature["properties"]["neighbours"]) for feature in layers.units["features"]}
