"""Loading reads what is there and lists every fault."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo.atlas import Atlas, AtlasError, GazetteerEntry, find_altered_files, load_atlas, load_gazetteer


@pytest.fixture
def copy(data: Path, tmp_path: Path) -> Path:
    """Copy the data files to a folder that a test may spoil."""
    for path in (*data.glob("*.geojson"), *data.glob("*.json"), *data.glob("*.csv")):
        shutil.copy(path, tmp_path)
    return tmp_path


def test_load_atlas_credits_every_source_once(atlas: Atlas) -> None:
    """The credits name boundaries, base map and gazetteer, each once."""
    assert atlas.credits == (
        (
            "Boundaries: geoBoundaries gbOpen PER ADM2 (2020), IGN Perú / OCHA ROLAC, CC BY 3.0 IGO; Runfola et al. "
            "2020, doi:10.1371/journal.pone.0231866; dissolved, cleaned and simplified."
        ),
        "Coast, neighbours and lakes: Natural Earth, public domain; fitted to the boundaries.",
        "Coordinates: GeoNames, CC BY 4.0; Santa Lucía (San Martín): INEI.",
    )


def test_the_credits_are_in_spanish_too(atlas: Atlas) -> None:
    """Each has its Spanish form with the same sources, licences and numbers; another language gets the English one."""
    assert atlas.credits_in("es") == (
        (
            "Límites: geoBoundaries gbOpen PER ADM2 (2020), IGN Perú / OCHA ROLAC, CC BY 3.0 IGO; Runfola et al. "
            "2020, doi:10.1371/journal.pone.0231866; fusionados, depurados y simplificados."
        ),
        "Costa, países vecinos y lagos: Natural Earth, dominio público; ajustados a los límites.",
        "Coordenadas: GeoNames, CC BY 4.0; Santa Lucía (San Martín): INEI.",
    )
    assert atlas.credits_in("en") == atlas.credits_in("qu") == atlas.credits


def test_load_atlas_gives_the_descriptors_version(atlas: Atlas, data: Path) -> None:
    """The atlas carries the version of its data package."""
    assert atlas.version == json.loads((data / "datapackage.json").read_text(encoding="utf-8"))["version"]


def test_loading_needs_no_heavy_library(data: Path) -> None:
    """Importing and loading brings in neither pandas, geopandas, numpy nor shapely."""
    code = (
        "import sys; from geo.atlas import load_atlas, load_gazetteer; "
        f"load_atlas({str(data)!r}); load_gazetteer({str(data)!r}); "
        "print(sorted({'pandas', 'geopandas', 'numpy', 'shapely', 'geopy'} & set(sys.modules)))"
    )
    root = data.parents[1]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_load_atlas_lists_every_missing_file(tmp_path: Path) -> None:
    """An empty folder is reported with all six files."""
    with pytest.raises(AtlasError, match=r"datapackage\.json") as caught:
        load_atlas(tmp_path)
    names = [fault.split(":")[0] for fault in caught.value.faults]
    layers = ["units.geojson", "land.geojson", "coast.geojson", "lakes.geojson", "surroundings.geojson"]
    assert names == ["datapackage.json", *layers]


def test_load_atlas_rejects_what_is_no_feature_collection(copy: Path) -> None:
    """A layer that is other GeoJSON is named with what was found."""
    (copy / "land.geojson").write_text('{"type": "Point"}', encoding="utf-8")
    with pytest.raises(AtlasError, match=r"land\.geojson: expected a FeatureCollection, found type 'Point'"):
        load_atlas(copy)


def test_load_atlas_rejects_what_is_no_object(copy: Path) -> None:
    """A layer that is a JSON list is named with what was found."""
    (copy / "lakes.geojson").write_text("[]", encoding="utf-8")
    with pytest.raises(AtlasError, match=r"lakes\.geojson: expected a JSON object, found list"):
        load_atlas(copy)


def test_load_atlas_names_the_feature_without_geometry(copy: Path) -> None:
    """A feature that lacks a member is named by its number."""
    collection = json.loads((copy / "units.geojson").read_text(encoding="utf-8"))
    del collection["features"][2]["geometry"]
    (copy / "units.geojson").write_text(json.dumps(collection), encoding="utf-8")
    with pytest.raises(AtlasError, match=r"units\.geojson: feature 3: expected geometry, found nothing"):
        load_atlas(copy)


def test_load_atlas_counts_the_units(copy: Path) -> None:
    """A missing unit stops loading."""
    collection = json.loads((copy / "units.geojson").read_text(encoding="utf-8"))
    collection["features"].pop()
    (copy / "units.geojson").write_text(json.dumps(collection), encoding="utf-8")
    with pytest.raises(AtlasError, match="expected 25 units, found 24 in 24 features"):
        load_atlas(copy)


def test_load_atlas_names_the_missing_property(copy: Path) -> None:
    """A unit without a property stops loading with the property's name."""
    collection = json.loads((copy / "units.geojson").read_text(encoding="utf-8"))
    del collection["features"][0]["properties"]["area_km2"]
    (copy / "units.geojson").write_text(json.dumps(collection), encoding="utf-8")
    with pytest.raises(AtlasError, match="expected the property 'area_km2', found nothing"):
        load_atlas(copy)


def test_load_gazetteer_reads_a_row_whole(gazetteer: tuple[GazetteerEntry, ...]) -> None:
    """INEI's Santa Lucía comes with all its fields, missing ones as None."""
    assert gazetteer[-1] == GazetteerEntry(
        name="Santa Lucía",
        alternate_names=(),
        level="place",
        unit="PE-SAM",
        province="Tocache",
        longitude=-76.38725,
        latitude=-8.34491,
        population=None,
        geonames_id=None,
        ubigeo="2210050015",
        source="INEI populated centre 2210050015",
    )


def test_load_gazetteer_has_every_level(gazetteer: tuple[GazetteerEntry, ...]) -> None:
    """There are 25 units, 195 provinces beside Callao, and 2,296 places of GeoNames with INEI's one."""
    levels = [entry.level for entry in gazetteer]
    counts = {level: levels.count(level) for level in ("unit", "province", "place")}
    assert counts == {"unit": 25, "province": 195, "place": 2297}


def test_load_gazetteer_lists_every_fault_with_its_line(bad: Path) -> None:
    """Each wrong field is named with line, expected and found."""
    with pytest.raises(AtlasError, match="the atlas cannot be loaded") as caught:
        load_gazetteer(bad)
    assert caught.value.faults == (
        "gazetteer.csv: line 3: name: expected a name, found nothing",
        "gazetteer.csv: line 4: level: expected one of unit, province, place, found 'town'",
        "gazetteer.csv: line 4: unit: expected an ISO code like PE-LOR, found 'Ica'",
        "gazetteer.csv: line 4: latitude: expected a number or nothing, found 'south'",
        "gazetteer.csv: line 4: population: expected a whole number or nothing, found 'many'",
        "gazetteer.csv: line 4: geonames_id: expected a whole number or nothing, found 'abc'",
    )


def test_load_gazetteer_checks_its_columns(tmp_path: Path) -> None:
    """A file with other columns is rejected."""
    (tmp_path / "gazetteer.csv").write_text("name,x\nLima,1\n", encoding="utf-8")
    with pytest.raises(AtlasError, match=r"line 1: expected the columns geonames_id, .*, found name, x"):
        load_gazetteer(tmp_path)


def test_load_gazetteer_reports_a_missing_file(tmp_path: Path) -> None:
    """A missing gazetteer is an AtlasError too."""
    with pytest.raises(AtlasError, match=r"gazetteer\.csv: expected a readable CSV file"):
        load_gazetteer(tmp_path)


def test_committed_files_are_those_described(data: Path) -> None:
    """Size and hash of every file are those in the descriptor."""
    assert find_altered_files(data) == ()


def test_an_altered_file_is_found(copy: Path) -> None:
    """One byte more in one file is noticed."""
    path = copy / "lakes.geojson"
    path.write_bytes(path.read_bytes() + b"\n")
    assert [fault.split(":")[0] for fault in find_altered_files(copy)] == ["lakes.geojson"]


def test_a_removed_file_is_found(copy: Path) -> None:
    """A file that is gone counts as altered."""
    (copy / "gazetteer.csv").unlink()
    assert [fault.split(":")[0] for fault in find_altered_files(copy)] == ["gazetteer.csv"]
