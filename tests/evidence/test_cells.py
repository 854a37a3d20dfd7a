"""Cells as values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.evidence.cells import VALUE_KINDS, is_readable, read_date, read_partial_date, read_tokens


@given(st.dates(date(1500, 1, 1), date(2199, 12, 31)))
def test_iso_dates_are_read(day: date) -> None:
    """Every date is read from its ISO form."""
    assert read_date(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "2023-6-1",
        "20230601",
        "2023-W22-4",
        "31/12/2023",
        "2023-02-30",
        "9999-12-31",
        "0001-01-01",
        "\u0662\u0660\u0662\u0663-06-01",
        "",
    ],
)
def test_other_dates_are_refused(text: str) -> None:
    """Only YYYY-MM-DD in ASCII digits is a date, and only where the day exists and can be about something."""
    with pytest.raises(ValueError, match=r"not an ISO date|not a year from|day is out of range|day .* must be in range"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2023", date(2023, 1, 1)), ("2023-05", date(2023, 5, 1)), ("2023-05-18", date(2023, 5, 18))],
)
def test_partial_dates_begin_with_their_first_day(text: str, day: date) -> None:
    """A month or a year is as good a date as the source gives."""
    assert read_partial_date(text) == day


@pytest.mark.parametrize(
    ("kind", "text", "readable"),
    [
        ("integer", "600", True),
        ("integer", "6.5", False),
        ("integer", "1,172", False),
        ("integer", "1_172", False),
        ("integer", "\uff11\uff12", False),
        ("integer", "\u0662", False),
        ("integer", "-3", True),
        ("number", "1_0.5", False),
        ("number", "1e5", False),
        ("number", "nan", False),
        ("number", "-inf", False),
        ("date", "9999", False),
        ("number", "6.5", True),
        ("number", "many", False),
        ("boolean", "yes", True),
        ("boolean", "true", False),
        ("date", "2022-12", True),
        ("date", "December", False),
        ("text", "not disclosed", True),
    ],
)
def test_value_types(kind: str, text: str, *, readable: bool) -> None:
    """A value is read as its type says, or not at all."""
    assert is_readable(text, VALUE_KINDS[kind]) is readable


def test_tokens_are_separated_by_semicolons() -> None:
    """A name may hold commas; empty parts are nobody."""
    assert read_tokens("C-05; La Lupa;Ministry, Lima; ;") == ("C-05", "La Lupa", "Ministry, Lima")
    assert read_tokens("") == ()
