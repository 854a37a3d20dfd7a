"""Advice on cells that cannot be read: the text that was probably meant."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from geo.evidence.cells import FIRST_YEAR, LAST_YEAR, PARTIAL_DATE, TYPES_IN_WORDS, CellKind, is_readable, read_partial_date
from geo.evidence.faults import did_you_mean

_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4})|[/.]([0-9]{2}))")
_EXCEL_DAY_0: Final = date(1899, 12, 30)
"""Excel stores a date after February 1900 as the number of days since this one."""
_MONTHS: Final = (
    *(("jan", "ene"), ("feb",), ("mar",), ("apr", "abr"), ("may",), ("jun",), ("jul",), ("aug", "ago")),
    *(("sep", "set"), ("oct",), ("nov",), ("dec", "dic")),
)
"""First three letters of the months in English and Spanish."""
_WORDED: Final = re.compile(
    r"(?:([0-9]{1,2})\W+)?(?:de )?([A-Za-z]{3,10})\W+(?:([0-9]{1,2})\W+)?(?:de )?([0-9]{4}|(?<=-)[0-9]{2})"
)
"""Day, month, year or month, day, year; the day may be missing. Two digits are a year only after a hyphen: ``may-23``."""
_ROUNDED: Final = re.compile(r"-?[0-9]([.,][0-9]+)?[eE][+-]?[0-9]+")
_THOUSANDS: Final = re.compile(r"-?[0-9]{1,3}([.,' \u00a0\u202f][0-9]{3})+")


def advise(expected: str, text: str) -> str:
    """Return advice on the text of a cell.

    Parameters
    ----------
    expected
        What the column expects, as in a fault (:class:`geo.evidence.cells.CellKind`).
    text
        Text of the cell, which is not of this kind.

    Returns
    -------
    str
        The advice; empty if the meaning is not clear.
    """
    listed = expected.removeprefix("one of ")
    if listed != expected:
        return did_you_mean(text, listed.split(", "))
    if expected in (TYPES_IN_WORDS["date"], PARTIAL_DATE):
        return advise_date(text, partial=expected == PARTIAL_DATE)
    if expected in (TYPES_IN_WORDS["integer"], TYPES_IN_WORDS["number"]):
        return advise_number(text, whole=expected == TYPES_IN_WORDS["integer"])
    return advise_rounded(text)


def advise_rounded(text: str) -> str:
    """Return advice on a number that a spreadsheet has rounded, such as ``3.95E+06``; empty for any other text."""
    return "a spreadsheet has rounded it: write all of its digits" if _ROUNDED.fullmatch(text) else ""


def advise_number(text: str, *, whole: bool) -> str:
    """Return advice on a text that should be a number in the digits 0 to 9; empty if the number is not clear.

    Parameters
    ----------
    whole
        Whether the column expects a whole number.
    """
    digits = "".join(str(unicodedata.digit(char)) if unicodedata.digit(char, None) is not None else char for char in text)
    if whole and _THOUSANDS.fullmatch(digits):
        return f"write {re.sub('[^0-9-]', '', digits)}"
    if not whole and re.fullmatch("-?[0-9]+,[0-9]+", digits):
        return f"write {digits.replace(',', '.')}"
    plain = re.sub(r"[.]0+$", "", digits) if whole else digits
    return f"write {plain}" if plain != text and re.fullmatch("-?[0-9]+([.][0-9]+)?", plain) else advise_rounded(text)


def advise_date(text: str, *, partial: bool = False) -> str:
    """Return advice on a text that should be a date; empty if the date is not clear.

    Parameters
    ----------
    text
        Text of the cell, which cannot be read as a date.
    partial
        Whether the column also accepts a month or a year.
    """
    readings = sorted(filter(_is_date, {*_full_readings(text), *(_month_readings(text) if partial else ())}))
    if readings:
        return f"write {' or '.join(readings)}"
    found = re.fullmatch(r"([0-9]{4})(-[0-9]{2}){0,2}", text)
    if found is None or (not partial and len(text) < len("YYYY-MM-DD")):
        return ""
    if FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return "no such day" if len(text) > len("YYYY-MM") else "no such month"
    return "write the year" if partial else "leave the cell empty where no end is stated"


def _is_date(text: str) -> bool:
    return is_readable(text, CellKind(read_partial_date, ""))


def _full_readings(text: str) -> set[str]:
    """Return the days, in ISO form, that a text can mean: with a time, in another order, as a month name or Excel's number."""
    if re.fullmatch("[0-9]{5}", text):
        return {(_EXCEL_DAY_0 + timedelta(days=int(text))).isoformat()}
    day = re.sub(r"(?<=[0-9])[T ][0-9]{1,2}:[0-9]{2}.*$", "", text)
    numbers = _DAY_FIRST.fullmatch(day)
    if numbers:
        first, second = numbers[1], numbers[2]
        year = numbers[3] or f"20{numbers[4]}"
        return {_iso(year, second, first), _iso(year, first, second)}
    loose = re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", day)
    if loose:
        return {_iso(*loose.groups())} - {text}
    return {_iso(year, month, number) for number, month, year in _read_words(day) if number}


def _month_readings(text: str) -> set[str]:
    """Return the months, in ISO form, that a text can mean."""
    year_first = re.fullmatch("([0-9]{4})[-/.]([0-9]{1,2})", text)
    month_first = re.fullmatch("([0-9]{1,2})[-/.]([0-9]{4})", text)
    found = {_iso(year_first[1], year_first[2])} if year_first else set()
    found |= {_iso(month_first[2], month_first[1])} if month_first else set()
    return (found | {_iso(year, month) for number, month, year in _read_words(text) if not number}) - {text}


def _read_words(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield day (empty for none), month and year of a date with an English or Spanish month name."""
    found = _WORDED.fullmatch(text)
    month = next((number for number, names in enumerate(_MONTHS, start=1) if found and found[2][:3].casefold() in names), 0)
    if found and month:
        yield found[1] or found[3] or "", str(month), found[4].rjust(4, "x").replace("xx", "20")


def _iso(*numbers: str) -> str:
    """Return year, month and day, or year and month, as ISO 8601 writes them."""
    return "-".join(number.zfill(2) for number in numbers)
