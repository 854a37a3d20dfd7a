"""How long a text may be: every column has a bound, and whatever exceeds it is named."""

import csv
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from geo.evidence import Fault, check_evidence, seal
from tests.evidence.conftest import DATA

ENDLESS = 100_000
"""Characters."""
KEYS = {"authorisation_id", "place_id", "source_id", "claim_id", "disagreement_id", "attribute", "version"}
"""Columns that refer to one another, so that a change of one is more than one fault."""

Row = dict[str, str]
Field = dict[str, Any]


def tables() -> Iterator[tuple[str, dict[str, Field]]]:
    """Yield the file and the fields, by name, of each table of the published data."""
    for resource in json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        yield resource["path"], {field["name"]: field for field in resource["schema"]["fields"]}


def rewrite_first(path: Path, change: Callable[[Row], Row]) -> None:
    """Change the first row of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[0] = change(rows[0])
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the published data."""
    return Path(shutil.copytree(DATA, tmp_path / "evidence"))


@pytest.mark.parametrize(("file", "fields"), list(tables()), ids=[file for file, _ in tables()])
def test_no_text_is_without_bound(file: str, fields: dict[str, Field]) -> None:
    """A text has a greatest length, a closed list, or a pattern that repeats nothing without end."""
    texts = {name: field.get("constraints", {}) for name, field in fields.items() if field["type"] == "string"}
    assert texts
    unbounded = [
        name
        for name, bounds in texts.items()
        if not ("maxLength" in bounds or "enum" in bounds or not re.search(r"[*+]", bounds.get("pattern", "*")))
    ]
    assert (file, unbounded) == (file, [])


def test_every_text_that_is_too_long_is_named(copied: Path) -> None:
    """In each column of words 100,000 characters are one fault: file, row, column, how many may be, how many there are."""
    expected = []
    for file, fields in tables():
        limits = {
            name: field["constraints"]["maxLength"]
            for name, field in fields.items()
            if "maxLength" in field.get("constraints", {}) and name not in KEYS and "pattern" not in field["constraints"]
        }
        text = {"value_type": "text"} if "value_type" in fields else {}
        rewrite_first(copied / file, lambda row, to=limits, kind=text: row | kind | dict.fromkeys(to, "W" * ENDLESS))
        expected += [
            Fault(file, 2, name, f"at most {limit} characters", f"{ENDLESS} characters") for name, limit in limits.items()
        ]
    assert len(expected) > 30
    assert set(check_evidence(copied)) == set(expected)


def test_no_cell_of_any_kind_takes_whatever_comes(copied: Path) -> None:
    """100,000 digits in all cells of a table's first row: each of them is named, numbers, days and ids too."""
    cells = {(file, 2, name) for file, fields in tables() for name in fields}
    for file, fields in tables():
        rewrite_first(copied / file, lambda row, to=fields: row | dict.fromkeys(to, "9" * ENDLESS))
    faults = check_evidence(copied)
    assert cells <= {(fault.file, fault.row, fault.field) for fault in faults}
    assert max(len(str(fault)) for fault in faults) < 600


def test_the_longest_text_is_valid(copied: Path) -> None:
    """As many characters as the bound says can be sealed, characters and not bytes; one more cannot."""
    rewrite_first(copied / "disagreements.csv", lambda row: row | {"known_es": "ñ" * 1000})
    seal(copied)
    rewrite_first(copied / "disagreements.csv", lambda row: row | {"known_es": "ñ" * 1001})
    expected = Fault("disagreements.csv", 2, "known_es", "at most 1000 characters", "1001 characters")
    assert check_evidence(copied) == (expected,)
