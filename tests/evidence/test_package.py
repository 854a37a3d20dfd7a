"""Files as rows of text, before anything is known to be valid."""

import pytest

from geo.evidence.package import Row, parse_table


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    """The header is row 1, and a quoted line break does not start a row."""
    table = parse_table("a", "a.csv", b'id,note\n1,"two\nlines"\n2,x\n')
    assert table.faults == ()
    assert table.rows == (
        Row("a.csv", 2, {"id": "1", "note": "two\nlines"}),
        Row("a.csv", 3, {"id": "2", "note": "x"}),
    )


def test_missing_column_reads_as_empty() -> None:
    """A column that the table does not have says nothing."""
    assert parse_table("a", "a.csv", b"id\n1\n").rows[0]["note"] == ""


@pytest.mark.parametrize(("name", "faults"), [("places", ["at least one row below the header"]), ("disagreements", [])])
def test_a_table_that_must_have_rows_has_some(name: str, faults: list[str]) -> None:
    """Without a place nothing would be on the map; without a question nobody disagrees."""
    table = parse_table(name, f"{name}.csv", b"id,note\n")
    assert [fault.expected for fault in table.faults] == faults
    assert table.rows == ()


TIDIED = {
    "an accent that is a character of its own": ("sources", "title", "Lo\u0301pez", "López"),
    "an id of a source as a number": ("sources", "source_id", "2", "002"),
    "an id of a source as a decimal": ("claims", "source_id", "4.0", "004"),
    "a code that lost a zero": ("places", "ubigeo", "70101", "070101"),
    "a code of two digits": ("places", "ubigeo", "7", "07"),
    "a code that lost nothing": ("places", "ubigeo", "160101", "160101"),
    "an act as a decimal": ("claims", "authorisation_id", "31758.0", "31758"),
    "a paragraph as a decimal": ("claims", "paragraph", "3.0", "3"),
    "a date with midnight": ("claims", "start", "2023-06-01 00:00:00", "2023-06-01"),
    "a date with an hour": ("claims", "start", "2023-06-01 13:00:00", "2023-06-01 13:00:00"),
    "degrees with a comma": ("places", "latitude", "-12,04318", "-12.04318"),
    "Spanish truth": ("authorisations", "at_start", "VERDADERO", "true"),
    "origins as numbers": ("sources", "derives_from", "2;La Lupa", "002;La Lupa"),
    "a number that is a value": ("claims", "value", "2", "2"),
}


@pytest.mark.parametrize(("table", "column", "text", "tidy"), TIDIED.values(), ids=TIDIED)
def test_what_a_spreadsheet_did_to_a_cell_is_undone(table: str, column: str, text: str, tidy: str) -> None:
    """Where it is certain what was meant, the cell is read as that; any other is left to the checks."""
    assert parse_table(table, "a.csv", f'{column}\n"{text}"\n'.encode()).rows[0][column] == tidy
