"""The evidence pack is a Data Package and an RO-Crate, and its tables are read as they were meant."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from frictionless import Package, system
from frictionless.resources import TableResource

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export import FileFormat, make_file
from tests.export.file_samples import subject_of


@pytest.fixture(scope="module")
def folder(evidence: Evidence, atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the pack of a view that has everything in it."""
    path = tmp_path_factory.mktemp("pack")
    pack = make_file(subject_of(evidence, atlas, "all roles"), FileFormat.ZIP)
    zipfile.ZipFile(io.BytesIO(pack)).extractall(path)
    (own,) = path.iterdir()
    return own


def test_frictionless_finds_the_package_valid(folder: Path) -> None:
    """Types, keys, references, sizes and hashes hold for every row of every table."""
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["name", "type", "note"]) == []
    assert [task.name for task in report.tasks] == ["places", "claims", "facts", "sources", "disagreements"]


def test_ids_survive_a_program_that_reads_the_schema(folder: Path) -> None:
    """002 stays 002, a month stays a month, a list is a list and a day a day."""
    with system.use_context(trusted=True):
        package = Package(str(folder / "datapackage.json"))
        sources = {row["source_id"]: row for row in package.get_resource("sources").read_rows()}
        claims = package.get_resource("claims").read_rows()
    assert sources["003"]["published"] == "2023-05"
    assert {"31758", "9307"} <= {row["authorisation_id"] for row in claims}
    assert all(isinstance(row["source_ids"], list) for row in claims)
    assert {type(row["start"]).__name__ for row in claims} == {"date", "NoneType"}


def test_a_changed_cell_is_found(folder: Path) -> None:
    """The descriptor is not decoration: a number where a day belongs is a fault."""
    resource = Package(str(folder / "datapackage.json")).get_resource("claims")
    assert isinstance(resource, TableResource)
    assert {field.name: field.type for field in resource.schema.fields}["start"] == "date"


def test_the_crate_names_every_file(folder: Path) -> None:
    """Its graph has the pack as its root, with licence and version, and an entity for each file that it lists."""
    crate = json.loads((folder / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    entities = {entity["@id"]: entity for entity in crate["@graph"]}
    root = entities["./"]
    assert entities["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    assert (root["@type"], root["license"]["@id"] in entities, root["author"]["@id"] in entities) == ("Dataset", True, True)
    listed = {part["@id"] for part in root["hasPart"]}
    assert listed | {"README.txt", "SHA256SUMS", "datapackage.json", "ro-crate-metadata.json"} == {
        path.name for path in folder.iterdir()
    }
    assert all(entities[name]["contentSize"] == str((folder / name).stat().st_size) for name in listed)
