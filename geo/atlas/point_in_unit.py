"""Find the unit that a point lies in."""

import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from geo.atlas.records import Layers

OFFSHORE_REACH = 0.1
"""How far off the coast a point still gets the nearest unit, in degrees (about 11 km: San Lorenzo is Callao's)."""

PERU = "PER"


class UnitLocator:
    """Answers which unit a point lies in, by point in polygon on the drawn (simplified) units.

    Parameters
    ----------
    layers
        The atlas' GeoJSON: units, and the land that tells sea from a neighbouring country.
    reach
        How far off the coast a point still gets the nearest unit, in degrees.

    Notes
    -----
    The drawn borders are simplified by up to about a kilometre: a point nearer to a border than that may get the
    neighbouring unit. Making a locator imports shapely and takes some milliseconds: make one and keep it.
    """

    def __init__(self, layers: Layers, *, reach: float = OFFSHORE_REACH) -> None:
        # The page needs no shapely; only who locates pays for its import.
        self._shapely = import_module("shapely")
        self._reach = reach
        units = list(layers.units["features"])
        self._codes = tuple(str(feature["id"]) for feature in units)
        self._units = self._build_tree(units)
        self._abroad = self._build_tree([feature for feature in layers.land["features"] if feature["id"] != PERU])

    def _build_tree(self, features: list[Mapping[str, Any]]) -> Any:  # noqa: ANN401 - shapely comes without types
        shapes = [self._shapely.from_geojson(json.dumps(feature)) for feature in features]
        return self._shapely.STRtree(shapes)

    def unit_at(self, longitude: float, latitude: float) -> str | None:
        """Give the ISO code of the unit at a point.

        Parameters
        ----------
        longitude, latitude
            Degrees, WGS 84, in this order.

        Returns
        -------
        str or None
            The code; of two units that share a border through the point, the first in order; the nearest unit's for a
            point off the coast, on an island or on a lake within reach; ``None`` elsewhere, abroad above all.
        """
        point = self._shapely.Point(longitude, latitude)
        inside: Sequence[int] = self._units.query(point, predicate="intersects")
        if len(inside):
            return self._codes[min(inside)]
        if len(self._abroad.query(point, predicate="within")):
            return None
        near: Sequence[int] = self._units.query_nearest(point, max_distance=self._reach)
        return self._codes[min(near)] if len(near) else None
