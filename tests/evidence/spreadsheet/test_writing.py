"""What a spreadsheet shows of the evidence."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from geo.evidence import EvidenceError, write_sheet
from tests.evidence.conftest import edit_cell


@pytest.fixture
def book(good: Path) -> Any:  # noqa: ANN401 - openpyxl comes without types
    """Return the good package as a workbook."""
    return load_workbook(io.BytesIO(write_sheet(good)))


def cell(book: Any, sheet: str, row: int, column: str) -> Any:  # noqa: ANN401
    """Return a cell by the name of its column."""
    header = [each.value for each in book[sheet][1]]
    return book[sheet].cell(row, header.index(column) + 1)


def test_every_table_is_a_sheet(book: Any) -> None:  # noqa: ANN401
    """The history, which sealing writes, is none, and the closed lists are hidden."""
    names = ["sources", "authorisations", "places", "claims", "disagreements", "attributes", "lists"]
    assert book.sheetnames == names
    assert [book[name].sheet_state for name in names] == ["visible"] * 6 + ["hidden"]


def test_cells_are_what_they_mean(book: Any) -> None:  # noqa: ANN401
    """Dates are dates, numbers numbers, and codes text, also in the cells that are still empty."""
    assert cell(book, "claims", 2, "start").value == datetime(2031, 3, 1)  # noqa: DTZ001 - a plain day
    assert cell(book, "claims", 2, "paragraph").value == 1
    assert cell(book, "places", 3, "latitude").value == -12.0
    for sheet, row, column in (("places", 3, "ubigeo"), ("sources", 2, "published"), ("places", 2, "geonames_id")):
        assert cell(book, sheet, row, column).number_format == "@"
    assert cell(book, "places", 3, "ubigeo").value == "150101"


def test_a_head_says_what_its_column_means(book: Any) -> None:  # noqa: ANN401
    """Title, description and an example of the descriptor stand in a comment."""
    comment = cell(book, "places", 1, "unit").comment.text
    assert comment.startswith("First-level unit\nISO 3166-2 code of the unit")
    assert comment.endswith("Example: PE-SAM")


def test_there_are_lists_to_choose_from(book: Any) -> None:  # noqa: ANN401
    """Where the vocabulary is closed a list is hidden, where an id is meant it is the column of the other sheet."""
    rules = {
        str(rule.sqref).split(":", maxsplit=1)[0].rstrip("0123456789"): rule
        for rule in book["claims"].data_validations.dataValidation
    }
    header = [each.value for each in book["claims"][1]]
    by_column = {header[ord(letter) - ord("A")]: rule for letter, rule in rules.items()}
    assert set(by_column) == {
        *("authorisation_id", "topic", "attribute", "place_id", "role", "comparison", "value_type"),
        *("start", "end", "certainty", "source_id", "disagreement_id"),
    }
    sheet, cells = by_column["topic"].formula1.split("!")
    assert sheet == "lists"
    assert [each.value for (each,) in book["lists"][cells.replace("$", "")]][:2] == ["place", "window"]
    assert by_column["place_id"].formula1.startswith("places!$A$2:$A$")
    assert by_column["start"].type == "date"


def test_the_same_data_is_the_same_workbook(good: Path) -> None:
    """Neither the clock nor chance is in it."""
    assert write_sheet(good) == write_sheet(good)


def test_faults_of_the_data_do_not_keep_it_from_being_written(good: Path) -> None:
    """They can be mended in the spreadsheet; only what cannot be read as a table is refused."""
    edit_cell(good, "claims", 2, start="March")
    assert cell(load_workbook(io.BytesIO(write_sheet(good))), "claims", 2, "start").value == "March"
    (good / "claims.csv").write_bytes(b"PK\x03\x04")
    with pytest.raises(EvidenceError, match=r"claims\.csv: expected a CSV file in UTF-8, found a workbook"):
        write_sheet(good)
