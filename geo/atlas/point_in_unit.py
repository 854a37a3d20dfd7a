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
    """Finds the unit of a point, by point in polygon on the simplified units of the map.

    Parameters
    ----------
    layers
        GeoJSON of the atlas. The units are searched; the land tells the sea from a neighbouring country.
    reach
        How far off the coast a point still gets the nearest unit, in degrees.

    Notes
    -----
    The drawn borders are simplified by up to about a kilometre: a point nearer to a border than that may get the
    neighbouring unit. Making a locator imports shapely and takes some milliseconds, so it should be made once.
    """

    def __init__(self, layers: Layers, *, reach: float = OFFSHORE_REACH) -> None:
        # Imported here because the page needs no shapely.
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
        """Return the ISO code of the unit at a point.

        Parameters
        ----------
        longitude, latitude
            Degrees, WGS 84, in this order.

        Returns
        -------
        str or None
            The code. A point on a border gets the first of the two units, a point at sea, on an island or on a lake within
            reach the nearest unit. ``None`` elsewhere, for example abroad.
        """
        point = self._shapely.Point(longitude, latitude)
        inside: Sequence[int] = self._units.query(point, predicate="intersects")
        if len(inside):
            return self._codes[min(inside)]
        if len(self._abroad.query(point, predicate="within")):
            return None
        near: Sequence[int] = self._units.query_nearest(point, max_distance=self._reach)
        return self._codes[min(near)] if len(near) else None
