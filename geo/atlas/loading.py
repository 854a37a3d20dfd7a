"""Read the atlas from disk. Only the standard library is used, since importing pandas or shapely takes half a second."""

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from geo.atlas.gazetteer import Gazetteer
from geo.atlas.records import Atlas, Country, GazetteerEntry, Lake, Layers, Unit

UNIT_COUNT = 25
DESCRIPTOR = "datapackage.json"
LAYER_FILES = {
    "units": "units.geojson",
    "land": "land.geojson",
    "coast": "coast.geojson",
    "lakes": "lakes.geojson",
    "surroundings": "surroundings.geojson",
}
GAZETTEER_FILE = "gazetteer.csv"
GAZETTEER_COLUMNS = (
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


class AtlasError(Exception):
    """The atlas on disk cannot be used.

    Attributes
    ----------
    faults
        The faults, each as one line: file, position, what was expected, what was found.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__("the atlas cannot be loaded:\n" + "\n".join(f"- {fault}" for fault in faults))


def read_json(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file.

    Raises
    ------
    AtlasError
        When the file is missing or is no JSON object.
    """
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise AtlasError((f"{path.name}: expected a readable JSON file, found {error}",)) from error
    if not isinstance(value, dict):
        raise AtlasError((f"{path.name}: expected a JSON object, found {type(value).__name__}",))
    return value


def read_features(path: Path) -> dict[str, Any]:
    """Return the GeoJSON feature collection in a file.

    Raises
    ------
    AtlasError
        When it is no feature collection, or a feature has no id, bbox, properties or geometry.
    """
    collection = read_json(path)
    features = collection.get("features")
    if collection.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise AtlasError((f"{path.name}: expected a FeatureCollection, found type {collection.get('type')!r}",))
    faults = tuple(
        f"{path.name}: feature {number}: expected {key}, found nothing"
        for number, feature in enumerate(features, start=1)
        for key in ("id", "bbox", "properties", "geometry")
        if not feature.get(key)
    )
    if faults:
        raise AtlasError(faults)
    return collection


def to_unit(feature: Mapping[str, Any]) -> Unit:
    """Return the unit of a GeoJSON feature."""
    values = feature["properties"]
    return Unit(
        code=feature["id"],
        name=values["name"],
        kind=values["kind"],
        ubigeo=values["ubigeo"],
        label=(values["label_lon"], values["label_lat"]),
        bounds=tuple(feature["bbox"]),
        area_km2=values["area_km2"],
        neighbours=tuple(values["neighbours"]),
    )


def to_country(feature: Mapping[str, Any]) -> Country:
    """Return the country of a GeoJSON feature."""
    values = feature["properties"]
    label = (values["label_lon"], values["label_lat"])
    return Country(feature["id"], values["name_en"], values["name_es"], label, tuple(feature["bbox"]))


def to_lake(feature: Mapping[str, Any]) -> Lake:
    """Return the lake of a GeoJSON feature."""
    values = feature["properties"]
    label = (values["label_lon"], values["label_lat"])
    return Lake(feature["id"], values["name_en"], values["name_es"], label, tuple(feature["bbox"]))


def to_credits(descriptor: Mapping[str, Any], property_name: str) -> tuple[str, ...]:
    """Return the attributions in a property of all resources, each once, in the order of the resources."""
    return tuple(dict.fromkeys(text for resource in descriptor["resources"] for text in resource[property_name]))


def load_atlas(directory: str | Path) -> Atlas:
    """Return the atlas in a folder: units, base map and credits.

    Parameters
    ----------
    directory
        The folder with ``datapackage.json`` and the GeoJSON files (``data/atlas``).

    Raises
    ------
    AtlasError
        When a file is missing or cannot be read; lists every fault.
    """
    folder = Path(directory)
    found: dict[str, dict[str, Any]] = {}
    faults: list[str] = []
    for key, name in {"descriptor": DESCRIPTOR, **LAYER_FILES}.items():
        try:
            found[key] = (read_json if key == "descriptor" else read_features)(folder / name)
        except AtlasError as error:
            faults.extend(error.faults)
    if faults:
        raise AtlasError(tuple(faults))
    return build_atlas(found["descriptor"], Layers(**{key: found[key] for key in LAYER_FILES}))


def build_atlas(descriptor: Mapping[str, Any], layers: Layers) -> Atlas:
    """Return the atlas of the parsed files.

    Raises
    ------
    AtlasError
        When a property is missing or the units are not 25.
    """
    try:
        atlas = Atlas(
            units=tuple(to_unit(feature) for feature in layers.units["features"]),
            countries=tuple(to_country(feature) for feature in layers.land["features"]),
            lakes=tuple(to_lake(feature) for feature in layers.lakes["features"]),
            layers=layers,
            version=descriptor["version"],
            credits=to_credits(descriptor, "attributions"),
            credits_es=to_credits(descriptor, "attributions_es"),
        )
    except KeyError as error:
        raise AtlasError((f"the atlas: expected the property {error}, found nothing",)) from error
    codes = {unit.code for unit in atlas.units}
    if len(codes) != UNIT_COUNT or len(atlas.units) != UNIT_COUNT:
        found = f"{len(codes)} in {len(atlas.units)} features"
        message = f"{LAYER_FILES['units']}: expected {UNIT_COUNT} units, found {found}"
        raise AtlasError((message,))
    return atlas


def find_row_faults(row: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the faults of one row of the gazetteer."""
    if not row["name"]:
        yield "name: expected a name, found nothing"
    if row["level"] not in LEVELS:
        yield f"level: expected one of {', '.join(LEVELS)}, found {row['level']!r}"
    if not (row["unit"] or "").startswith("PE-"):
        yield f"unit: expected an ISO code like PE-LOR, found {row['unit']!r}"
    for column, kind, wanted in (
        ("latitude", float, "a number"),
        ("longitude", float, "a number"),
        ("population", int, "a whole number"),
        ("geonames_id", int, "a whole number"),
    ):
        try:
            kind(row[column] or 0)
        except ValueError:
            yield f"{column}: expected {wanted} or nothing, found {row[column]!r}"


def to_entry(row: Mapping[str, Any]) -> GazetteerEntry:
    """Return the gazetteer entry of a row without faults."""
    return GazetteerEntry(
        name=row["name"],
        alternate_names=tuple(filter(None, row["alternate_names"].split("|"))),
        level=row["level"],
        unit=row["unit"],
        province=row["province"] or None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        latitude=float(row["latitude"]) if row["latitude"] else None,
        population=int(row["population"]) if row["population"] else None,
        geonames_id=int(row["geonames_id"]) if row["geonames_id"] else None,
        ubigeo=row["ubigeo"] or None,
        source=row["source"],
    )


def load_gazetteer(directory: str | Path) -> Gazetteer:
    """Return the gazetteer in a folder, in the order of its rows.

    Raises
    ------
    AtlasError
        When the file is missing or a row has a fault; lists every fault with its line.
    """
    path = Path(directory) / GAZETTEER_FILE
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            rows, columns = list(reader), tuple(reader.fieldnames or ())
    except (OSError, UnicodeError) as error:
        raise AtlasError((f"{path.name}: expected a readable CSV file, found {error}",)) from error
    if columns != GAZETTEER_COLUMNS:
        expected, found = ", ".join(GAZETTEER_COLUMNS), ", ".join(columns)
        raise AtlasError((f"{path.name}: line 1: expected the columns {expected}, found {found}",))
    faults = tuple(
        f"{path.name}: line {line}: {fault}" for line, row in enumerate(rows, start=2) for fault in find_row_faults(row)
    )
    if faults:
        raise AtlasError(faults)
    return Gazetteer(to_entry(row) for row in rows)


def find_altered_files(directory: str | Path) -> tuple[str, ...]:
    """Return a fault for each file whose size or SHA-256 differs from the descriptor; empty if none does."""
    folder = Path(directory)
    faults = []
    for resource in read_json(folder / DESCRIPTOR)["resources"]:
        content = (folder / resource["path"]).read_bytes() if (folder / resource["path"]).exists() else b""
        expected = f"{resource['bytes']} bytes, {resource['hash']}"
        found = f"{len(content)} bytes, sha256:{hashlib.sha256(content).hexdigest()}"
        if found != expected:
            faults.append(f"{resource['path']}: expected {expected}; found {found}")
    return tuple(faults)
