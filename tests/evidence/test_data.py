"""The published data: whole, sealed, described, and open to a further act without a change of code."""

import csv
import json
import shutil
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

from geo.evidence import (
    Basis,
    Certainty,
    Comparison,
    Precision,
    Role,
    Topic,
    Window,
    check_evidence,
    load_evidence,
)
from geo.evidence.cells import VALUE_KINDS
from tests.evidence.conftest import DATA

REQUIRED_COLUMNS = {
    "sources": "source_id title publisher author published url language basis derives_from stance note_en note_es",
    "authorisations": "authorisation_id year name_en name_es short_en short_es start end colour",
    "places": "place_id name kind unit latitude longitude ubigeo geonames_id precision coordinate_source note_en note_es",
    "claims": "claim_id authorisation_id topic attribute place_id role value unit start end statement_en statement_es"
    " certainty attributed_to source_id paragraph phrase disagreement_id",
    "disagreements": "disagreement_id question_en question_es known_en known_es",
}
"""The names that others build on; more may be added."""


@pytest.fixture(scope="module")
def descriptor() -> dict[str, Any]:
    """Return the published descriptor."""
    read: dict[str, Any] = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    return read


def fields_of(descriptor: dict[str, Any], name: str) -> dict[str, dict[str, Any]]:
    """Return the fields of a resource by name."""
    (resource,) = (each for each in descriptor["resources"] if each["name"] == name)
    return {field["name"]: field for field in resource["schema"]["fields"]}


def append_rows(path: Path, *rows: dict[str, str]) -> None:
    """Add rows to a table; columns that are not given are empty."""
    with path.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, restval="", lineterminator="\n").writerows(rows)


def test_data_have_no_fault() -> None:
    """The published data pass both layers of validation."""
    assert check_evidence(DATA) == ()


def test_data_are_valid_for_frictionless_itself() -> None:
    """The package is valid as it lies there, hashes and sizes included, not only as we read it."""
    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    assert report.valid


def test_data_are_sealed() -> None:
    """Every file is the one that was validated, so the app starts without validating it again."""
    assert not load_evidence(DATA).version.endswith("+edited")


@pytest.mark.parametrize("name", REQUIRED_COLUMNS)
def test_columns_that_others_build_on_exist(name: str, descriptor: dict[str, Any]) -> None:
    """The public columns are in the descriptor and in the file."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    for column in REQUIRED_COLUMNS[name].split():
        assert column in header
        assert column in fields_of(descriptor, name)


@pytest.mark.parametrize(
    ("table", "column", "vocabulary"),
    [
        ("sources", "basis", Basis),
        ("places", "precision", Precision),
        ("claims", "topic", Topic),
        ("claims", "role", Role),
        ("claims", "certainty", Certainty),
        ("claims", "comparison", Comparison),
    ],
)
def test_vocabularies_are_those_of_the_descriptor(
    table: str, column: str, vocabulary: type[StrEnum], descriptor: dict[str, Any]
) -> None:
    """A closed list is the same in the code and in the descriptor, in the same order."""
    assert fields_of(descriptor, table)[column]["constraints"]["enum"] == list(vocabulary)


def test_value_types_are_those_of_the_descriptor(descriptor: dict[str, Any]) -> None:
    """Every type of value that the descriptor allows can be read."""
    assert fields_of(descriptor, "claims")["value_type"]["constraints"]["enum"] == list(VALUE_KINDS)


def test_every_field_is_described(descriptor: dict[str, Any]) -> None:
    """A reader of the descriptor learns what each column means."""
    for resource in descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            assert {"name", "type", "title", "description", "example"} <= set(field), (resource["name"], field["name"])


def test_every_example_is_real(descriptor: dict[str, Any]) -> None:
    """An example stands in its column; one of prose may have been worded anew since."""
    prose = ("_en", "_es", "title", "stance")
    for resource in descriptor["resources"]:
        with (DATA / resource["path"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for field in resource["schema"]["fields"]:
            if field["name"].endswith(prose):
                continue
            convert = float if field["type"] == "number" else str
            values = {convert(row[field["name"]]) for row in rows if row[field["name"]]}
            assert convert(field["example"]) in values, (resource["name"], field["name"])


def test_version_is_the_last_in_the_change_log(descriptor: dict[str, Any]) -> None:
    """Whoever raises the version says why, in both languages."""
    changes = descriptor["changes"]
    assert load_evidence(DATA).changes[0].version == descriptor["version"]
    assert all(change[key] for change in changes for key in ("version", "date", "note_en", "note_es"))


def test_published_rows_become_records(descriptor: dict[str, Any]) -> None:
    """No row is lost on the way."""
    evidence = load_evidence(DATA)
    rows = {resource["name"]: resource["rows"] for resource in descriptor["resources"]}
    assert {name: len(getattr(evidence, name)) for name in rows} == rows


def test_a_further_act_needs_rows_only(tmp_path: Path) -> None:
    """Rows for an act, its place and its claims are all that a third authorisation takes."""
    directory = Path(shutil.copytree(DATA, tmp_path / "evidence"))
    append_rows(
        directory / "authorisations.csv",
        {
            "authorisation_id": "99999",
            "year": "2031",
            "name_en": "Bill 99999",
            "name_es": "Proyecto 99999",
            "short_en": "2031 act",
            "short_es": "Ley de 2031",
            "start": "2031-02-01",
            "end": "2031-02-28",
            "colour": "#555555",
        },
    )
    append_rows(
        directory / "places.csv",
        {"place_id": "tumbes", "name": "Tumbes", "kind": "department", "unit": "PE-TUM", "precision": "unit"},
    )
    claim = {"authorisation_id": "99999", "certainty": "stated", "source_id": "C-01"}
    text = {"statement_en": "A made-up claim.", "statement_es": "Una afirmación inventada."}
    window = {"topic": "window", "attribute": "window", "start": "2031-02-01", "end": "2031-02-28"}
    place = {"topic": "place", "attribute": "named place", "place_id": "tumbes", "role": "deployment"}
    append_rows(
        directory / "claims.csv",
        {"claim_id": "A31-01", **claim, **text, **window},
        {"claim_id": "A31-02", **claim, **text, **place},
    )
    before, after = load_evidence(DATA), load_evidence(directory)
    assert list(after.authorisations) == [*before.authorisations, "99999"]
    assert after.window_of(after.claims["A31-02"]) == Window(date(2031, 2, 1), date(2031, 2, 28))
    assert after.places["tumbes"].is_area
    assert after.version == f"{before.version.removesuffix('+edited')}+edited"
