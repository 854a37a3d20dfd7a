"""A text from the data is never a formula in a table, and can be read back as it was."""

import csv
import io
import re
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.export.files.csv_file import write_csv
from geo.export.frames.frame import Cell, Column, Kind, build_frame
from tests.export.file_samples import HOSTILE

FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001 - what OWASP lists
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from(FORMULA_SIGNS + "'\",;"), max_size=12)


UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def file_of(*cells: Cell, kind: Kind = Kind.TEXT) -> bytes:
    """Return a file of two columns: the cells, and a word that ends each row."""
    columns = (Column("a", kind, "", lambda cell: cell), Column("b", Kind.TEXT, "", lambda _: "end"))
    return write_csv(build_frame(cells, columns))


def rows_of(file: bytes) -> list[list[str]]:
    """Read a file with the standard library."""
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def unguarded(text: str) -> str:
    """Take one apostrophe away, as the head of the module says."""
    return text.removeprefix("'")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_comes_through_pandas(text: str) -> None:
    """As the head of the module says: read as text, and take one leading apostrophe away."""
    file = io.BytesIO(file_of(text, "plain"))
    frame = pd.read_csv(file, dtype=str, keep_default_na=False)
    assert list(frame.columns) == ["a", "b"]
    assert [unguarded(cell) for cell in frame["a"]] == [text, "plain"]
    assert list(frame["b"]) == ["end", "end"]


@given(st.lists(TEXTS, max_size=8))
@settings(deadline=None, max_examples=200)
def test_texts_come_through_csv(texts: list[str]) -> None:
    """Whatever the texts are, there is a row for each; none is a formula, and without the apostrophe it is the text."""
    head, *rows = rows_of(file_of(*texts))
    assert head == ["a", "b"]
    assert [[unguarded(cell), end] for cell, end in rows] == [[UNWRITABLE.sub("\ufffd", text), "end"] for text in texts]
    assert [cell for cell, _ in rows if cell.startswith(tuple(FORMULA_SIGNS))] == []


@pytest.mark.parametrize(
    ("cell", "kind", "written"),
    [
        (None, Kind.TEXT, ""),
        ("", Kind.TEXT, ""),
        ((), Kind.LIST, ""),
        (("002", "C-09"), Kind.LIST, "002;C-09"),
        (("=1", "2"), Kind.LIST, "'=1;2"),
        (date(2023, 6, 1), Kind.DATE, "2023-06-01"),
        (date(9999, 12, 31), Kind.DATE, "9999-12-31"),
        (True, Kind.BOOLEAN, "true"),
        (False, Kind.BOOLEAN, "false"),
        (12, Kind.INTEGER, "12"),
        (-12.04318, Kind.NUMBER, "-12.04318"),
        ("-12", Kind.TEXT, "'-12"),
    ],
    ids=repr,
)
def test_how_a_cell_is_written(cell: Cell, kind: Kind, written: str) -> None:
    """Missing is empty, a day is ISO 8601, a number is a number."""
    assert rows_of(file_of(cell, kind=kind))[1] == [written, "end"]


def test_a_table_is_marked_as_utf8() -> None:
    """Excel takes the file for UTF-8 by its mark; lines end as RFC 4180 has it."""
    assert file_of("Huánuco") == b"\xef\xbb\xbfa,b\r\n" + "Huánuco,end\r\n".encode()
