"""CSV files as spreadsheets save them: read as meant where that is certain, else called by their name."""

import pytest

from geo.evidence.csv_files import SAVE_AS, match_column, read_records
from geo.evidence.faults import Fault
from geo.evidence.package import Row, Table, parse_table

COLUMNS = ("source_id", "title", "note_es")


def read(content: bytes) -> Table:
    """Return a file of made-up columns as a table."""
    return parse_table("a", "a.csv", content, COLUMNS)


def test_wrong_byte_is_found_in_its_row() -> None:
    """The row of a byte that is not UTF-8 counts records, not lines, and the row is still read."""
    table = parse_table("a", "a.csv", 'id,note\n1,"two\nlines"\né,x\n'.encode("cp1252"))
    found = "the byte 0xE9 (the file looks saved as Windows-1252)"
    assert table.faults == (Fault("a.csv", 3, None, "UTF-8 text", found, SAVE_AS),)
    assert table.rows[-1] == Row("a.csv", 3, {"id": "é", "note": "x"})


OTHER_FILES = {
    "UTF-16": ("source_id\n1\n".encode("utf-16"), "UTF-16 text"),
    "UTF-16 without its mark": ("source_id\n1\n".encode("utf-16-le"), "UTF-16 text"),
    "XLSX": (b"PK\x03\x04\x14\x00", "a workbook (XLSX or ODS)"),
    "XLS": (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Excel workbook (XLS)"),
    "HTML": (b"\n<!DOCTYPE html><html></html>", "a web page (HTML or XML)"),
    "a table of HTML": (b"<table border=0><tr><td>source_id", "a web page (HTML or XML)"),
    "XML": (b"\xef\xbb\xbf<?xml version='1.0'?>", "a web page (HTML or XML)"),
    "gzip": (b"\x1f\x8b\x08", "a compressed file (gzip)"),
    "PDF": (b"%PDF-1.7", "a PDF"),
}


@pytest.mark.parametrize(("content", "name"), OTHER_FILES.values(), ids=OTHER_FILES)
def test_another_kind_of_file_is_called_by_its_name(content: bytes, name: str) -> None:
    """It has one fault, which says what to do."""
    table = read(content)
    assert (table.lines, table.faults) == ((), (Fault("a.csv", None, None, "a CSV file in UTF-8", name, SAVE_AS),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("source_id\ttitle\n1\tx\n", "tabs"),
        ("sep=;\nsource_id;title\n1;x\n", "a line sep=, which only Excel reads"),
        ("source_id|title\n1|x\n", "bars"),
    ],
)
def test_other_separators_are_named(text: str, found: str) -> None:
    """Only semicolons, which Spanish spreadsheets write, are read as commas."""
    assert read(text.encode()).faults == (Fault("a.csv", 1, None, "columns separated by commas", found, SAVE_AS),)


@pytest.mark.parametrize(("encoding", "name"), [("mac_roman", "MacRoman"), ("cp1252", "Windows-1252"), ("cp850", "DOS")])
def test_an_old_encoding_is_named(encoding: str, name: str) -> None:
    """The letters of Spanish tell which it was, and the rows are still read."""
    table = read("source_id,title\n1,Misión en Junín y Áncash: «año»\n".encode(encoding, errors="ignore"))
    assert [name in fault.found for fault in table.faults] == [True]
    assert table.rows[0]["title"].startswith("Misión en Junín")


AS_MEANT = {
    "a byte order mark": "\ufeffsource_id,title\n1,x\n",
    "semicolons": "source_id;title\n1;x\n",
    "semicolons and quotes": '"source_id";"title"\n"1";"x"\n',
    "Windows line ends": "source_id,title\r\n1,x\r\n",
    "old line ends of the Mac": "source_id,title\r1,x\r",
    "empty rows at the end": "source_id,title\n1,x\n,\n\n,,\n",
    "empty columns at the end": "source_id,title,,\n1,x,,\n",
    "empty cells at the end of rows": "source_id,title\n1,x,,,\n",
    "a space in the header": "source_id ,title\n1,x\n",
    "a no-break space in the header": "source_id\u00a0,\u00a0title\n1,x\n",
    "a tab in the header": "source_id,\ttitle\n1,x\n",
    "an invisible character in the header": "source_id,ti\u200btle\n1,x\n",
    "capitals in the header": "Source_ID,TITLE\n1,x\n",
    "words in the header": "Source id,Title\n1,x\n",
    "a line break in the header": '"source_id\n",title\n1,x\n',
    "letters of full width": "\uff53ource_id,title\n1,x\n",
}


@pytest.mark.parametrize("text", AS_MEANT.values(), ids=AS_MEANT)
def test_what_is_certain_is_read_as_meant(text: str) -> None:
    """The table is the same as if it had been saved as it should."""
    table = read(text.encode())
    assert (table.faults, table.rows) == ((), (Row("a.csv", 2, {"source_id": "1", "title": "x"}),))


NAMES = (None, "the names of the columns, source_id, title, note_es and so on")
HEADERS = {
    "nothing": ("", [(None, "the names of the columns")]),
    "a name twice": ("title,note_es,Title", [("title", "one column of this name")]),
    "an accent": ("source_id,t\u00edtle,note_es", [("title", "a column of this name")]),
    "a part of a name": ("source_id,title,es", [("note_es", "a column of this name")]),
    "another language": ("source_id,title,nota_es", [("note_es", "a column of this name")]),
    "no name of a column": ("Sources of the project,,", [NAMES]),
    "records without a header": ("C-01,A title,Una nota", [NAMES]),
    "spaces between columns": ("source_id title note_es", [NAMES]),
    "a slip": ("source_id,titel,note_es", [("title", "a column of this name")]),
    "a column without a name": ("source_id,,note_es", [(None, "a name for column 2")]),
}


@pytest.mark.parametrize(("header", "faults"), HEADERS.values(), ids=HEADERS)
def test_a_header_that_names_no_columns(header: str, faults: list[tuple[str | None, str]]) -> None:
    """The first row is told what it lacks, and nothing is read by it."""
    table = read(f"{header}\n1,2,3\n".encode())
    assert [(fault.row, fault.field, fault.expected) for fault in table.faults] == [(1, *fault) for fault in faults]
    assert table.rows == ()


def test_a_column_of_another_name_is_left_alone() -> None:
    """More columns may be added; only what resembles one that is missing is a slip."""
    assert [match_column(name, COLUMNS) for name in (" remarks", "Title 2", "note es")] == ["remarks", "Title 2", "note_es"]
    assert read(b"source_id,title,note_es,note\n1,2,3,4\n").faults == ()


def test_a_file_of_very_many_columns_is_refused_at_once() -> None:
    """It has one fault; its names are not compared."""
    content = ",".join(f"c{number}" for number in range(100_000)).encode()
    made = read_records("claims.csv", content, ("claim_id", "role"))
    assert [str(fault) for fault in made.faults] == [
        "claims.csv, row 1: expected at most 200 columns, found 100000; save it as CSV UTF-8, separated by commas"
    ]
    assert made.lines == ()
