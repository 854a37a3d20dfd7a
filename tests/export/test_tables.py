"""A text from the data is never a formula in a table, and can be read back as it was."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.export.files.csv_file import csv_bytes
from geo.export.frames.table import Column, Kind, Table, guarded, plain, unguarded
from tests.export.file_samples import HOSTILE

FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001 - what OWASP lists
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from(FORMULA_SIGNS + "'\",;"), max_size=12)


def table_of(*texts: str) -> Table:
    """Return a table of one column."""
    return Table("t", (Column("a", Kind.TEXT, ""), Column("b", Kind.TEXT, "")), tuple((text, "end") for text in texts))


@given(TEXTS)
@settings(deadline=None, max_examples=400)
def test_a_text_is_no_formula_and_comes_back(text: str) -> None:
    """Its first character is none that a spreadsheet acts upon, and without the apostrophe it is the text."""
    written = guarded(text)
    assert not written.startswith(tuple(FORMULA_SIGNS))
    assert unguarded(written) == (plain(text) or "")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_comes_through_pandas(text: str) -> None:
    """As the head of the module says: read as text, and take one leading apostrophe away."""
    file = io.BytesIO(csv_bytes(table_of(text, "plain")))
    frame = pd.read_csv(file, dtype=str, keep_default_na=False)
    assert list(frame.columns) == ["a", "b"]
    assert [unguarded(cell) for cell in frame["a"]] == [text, "plain"]
    assert list(frame["b"]) == ["end", "end"]


@given(st.lists(TEXTS, max_size=4))
@settings(deadline=None)
def test_texts_come_through_csv(texts: list[str]) -> None:
    """Whatever the texts are, there is a row for each, with two cells."""
    rows = list(csv.reader(io.StringIO(csv_bytes(table_of(*texts)).decode("utf-8-sig"), newline="")))
    assert rows[0] == ["a", "b"]
    assert [[unguarded(cell) for cell in row] for row in rows[1:]] == [[plain(text) or "", "end"] for text in texts]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, ""),
        ("", ""),
        ((), ""),
        (("002", "C-09"), "002;C-09"),
        (("=1", "2"), "'=1;2"),
        (date(2023, 6, 1), "2023-06-01"),
        (True, "true"),
        (False, "false"),
        (12, "12"),
        (-12.04318, "-12.04318"),
        ("-12", "'-12"),
        ("bell\x07, half a pair \ud800", "bell\ufffd, half a pair \ufffd"),
    ],
    ids=repr,
)
def test_how_a_cell_is_written(cell: object, written: str) -> None:
    """Missing is empty, a day is ISO 8601, a number is a number, and what no file can hold is marked as lost."""
    assert guarded(cell) == written


def test_a_table_is_marked_as_utf8() -> None:
    """Excel takes the file for UTF-8 by its mark; lines end as RFC 4180 has it."""
    assert csv_bytes(table_of("Huánuco")) == b"\xef\xbb\xbfa,b\r\n" + "Huánuco,end\r\n".encode()
