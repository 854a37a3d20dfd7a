"""Workbooks as spreadsheets save them, taken back into the files."""

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from geo.evidence import EvidenceError, check_evidence, read_sheet, write_sheet
from tests.evidence.conftest import DATA, edit_cell, unit_at

Edit = Callable[[Any], None]
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Setup/L10N">
  <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item></oor:items>"""


def write(sheet: str, row: int, column: str, value: object) -> Edit:
    """Return the edit that writes a value into a cell, as typing it would."""

    def edit(book: Any) -> None:  # noqa: ANN401 - openpyxl comes without types
        """Write the value."""
        header = [each.value for each in book[sheet][1]]
        book[sheet].cell(row, header.index(column) + 1).value = value

    return edit


def write_at(sheet: str, cell: str, value: object) -> Edit:
    """Return the edit that writes a value into a cell by its name in a spreadsheet."""
    return lambda book: setattr(book[sheet][cell], "value", value)


def edited(directory: Path, *edits: Edit) -> bytes:
    """Return the workbook of a package after some edits."""
    book = load_workbook(io.BytesIO(write_sheet(directory)))
    for edit in edits:
        edit(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def cells_of(directory: Path) -> dict[tuple[str, int, str], str]:
    """Return every cell of the files by table, row and column."""
    found: dict[tuple[str, int, str], str] = {}
    for path in directory.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                found |= {(path.stem, number, column): text for column, text in row.items()}
    return found


def files_of(directory: Path) -> dict[str, bytes]:
    """Return every file."""
    return {path.name: path.read_bytes() for path in directory.iterdir()}


KINDS: dict[str, tuple[Edit, tuple[str, int, str], str]] = {
    "a date": (write("claims", 2, "end", datetime(2031, 3, 30)), ("claims", 2, "end"), "2031-03-30"),  # noqa: DTZ001
    "a date as text": (write("claims", 2, "end", "2031-03-30"), ("claims", 2, "end"), "2031-03-30"),
    "an open end": (write("claims", 2, "end", None), ("claims", 2, "end"), ""),
    "a number": (write("places", 3, "latitude", -12.25), ("places", 3, "latitude"), "-12.25"),
    "a whole number": (write("claims", 2, "paragraph", 4.0), ("claims", 2, "paragraph"), "4"),
    "a code that is a number": (write("places", 2, "ubigeo", 1601), ("places", 2, "ubigeo"), "1601"),
    "a code that lost its zero": (write("places", 3, "ubigeo", 150102), ("places", 3, "ubigeo"), "150102"),
    "a value that is a number": (write("claims", 7, "value", 700), ("claims", 7, "value"), "700"),
    "a choice": (write("claims", 3, "role", "venue"), ("claims", 3, "role"), "venue"),
    "a text": (write("sources", 2, "title", "Año, «título» y más"), ("sources", 2, "title"), "Año, «título» y más"),
    "lines": (write("sources", 2, "note_en", "One.\nTwo."), ("sources", 2, "note_en"), "One.\nTwo."),
    "accents of two characters": (write("places", 2, "name_es", "Norte\u0301"), ("places", 2, "name_es"), "Norté"),
}


@pytest.mark.parametrize(("edit", "place", "text"), KINDS.values(), ids=KINDS)
def test_only_the_edited_cell_differs(edit: Edit, place: tuple[str, int, str], text: str, good: Path) -> None:
    """Whatever its kind, the cell has the text of the data, and every other file keeps its bytes."""
    if place[2] == "end":  # the act has the window that the claim gives
        edit_cell(good, "authorisations", 2, end=text)
    before, files = cells_of(good), files_of(good)
    changed = read_sheet(good, edited(good, edit), unit_at=unit_at)
    assert changed == {f"{place[0]}.csv": 1}
    assert cells_of(good) == {**before, place: text}
    assert {name for name, content in files_of(good).items() if content != files[name]} == set(changed)


def test_nothing_edited_is_nothing_written(tmp_path: Path) -> None:
    """The published data comes back byte for byte: numbers keep their zeros, ids theirs."""
    directory = Path(shutil.copytree(DATA, tmp_path / "evidence"))
    before = files_of(directory)
    assert read_sheet(directory, edited(directory)) == {}
    assert files_of(directory) == before


def test_rows_are_added_and_removed(good: Path) -> None:
    """A new row at the end and a removed one are taken over, in the order of the sheet."""

    def edit(book: Any) -> None:  # noqa: ANN401
        """Add a source and remove a claim."""
        book["sources"].append(["T-3", "New", None, None, None, None, None, "es", "text"])
        book["claims"].delete_rows(8)

    assert read_sheet(good, edited(good, edit), unit_at=unit_at) == {"sources.csv": 1, "claims.csv": 1}
    lines = (good / "sources.csv").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "T-3,New,,,,,,es,text,,,,,"
    assert "K-5" not in (good / "claims.csv").read_text(encoding="utf-8")


def reverse_columns(book: Any) -> None:  # noqa: ANN401
    """Write the columns of the places from right to left."""
    rows = [[cell.value for cell in row] for row in book["places"].iter_rows()]
    for row, values in zip(book["places"].iter_rows(), rows, strict=True):
        for cell, value in zip(row, reversed(values), strict=True):
            cell.value = value


def hide_rows(book: Any) -> None:  # noqa: ANN401
    """Hide rows, as a filter does."""
    book["claims"].row_dimensions[3].hidden = True
    book["claims"].column_dimensions["C"].hidden = True


UNEDITED: dict[str, Edit] = {
    "columns in another order": reverse_columns,
    "hidden rows and columns": hide_rows,
    "another sheet": lambda book: book.create_sheet("notes", 0),
    "no lists": lambda book: book.remove(book["lists"]),
    "a name of a sheet with a space": lambda book: setattr(book["places"], "title", "places "),
    "a head with a space": write("places", 1, "kind", " Kind "),
    "a date as text": write("claims", 2, "start", "2031-03-01"),
    "a number as text": write("claims", 2, "paragraph", "1"),
    "a year as text": write("authorisations", 2, "year", "2031"),
    "an id as a number": write("claims", 2, "authorisation_id", 100),
    "a number with noise": write("places", 3, "latitude", -12.000000000000002),
}


@pytest.mark.parametrize("edit", UNEDITED.values(), ids=UNEDITED)
def test_what_means_the_same_changes_nothing(edit: Edit, good: Path) -> None:
    """No file is written, and no cell counted."""
    before = files_of(good)
    assert read_sheet(good, edited(good, edit), unit_at=unit_at) == {}
    assert files_of(good) == before


def test_a_new_column_and_another_order_are_counted(good: Path) -> None:
    """A column counts its head and texts, sorted rows are one edit."""

    def add(book: Any) -> None:  # noqa: ANN401
        """Add a column with one text."""
        book["places"]["N1"], book["places"]["N2"] = "checked by", "me"

    assert read_sheet(good, edited(good, add), unit_at=unit_at) == {"places.csv": 2}
    assert (good / "places.csv").read_text(encoding="utf-8").splitlines()[0].endswith(",checked by")

    def move(book: Any) -> None:  # noqa: ANN401
        """Move the first source to the end."""
        book["sources"].append([cell.value for cell in book["sources"][2]])
        book["sources"].delete_rows(2)

    assert read_sheet(good, edited(good, move), unit_at=unit_at) == {"sources.csv": 1}


REFUSED: dict[str, tuple[Edit, str]] = {
    "a date that is none": (
        write("claims", 2, "start", "31/03/2031"),
        (
            "sheet claims, row 2, column L (start): expected a date written YYYY-MM-DD, such as 2023-06-01, "
            "found '31/03/2031'; write 2031-03-31"
        ),
    ),
    "an hour": (
        write("claims", 2, "start", datetime(2031, 3, 1, 12)),  # noqa: DTZ001
        (
            "sheet claims, row 2, column L (start): expected a date written YYYY-MM-DD, such as 2023-06-01, "
            "found '2031-03-01 12:00:00'"
        ),
    ),
    "a failed formula": (
        write("sources", 2, "title", "#REF!"),
        (
            "sheet sources, row 2, column B (title): expected a value, found '#REF!'; a formula of the spreadsheet has failed: "
            "write the value, or empty the cell"
        ),
    ),
    "a formula that nobody computed": (
        write("sources", 2, "title", "=A1"),
        "sheet sources, row 2, column B: expected a value, found the formula '=A1'",
    ),
    "an unknown id": (
        write("claims", 3, "place_id", "nort"),
        "sheet claims, row 3, column E (place_id): expected an id of places.csv, found 'nort'; did you mean 'north'?",
    ),
    "a renamed sheet": (
        lambda book: setattr(book["places"], "title", "Lugares"),
        (
            "workbook: expected a sheet named places, found those of sources, authorisations, Lugares, claims, disagreements, "
            "attributes, lists; rename or add it"
        ),
    ),
    "a column that is gone": (
        lambda book: book["places"].delete_cols(13),
        "sheet places, row 1, note_es: expected a column of this name, found none; add it; its cells may be empty",
    ),
    "a column that may be missing is gone": (
        lambda book: book["sources"].delete_cols(3),
        "sheet sources, row 1, title_es: expected the column of this name in the file, found none; put it back",
    ),
    "merged cells": (
        lambda book: book["claims"].merge_cells("S3:S5"),
        "sheet claims, row 3, cells S3:S5: expected a text in each cell, found merged cells; split the cells, and fill in each",
    ),
    "a text beside the table": (
        write_at("places", "P4", "to do"),
        "sheet places, row 1: expected a name for column 16, found nothing; name it, or remove it",
    ),
    "a title above the table": (
        lambda book: book["places"].insert_rows(1) or write_at("places", "A1", "Places")(book),
        "sheet places, row 1: expected the names of the columns, place_id, name, name_es and so on, found 'Places, ",
    ),
    "two heads exchanged": (
        lambda book: write_at("places", "F1", "longitude")(book) or write_at("places", "G1", "latitude")(book),
        "sheet places, row 3, column F (longitude): expected degrees in Peru, from -81.4 to -68.6, found '-12'",
    ),
    "an empty row": (
        lambda book: book["places"].insert_rows(3),
        "sheet places, row 3: expected a record, found an empty row; remove it",
    ),
    "a copy of a sheet": (
        lambda book: setattr(book.copy_worksheet(book["places"]), "title", " Places"),
        "workbook: expected one sheet named places, found 'places', ' Places'; rename the others",
    ),
    "a renamed column": (
        write("places", 1, "name", "nombre"),
        "sheet places, row 1, name: expected a column of this name, found none; rename 'nombre' to it, or add it",
    ),
}


@pytest.mark.parametrize(("edit", "line"), REFUSED.values(), ids=REFUSED)
def test_a_fault_is_named_by_sheet_row_and_column(edit: Edit, line: str, good: Path) -> None:
    """Nothing is then taken over, not even what is right."""
    before = files_of(good)
    content = edited(good, edit, write("sources", 3, "note_en", "Right."))
    with pytest.raises(EvidenceError, match=re.escape(line)):
        read_sheet(good, content, unit_at=unit_at)
    assert files_of(good) == before


def test_a_workbook_older_than_the_files_is_refused(good: Path) -> None:
    """It would undo what was edited since."""
    content = edited(good)
    edit_cell(good, "sources", 2, note_en="Newer.")
    with pytest.raises(EvidenceError, match=r"expected the sources\.csv that the workbook was written from, found another one"):
        read_sheet(good, content)


@pytest.mark.parametrize("content", [b"", b"a,b\n", b"PK\x03\x04broken", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_workbook_is_refused(content: bytes, good: Path) -> None:
    """In one line, whatever it is."""
    with pytest.raises(EvidenceError, match=r"workbook: expected a workbook \(XLSX\), found .*; save it as XLSX"):
        read_sheet(good, content)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("locale", ["en-US", "es-PE"])
def test_libreoffice_keeps_what_it_saves(locale: str, tmp_path: Path) -> None:
    """Opened and saved in either language, only the edited cells differ."""
    directory = Path(shutil.copytree(DATA, tmp_path / "evidence"))
    settings = tmp_path / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS.format(locale=locale), encoding="utf-8")
    before = cells_of(directory)
    edits = [
        write("sources", 2, "note_es", "Año: «1,5»"),
        write("places", 2, "latitude", -12.5),
        write("claims", 2, "paragraph", 9),
    ]
    (tmp_path / "book.xlsx").write_bytes(edited(directory, *edits))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run(  # noqa: S603 - our own file
        [*command, "--outdir", str(tmp_path / "saved"), str(tmp_path / "book.xlsx")],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    read_sheet(directory, (tmp_path / "saved" / "book.xlsx").read_bytes())
    assert check_evidence(directory) == ()
    after = cells_of(directory)
    assert {key: text for key, text in after.items() if before.get(key) != text} == {
        ("sources", 2, "note_es"): "Año: «1,5»",
        ("places", 2, "latitude"): "-12.5",
        ("claims", 2, "paragraph"): "9",
    }
