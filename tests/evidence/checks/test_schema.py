"""What the schema layer says about descriptors and tables that no bad package can show in a few rows."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.evidence import Fault, check_evidence, load_evidence
from geo.evidence.checks.schema import OPTIONAL_COLUMNS
from tests.evidence.conftest import lines_of


def edit_descriptor(directory: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """Change the descriptor of a package in place."""
    path = directory / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    edit(descriptor)
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def rewrite(path: Path, columns: list[str]) -> None:
    """Write a table again with these columns, in this order; a new column holds an x."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="x", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def columns_of(path: Path) -> list[str]:
    """Return the header of a table."""
    return path.read_text(encoding="utf-8").splitlines()[0].split(",")


def test_columns_may_stand_in_any_order_and_be_more(good: Path) -> None:
    """Columns are found by name, and one that nobody knows is nobody's fault."""
    before = load_evidence(good)
    for path in good.glob("*.csv"):
        rewrite(path, [*reversed(columns_of(path)), "further"])
    assert check_evidence(good) == ()
    assert load_evidence(good) == before


@pytest.mark.parametrize("name", OPTIONAL_COLUMNS)
def test_optional_columns_may_be_missing(name: str, good: Path) -> None:
    """A column that only refines others reads as empty when it is not there."""
    path = good / f"{name}.csv"
    rewrite(path, [column for column in columns_of(path) if column not in OPTIONAL_COLUMNS[name]])
    assert check_evidence(good) == ()
    records = getattr(load_evidence(good), name).values()
    columns = [column for column in OPTIONAL_COLUMNS[name] if not column.startswith("short_")]
    assert {getattr(record, column) for record in records for column in columns} <= {"", None, False}


def test_labels_of_attributes_may_be_missing(good: Path) -> None:
    """A package without labels is whole; an attribute is then shown by its own name."""
    (good / "attributes.csv").unlink()
    edit_descriptor(good, lambda descriptor: descriptor["resources"].pop())
    assert load_evidence(good).attributes == {}


def test_every_fault_is_counted_however_many(good: Path) -> None:
    """Frictionless stops at its thousandth error; we do not, and what has one cause has one line."""
    path = good / "attributes.csv"
    rows = "".join(f"a{n},,\n" for n in range(1500))
    path.write_text(path.read_text(encoding="utf-8") + rows, encoding="utf-8")
    faults = [(fault.field, fault.row, fault.more_rows, fault.found) for fault in check_evidence(good)]
    assert faults == [("label_en", 7, 1499, "nothing"), ("label_es", 7, 1499, "nothing")]


@pytest.mark.parametrize(
    ("field", "constraints", "found"),
    [
        pytest.param({"type": "strin"}, {}, '"strin" is not supported', id="type"),
        pytest.param({}, {"pattern": "("}, "a pattern that is no regular expression", id="pattern"),
        pytest.param({}, {"least": 1}, '"least" is not supported', id="constraint"),
    ],
)
def test_broken_schema_is_a_fault_of_the_descriptor(
    field: dict[str, object], constraints: dict[str, object], found: str, good: Path
) -> None:
    """A schema that frictionless cannot use is reported, not raised."""

    def spoil(descriptor: dict[str, Any]) -> None:
        first = descriptor["resources"][0]["schema"]["fields"][0]
        first.update(field)
        first["constraints"].update(constraints)

    edit_descriptor(good, spoil)
    (fault,) = check_evidence(good)
    assert (fault.file, fault.row, fault.expected) == ("datapackage.json", None, "a valid Data Package")
    assert found in fault.found


def test_descriptor_may_not_offer_what_the_records_cannot_hold(good: Path) -> None:
    """A value that only the descriptor's list allows is still a fault, in the same words."""

    def allow_maybe(descriptor: dict[str, Any]) -> None:
        fields = {field["name"]: field for field in descriptor["resources"][3]["schema"]["fields"]}
        fields["certainty"]["constraints"]["enum"].append("maybe")

    edit_descriptor(good, allow_maybe)
    path = good / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",opinion,", ",maybe,"), encoding="utf-8")
    expected = "one of stated, attributed, estimate, opinion"
    assert check_evidence(good) == (Fault("claims.csv", 8, "certainty", expected, "'maybe'"),)


def test_a_file_that_breaks_off_has_one_fault(good: Path) -> None:
    """The ids that it may have in its unread rows are not missed elsewhere."""
    path = good / "places.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("\nharbour,", '\n"harbour,', 1), encoding="utf-8")
    (fault,) = lines_of(good)
    assert fault.startswith("places.csv, row 3: expected cells quoted as in RFC 4180, found ")
