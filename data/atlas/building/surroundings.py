"""Build the countries around the window of the base map, coarsely, so that a wide screen shows no edge.

They are drawn underneath the land. The window is cut out, except a strip along its inside, which the land covers: without it, a
line would show between the two. Where a border or a coast crosses the window's edge, it is moved to its position in the land.
"""

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from building.basemap import CLIP
from building.shapes import round_geometry, select_polygons, to_plain_feature
from building.sources import Archives
from building.topojson import decode_arcs, to_geometry

AROUND = shapely.box(-100, -32, -45, 14)
DECIMALS = 3
GRID = 10.0**-DECIMALS
TOLERANCE = 0.03
# Smaller islands are left out, in square degrees, unless a country has none larger.
ISLAND_AREA = 0.004
# Width of the strip under the land, and the greatest distance by which an end at the window's edge is moved.
STRIP, PULL = 0.05, 0.05
# A ring across the antimeridian comes out as a band around the globe.
HALF_TURN = 180

# Peru lies wholly inside the window, all others reach beyond it; France is French Guiana, the Netherlands are Bonaire.
ISO_CODES = {
    "032": "ARG", "052": "BRB", "068": "BOL", "076": "BRA", "152": "CHL", "170": "COL", "188": "CRI", "218": "ECU",
    "222": "SLV", "250": "FRA", "308": "GRD", "320": "GTM", "328": "GUY", "340": "HND", "528": "NLD", "531": "CUW",
    "533": "ABW", "558": "NIC", "591": "PAN", "600": "PRY", "604": "PER", "662": "LCA", "670": "VCT", "740": "SUR",
    "780": "TTO", "858": "URY", "862": "VEN",
}  # fmt: skip


def select_unwrapped(geometry: BaseGeometry) -> BaseGeometry:
    """Return a geometry without the parts that cross the antimeridian: Fiji would run across South America."""
    parts = [part for part in shapely.get_parts(geometry) if part.bounds[2] - part.bounds[0] < HALF_TURN]
    return shapely.union_all(parts)


def drop_islands(geometry: BaseGeometry) -> BaseGeometry:
    """Return a geometry without small islands; the largest part is kept."""
    parts = sorted(shapely.get_parts(geometry), key=lambda part: -part.area)
    return shapely.union_all([part for rank, part in enumerate(parts) if rank == 0 or part.area >= ISLAND_AREA])


def read_around(archives: Archives) -> dict[str, BaseGeometry]:
    """Return the countries around the window, cut to it, by ISO code; an unknown country raises KeyError."""
    topology = archives.read_json("world-atlas", "countries-50m.json")
    arcs = decode_arcs(topology)
    ring = shapely.difference(AROUND, CLIP)
    items = topology["objects"]["countries"]["geometries"]
    whole = [(item.get("id"), select_unwrapped(to_geometry(arcs, item))) for item in items]
    cut = {ISO_CODES[number]: select_polygons(shape.intersection(ring)) for number, shape in whole if shape.intersects(AROUND)}
    return {iso: cut[iso] for iso in sorted(cut) if not cut[iso].is_empty}


def pull(shapes: NDArray[np.object_], land: dict[str, BaseGeometry]) -> NDArray[np.object_]:
    """Return the shapes with the ends of borders and coasts at the window's edge moved to those of the land."""
    edge = CLIP.exterior
    ends = shapely.union_all([shapely.boundary(shapely.line_merge(shape.intersection(edge))) for shape in land.values()])
    targets = np.round(shapely.get_coordinates(ends), DECIMALS)

    def pulled(points: NDArray[np.float64]) -> NDArray[np.float64]:
        distances = np.linalg.norm(points[:, None] - targets[None], axis=2)
        near = (shapely.distance(shapely.points(points), edge) == 0) & (distances.min(axis=1) < PULL)
        return np.where(near[:, None], targets[distances.argmin(axis=1)], points)

    return np.array([shapely.transform(shape, pulled) for shape in shapes])


def covered_strip(land: dict[str, BaseGeometry]) -> BaseGeometry:
    """Return the strip along the inside of the window's edge that the land covers, one grid step inside its coast."""
    strip = shapely.difference(CLIP, CLIP.buffer(-STRIP, join_style="mitre"))
    covered = shapely.union_all([*land.values(), shapely.difference(AROUND, CLIP)])
    return strip.intersection(covered.buffer(-GRID, join_style="mitre"))


def build_surroundings(archives: Archives, land_layer: dict[str, Any]) -> dict[str, Any]:
    """Return the feature collection of the countries around the land just built, sorted by ISO code."""
    land = {str(feature["id"]): shapely.geometry.shape(feature["geometry"]) for feature in land_layer["features"]}
    around = read_around(archives)
    simplified = shapely.coverage_simplify(shapely.coverage_clean(list(around.values())), TOLERANCE)
    rounded = np.array([round_geometry(drop_islands(shape), DECIMALS) for shape in simplified])
    strip, empty = covered_strip(land), shapely.Polygon()
    extended = [
        select_polygons(shapely.union(shape, land.get(iso, empty).intersection(strip), grid_size=GRID))
        for iso, shape in zip(around, pull(rounded, land), strict=True)
    ]
    cleaned = shapely.coverage_clean(np.array(extended), snapping_distance=GRID)
    features = [
        to_plain_feature(iso, round_geometry(shape, DECIMALS), {"iso": iso}) for iso, shape in zip(around, cleaned, strict=True)
    ]
    return {"type": "FeatureCollection", "features": features}
