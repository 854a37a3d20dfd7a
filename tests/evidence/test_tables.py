"""Files as text, before anything is known to be valid."""

import pytest

from geo.evidence.faults import Fault
from geo.evidence.tables import Row, check_descriptor, parse_table


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    """The header is row 1, and a quoted line break does not start a row."""
    table = parse_table("a.csv", b'id,note\n1,"two\nlines"\n2,x\n')
    assert table.faults == ()
    assert table.rows == (
        Row("a.csv", 2, {"id": "1", "note": "two\nlines"}),
        Row("a.csv", 3, {"id": "2", "note": "x"}),
    )


def test_wrong_byte_is_found_in_its_row() -> None:
    """The row of a byte that is not UTF-8 counts records, not lines, and the row is still read."""
    table = parse_table("a.csv", 'id,note\n1,"two\nlines"\né,x\n'.encode("cp1252"))
    found = "the byte 0xE9 (the file looks saved as Windows-1252)"
    assert table.faults == (Fault("a.csv", 3, None, "UTF-8 text", found),)
    assert table.rows[-1] == Row("a.csv", 3, {"id": "é", "note": "x"})


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    """A spreadsheet's "Unicode text" is UTF-16, which its first bytes tell."""
    text = "id\n1\n" if encoding == "utf-16" else "\ufeffid\n1\n"
    assert parse_table("a.csv", text.encode(encoding)).faults[0] == Fault("a.csv", None, None, "UTF-8 text", "UTF-16")


def test_windows_line_ends_are_read() -> None:
    """A file saved on Windows has the same rows, though not the same hash."""
    unix, windows = parse_table("a.csv", b"id\n1\n"), parse_table("a.csv", b"id\r\n1\r\n")
    assert windows.rows == unix.rows
    assert windows.hash != unix.hash


def test_missing_column_reads_as_empty() -> None:
    """A column that the table does not have says nothing."""
    assert parse_table("a.csv", b"id\n1\n").rows[0]["note"] == ""


@pytest.mark.parametrize("path", ["../claims.csv", "/claims.csv", "a/claims.csv", "..", "", None, ["a.csv", "b.csv"]])
def test_descriptor_names_only_files_beside_it(path: object) -> None:
    """A package cannot make us read a file outside its folder."""
    names = ("sources", "authorisations", "places", "claims", "disagreements")
    resources: list[dict[str, object]] = [{"name": name, "path": f"{name}.csv", "schema": {}} for name in names]
    resources[3]["path"] = path
    assert check_descriptor({"version": "1", "resources": resources}) == (
        Fault("datapackage.json", None, "claims.path", "the name of a file beside it", repr(path)),
    )


def test_descriptor_without_anything_lists_what_it_lacks() -> None:
    """An empty descriptor lacks every table and a version."""
    fields = [(fault.field, fault.expected) for fault in check_descriptor({})]
    assert fields == [
        ("resources", "a resource named sources"),
        ("resources", "a resource named authorisations"),
        ("resources", "a resource named places"),
        ("resources", "a resource named claims"),
        ("resources", "a resource named disagreements"),
        ("version", "a version"),
    ]


@pytest.mark.parametrize(
    ("part", "faults"),
    [
        ({"changes": "none"}, [("changes", "a list", "str")]),
        (
            {"changes": ["first"]},
            [(f"changes, entry 1, {key}", "a text", "None") for key in ("version", "date", "note_en", "note_es")],
        ),
        (
            {"licenses": [{"title": "A", "path": "https://example.org"}, {"title": 4, "path": ""}]},
            [("licenses, entry 2, title", "a text", "4")],
        ),
        ({"changes": [], "licenses": []}, []),
    ],
    ids=["no list", "no object", "no text", "empty"],
)
def test_change_log_and_licences_can_be_shown(part: dict[str, object], faults: list[tuple[str, str, str]]) -> None:
    """A descriptor need not have them, but what it has must be complete."""
    found = check_descriptor({"version": "1", **part})
    listed = [(fault.field, fault.expected, fault.found) for fault in found if fault.field != "resources"]
    assert listed == faults
