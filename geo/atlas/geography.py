"""Neighbours of a unit, and the distance of two points."""

import math
from typing import Final

from geo.atlas.records import Layers, Point

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def distance_km(start: Point, end: Point) -> float:
    """Return the great-circle distance of two points in kilometres.

    Haversine formula on a sphere of the mean radius; differs from the ellipsoid by less than 0.6 %.

    Parameters
    ----------
    start, end
        Longitude and latitude in degrees, WGS 84.
    """
    west, south, east, north = map(math.radians, (*start, *end))
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def find_neighbours(layers: Layers) -> dict[str, tuple[str, ...]]:
    """Return the neighbours of each unit: by ISO code, the sorted codes of the units with a common border.

    The build of the atlas computes them. Two units that meet in a single point are not neighbours.
    """
    return {feature["id"]: tuple(feature["properties"]["neighbours"]) for feature in layers.units["features"]}
