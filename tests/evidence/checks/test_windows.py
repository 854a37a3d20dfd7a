"""Rules for windows."""

from pathlib import Path

import pytest

from geo.evidence.checks.windows import check_order
from geo.evidence.package import Row
from tests.evidence.conftest import Edit, edit_cell, lines_of


def row(**cells: str) -> Row:
    """Return a row of a made-up table."""
    return Row("a.csv", 2, cells)


@pytest.mark.parametrize(("start", "end"), [("2023-01-01", "2023-01-01"), ("2023-02-30", "2023-01-01"), ("", "x")])
def test_order_is_checked_only_where_both_ends_are_dates(start: str, end: str) -> None:
    """One day is a window, and an unreadable date has its own fault."""
    assert list(check_order(row(start=start, end=end))) == []


EDITS: dict[str, Edit] = {
    "days after the act's window": (
        "claims",
        3,
        {"start": "2042-03-01", "end": "2042-03-02"},
        [
            "claims.csv, row 3, start: expected a day within the window of 100, from 2031-03-01 to 2031-03-31, found '2042-03-01'"  # noqa: E501 - the message as it is
        ],
    ),
    "days before it": (
        "claims",
        3,
        {"start": "2031-02-01", "end": "2031-02-02"},
        ["claims.csv, row 3, end: expected a day within the window of 100, from 2031-03-01 to 2031-03-31, found '2031-02-02'"],
    ),
    "days that begin before it": ("claims", 3, {"start": "2031-02-01", "end": "2031-03-02"}, []),
    "no end": ("claims", 3, {"start": "2031-03-02", "end": ""}, []),
    "no start": (
        "claims",
        3,
        {"end": "2031-03-02"},
        ["claims.csv, row 3, start: expected a date, because the end is given, found nothing"],
    ),
    "an end that people write for none": (
        "claims",
        3,
        {"start": "2031-03-02", "end": "9999-12-31"},
        [
            (
                "claims.csv, row 3, end: expected a date written YYYY-MM-DD, such as 2023-06-01, found '9999-12-31'; "
                "leave the cell empty where no end is stated"
            )
        ],
    ),
    "an act without an end that a claim gives one": (
        "authorisations",
        2,
        {"end": ""},
        ["authorisations.csv, row 2, start, end: expected a window claim of 100 from 2031-03-01 without an end, found none"],
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_is_named(edit: Edit, good: Path) -> None:
    """Each case has just its faults."""
    table, row, cells, lines = edit
    edit_cell(good, table, row, **cells)
    assert lines_of(good) == lines
