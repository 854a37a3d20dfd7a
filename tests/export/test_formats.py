"""Every format, for every kind of view: it can be read by the programs it is for, and is the same every time."""

import hashlib
import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pyogrio
import pytest
import shapely

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export import FileFormat, describe, file_name, make_file
from geo.export.frames import TABLES
from geo.export.frames.claims import claims_frame
from geo.export.frames.facts import facts_frame
from geo.export.frames.frame import flatten
from geo.export.frames.places import build_namings
from geo.text import LANGUAGES, translator
from geo.view import ViewContext, make_context, start_state
from tests.export.file_samples import HOSTILE, NAMES, hostile_evidence, picked, subject_of, views

PROJECT = Path(__file__).resolve().parents[2]
MOST_BYTES = {"csv": 90_000, "geojson": 400_000, "gpkg": 600_000, "xlsx": 160_000, "html": 1_200_000}
LAYERS = ["places", "units", "claims", "facts", "sources", "disagreements", "about"]


def file_of(subject: ViewContext, wanted: str) -> bytes:
    """Make a file through the door that page and command line use."""
    return make_file(subject, FileFormat(wanted))


def package_of(subject: ViewContext, folder: Path) -> Path:
    """Make a GeoPackage in a folder: GDAL wants a name with the right ending."""
    path = folder / "view.gpkg"
    path.write_bytes(file_of(subject, "gpkg"))
    return path


def layer(path: Path, name: str) -> pd.DataFrame:
    """Read a layer of a GeoPackage."""
    return pyogrio.read_dataframe(path, layer=name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("wanted", MOST_BYTES)
def test_a_file_is_as_large_as_it_should_be(evidence: Evidence, atlas: Atlas, wanted: str, name: str) -> None:
    """No view makes an empty file or a huge one."""
    assert 0 < len(file_of(subject_of(evidence, atlas, name), wanted)) < MOST_BYTES[wanted]


@pytest.mark.parametrize("name", NAMES)
def test_pandas_reads_the_table(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """The frame has a row for each claim, with the very cells."""
    subject = subject_of(evidence, atlas, name)
    read = pd.read_csv(io.BytesIO(file_of(subject, "csv")), dtype=str, keep_default_na=False)
    made = flatten(claims_frame(subject)).astype("str").fillna("").replace({"True": "true", "False": "false"})
    pd.testing.assert_frame_equal(read, made)


@pytest.mark.parametrize("name", NAMES)
def test_geojson_keeps_its_standard(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """RFC 7946: no crs, outer rings counterclockwise, a bbox around everything; a feature for each naming."""
    subject = subject_of(evidence, atlas, name)
    collection = json.loads(file_of(subject, "geojson"))
    features, namings = collection["features"], build_namings(subject)
    assert (collection["type"], "crs" in collection) == ("FeatureCollection", False)
    assert [feature["properties"]["place_id"] for feature in features] == [naming.claim.place_id for naming in namings]
    assert len({feature["id"] for feature in features}) == len(features)
    shapes = [shapely.geometry.shape(feature["geometry"]) for feature in features if feature["geometry"]]
    rings = [part.exterior for shape in shapes for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]
    assert all(ring.is_ccw for ring in rings)
    assert collection.get("bbox") == (list(shapely.GeometryCollection(shapes).bounds) if shapes else None)


def test_geojson_says_who_says_so(evidence: Evidence, atlas: Atlas) -> None:
    """A feature has its claims inside, with statement, source and phrase; the file its licence, credits and link."""
    subject = subject_of(evidence, atlas, "start")
    collection = json.loads(file_of(subject, "geojson"))
    for feature, naming in zip(collection["features"], build_namings(subject), strict=True):
        found = [(claim["claim_id"], claim["statement"], claim["phrase"] or "") for claim in feature["properties"]["claims"]]
        assert found == [(claim.claim_id, claim.statement_en, claim.phrase) for claim in naming.alike]
        assert feature["properties"]["source_ids"] == list(naming.source_ids)
    assert collection["attribution"] == list(atlas.credits)
    spanish = json.loads(file_of(subject_of(evidence, atlas, "Spanish"), "geojson"))
    assert spanish["attribution"] == list(atlas.credits_es)
    assert [licence["url"] for licence in collection["licence"]] == [licence.path for licence in evidence.licences]
    assert (collection["link"], collection["data_version"]) == (subject.link, evidence.version)


def test_a_locality_is_a_point_and_a_region_its_polygon(evidence: Evidence, atlas: Atlas) -> None:
    """A region that only contains a locality is no feature; a place without point or region has no geometry."""
    collection = json.loads(file_of(subject_of(evidence, atlas, "all roles"), "geojson"))
    kinds = {f["properties"]["place_id"]: (f["geometry"] or {"type": ""})["type"] for f in collection["features"]}
    places = evidence.places
    expected = {key: "Polygon" if places[key].is_area else "Point" if places[key].is_point else "" for key in kinds}
    assert {key: kind.removeprefix("Multi") for key, kind in kinds.items()} == expected
    assert {"Polygon", "Point", ""} == set(expected.values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.filterwarnings("error")
def test_gdal_reads_the_geopackage(evidence: Evidence, atlas: Atlas, name: str, tmp_path: Path) -> None:
    """It has its layers, without a warning, and every naming is in one of the two that have geometry."""
    subject = subject_of(evidence, atlas, name)
    file = package_of(subject, tmp_path)
    assert [str(item) for item in pyogrio.list_layers(file)[:, 0]] == LAYERS
    localities, units = layer(file, "places"), layer(file, "units")
    namings = build_namings(subject)
    assert list(localities["place_id"]) == [
        naming.claim.place_id for naming in namings if not evidence.places[naming.claim.place_id].is_area
    ]
    assert list(units["place_id"]) == [
        naming.claim.place_id for naming in namings if evidence.places[naming.claim.place_id].is_area
    ]
    assert len(layer(file, "claims")) == len(claims_frame(subject))
    assert list(layer(file, "facts")["claim_id"]) == list(facts_frame(subject)["claim_id"])
    assert units.crs == localities.crs == "EPSG:4326"
    assert units.geometry.is_valid.all()


def test_a_geopackage_has_the_cells_of_the_table(evidence: Evidence, atlas: Atlas, tmp_path: Path) -> None:
    """Days are days, counts are counts, a missing cell is missing."""
    subject = subject_of(evidence, atlas, "all roles")
    claims = layer(package_of(subject, tmp_path), "claims")
    made = flatten(claims_frame(subject))
    names = ("start", "paragraph", "phrase", "source_ids", "own_days")
    days = claims["start"].astype("date32[pyarrow]")
    assert picked(claims.assign(start=days), *names) == picked(made, *names)
    info = pyogrio.read_info(tmp_path / "view.gpkg", layer="claims")
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert (types["start"], types["paragraph"], types["own_days"]) == ("OFTDate", "OFTInteger", "OFTInteger")


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_has_the_cells_of_the_tables(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """Dates are date cells, a missing cell is empty, and the header stays in sight under a filter."""
    subject = subject_of(evidence, atlas, name)
    book = openpyxl.load_workbook(io.BytesIO(file_of(subject, "xlsx")))
    assert len(book.sheetnames) == 6
    for sheet, table in zip(book.worksheets, TABLES, strict=False):
        frame = flatten(table.build(subject).drop(columns="geometry", errors="ignore"))
        header, *rows = sheet.iter_rows(max_row=len(frame) + 1, max_col=len(frame.columns), values_only=True)
        assert header == tuple(frame)
        assert [tuple(map(read_cell, row)) for row in rows] == picked(frame, *frame)
        assert (sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("E2" if len(header) > 8 else "A2", True)


def read_cell(value: object) -> object:
    """Return a day without its time."""
    return value.date() if hasattr(value, "date") else value


def test_the_last_sheet_tells_what_the_file_is(evidence: Evidence, atlas: Atlas) -> None:
    """The view in words, link, licence, credits and the meaning of every column."""
    subject = subject_of(evidence, atlas, "Spanish")
    sheet = openpyxl.load_workbook(io.BytesIO(file_of(subject, "xlsx"))).worksheets[-1]
    lines = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}
    assert subject.link in lines.values()
    assert subject.headline.text in lines.values()
    assert any(evidence.licences[0].path in str(text) for text in lines.values())
    assert {column.name for table in TABLES for column in table.columns} <= set(lines)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_is_a_formula_in_a_workbook(evidence: Evidence, atlas: Atlas, text: str) -> None:
    """Whatever the data says, there is no cell with a formula and no link that a click follows."""
    subject = subject_of(hostile_evidence(evidence, text), atlas, "all roles")
    book = openpyxl.load_workbook(io.BytesIO(file_of(subject, "xlsx")))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []
    assert {cell.quotePrefix for cell in cells if cell.data_type == "s" and cell.row > 1 and cell.column > 2} == {True}


def test_the_same_view_is_the_same_file_in_another_process(evidence: Evidence, atlas: Atlas) -> None:
    """Neither the hour nor the order of hashes is in a file: another process, with other hashes, makes the same bytes."""
    code = (
        "import hashlib, sys\nfrom pathlib import Path\n"
        "from geo.atlas import load_atlas\nfrom geo.evidence import load_evidence\n"
        "from geo.export import FileFormat, make_file\nfrom geo.view import make_context, start_state\n"
        "evidence, atlas = load_evidence(Path('tests/evidence_1_0')), load_atlas(Path('data/atlas'))\n"
        "for item in FileFormat:\n"
        "    print(hashlib.sha256(make_file(make_context(evidence, atlas, start_state(evidence, 'es')), item)).hexdigest())\n"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PATH": "/usr/bin"}
    done = subprocess.run(  # noqa: S603 - a command of our own
        [sys.executable, "-c", code], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    state = start_state(evidence, "es")
    here = [hashlib.sha256(make_file(make_context(evidence, atlas, state), item)).hexdigest() for item in FileFormat]
    assert done.stdout.split() == here


def test_a_third_authorisation_is_in_every_file(three_acts: Evidence, atlas: Atlas, tmp_path: Path) -> None:
    """Rows for a new act are all that its files need."""
    subject = subject_of(three_acts, atlas, "start")
    for wanted in ("csv", "geojson"):
        assert b"32100" in file_of(subject, wanted)
    assert "32100" in set(layer(package_of(subject, tmp_path), "units")["authorisation_id"])
    book = openpyxl.load_workbook(io.BytesIO(file_of(subject, "xlsx")))
    assert "32100" in {row[1] for row in book.worksheets[0].iter_rows(values_only=True)}


@pytest.mark.parametrize("wanted", FileFormat)
def test_a_name_tells_what_the_file_is(evidence: Evidence, wanted: FileFormat) -> None:
    """Acts, days and language are in it, and the ending is that of the format."""
    found = views(evidence)
    start = file_name(found["start"], wanted)
    assert start.endswith(f"_31758-9307_2023-06-01_2024-11-24_en.{wanted.value}")
    assert file_name(found["Spanish"], wanted).endswith(f"_es.{wanted.value}")
    assert file_name(found["nothing"], wanted).endswith(f"_none_en.{wanted.value}")


def test_a_name_is_safe(evidence: Evidence) -> None:
    """An id may be anything; a name has no separator of folders, no space and no sign that a shell reads."""
    state = start_state(evidence, "en")
    days = state.ranges[0][1]
    strange = type(state)(authorisations=("../..", "Ñ; rm"), ranges=(("../..", days), ("Ñ; rm", days)), roles=())
    assert file_name(strange, FileFormat.CSV) == "ingreso_claims_x-rm_2023-06-01_2023-12-31_en.csv"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_is_described(language: str) -> None:
    """Each has a line of its own, in either language."""
    lines = [describe(item, translator(language)) for item in FileFormat]
    assert len(set(lines)) == len(FileFormat)
    assert all(0 < len(line) <= 110 for line in lines)


def test_the_date_of_a_file_is_that_of_its_data(evidence: Evidence, atlas: Atlas) -> None:
    """A workbook says that it was made on the day of the data's version."""
    subject = subject_of(evidence, atlas, "start")
    book = openpyxl.load_workbook(io.BytesIO(file_of(subject, "xlsx")))
    assert book.properties.created.date() == date.fromisoformat(evidence.changes[0].date) == subject.day
