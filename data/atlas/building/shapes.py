"""Geometry that more than one layer needs: rounding, winding, label points, GeoJSON features."""

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

LABEL_DECIMALS = 4
LABEL_TOLERANCE = 0.001


def round_geometry(geometry: BaseGeometry, decimals: int) -> BaseGeometry:
    """Round every vertex by itself, so that vertices shared by neighbours stay shared."""

    def rounded(points: NDArray[np.float64]) -> NDArray[np.float64]:
        # Adding zero turns -0.0 into 0.0, which would otherwise be written as "-0.0".
        return np.round(points, decimals) + 0.0

    return shapely.transform(geometry, rounded)


def select_polygons(geometry: BaseGeometry) -> BaseGeometry:
    """Keep the areas of a geometry, without the points and lines that clipping leaves."""
    return shapely.union_all([part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"])


def to_rfc7946(geometry: BaseGeometry) -> BaseGeometry:
    """Return rings one fixed start and order, exteriors counter-clockwise (RFC 7946, section 3.1.6)."""
    return shapely.orient_polygons(shapely.normalize(geometry), exterior_cw=False)


def label_point(geometry: BaseGeometry) -> tuple[float, float]:
    """Return the pole of inaccessibility of the largest part, as longitude, latitude in degrees."""
    largest = max(shapely.get_parts(geometry), key=lambda part: part.area)
    centre = shapely.maximum_inscribed_circle(largest, LABEL_TOLERANCE).coords[0]
    return round(centre[0], LABEL_DECIMALS), round(centre[1], LABEL_DECIMALS)


def to_plain_feature(identifier: str, geometry: BaseGeometry, properties: dict[str, Any]) -> dict[str, Any]:
    """Return a GeoJSON feature with its bounding box (west, south, east, north)."""
    wound = to_rfc7946(geometry)
    return {
        "type": "Feature",
        "id": identifier,
        "bbox": list(wound.bounds),
        "properties": properties,
        "geometry": shapely.geometry.mapping(wound),
    }


def to_feature(identifier: str, geometry: BaseGeometry, properties: dict[str, Any]) -> dict[str, Any]:
    """Return a GeoJSON feature with its bounding box and a point for its label."""
    label_lon, label_lat = label_point(to_rfc7946(geometry))
    return to_plain_feature(identifier, geometry, {**properties, "label_lon": label_lon, "label_lat": label_lat})
