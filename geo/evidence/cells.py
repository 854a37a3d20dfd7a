"""Read the text of cells as dates, numbers, truth values and codes; ``KINDS`` lists the columns that hold more than text.

The checks and the records use the same functions, so that a cell that passes the checks can be read. Changes that a spreadsheet
has certainly made to a cell are undone when a file is read (``tidy``): midnight after a date, a decimal of a whole number, a
missing zero of a code, an accent as a character of its own.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from geo.evidence.vocabulary import Basis, Certainty, Comparison, Precision, Role, Topic

A_VALUE: Final = "a value"
FIRST_YEAR: Final = 1500
LAST_YEAR: Final = 2199
"""First and last year of a date. Other years are errors, or mean "no end", for which the cell must be empty."""
TYPES_IN_WORDS: Final = {
    "date": "a date written YYYY-MM-DD, such as 2023-06-01",
    "integer": "a whole number in digits, such as 600",
    "number": "a number in digits, such as -12.5",
    "boolean": "true or false",
}
"""By type of Table Schema: the expected text, as in a fault."""
PARTIAL_DATE: Final = "a date, month or year, such as 2023-06-01, 2023-06 or 2023"

_WIDTHS: Final = {"source_id": (3,), "ubigeo": (2, 4, 6, 10)}
"""By column: the possible numbers of digits of a code. A code with fewer digits has lost leading zeros."""
_TRUTH: Final = {"true": "true", "verdadero": "true", "1": "true", "false": "false", "falso": "false", "0": "false"}
_MIDNIGHT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]00:00(:00([.]0+)?)?Z?")


@dataclass(frozen=True, slots=True)
class CellKind:
    """The kind of value in a column."""

    read: Callable[[str], object]
    """Returns the value of a text that is not empty; raises ValueError if the text is not of this kind."""
    expected: str
    """The expected text, as in a fault."""
    required: bool = False
    """Whether the cell must not be empty."""
    tidy: Callable[[str], str] = str
    """Returns a text in the form of the data, if its meaning is certain; otherwise the text unchanged."""


def one_of(values: Iterable[object]) -> str:
    """Return the expected text of a column with a closed list of values."""
    return f"one of {', '.join(map(str, values))}"


def read_date(text: str) -> date:
    """Return a date written YYYY-MM-DD.

    Raises
    ------
    ValueError
        If the text is not in this form, the day does not exist, or the year is not from 1500 to 2199.
    """
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        message = f"not an ISO date: {text!r}"
        raise ValueError(message)
    day = date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        message = f"not a year from {FIRST_YEAR} to {LAST_YEAR}: {text!r}"
        raise ValueError(message)
    return day


def read_partial_date(text: str) -> date:
    """Return the first day of a date, month or year in ISO 8601; raises ValueError as :func:`read_date` does."""
    missing = {len("YYYY"): "-01-01", len("YYYY-MM"): "-01"}
    return read_date(text + missing.get(len(text), ""))


def read_integer(text: str) -> int:
    """Return a whole number in the digits 0 to 9; raises ValueError for others, which ``int`` would read, and for ``1_500``."""
    if not re.fullmatch(r"-?[0-9]{1,18}", text):
        message = f"not a whole number: {text!r}"
        raise ValueError(message)
    return int(text)


def read_number(text: str) -> float:
    """Return a number in the digits 0 to 9, with or without a decimal point; raises ValueError for any other text."""
    if not re.fullmatch(r"-?[0-9]{1,18}([.][0-9]{1,18})?", text):
        message = f"not a number: {text!r}"
        raise ValueError(message)
    return float(text)


def read_boolean(text: str) -> bool:
    """Return the truth value of ``true`` or ``false``; raises ValueError for any other text."""
    return bool(("false", "true").index(text))


def read_tokens(text: str) -> tuple[str, ...]:
    """Return the members of a list separated by semicolons, without empty ones."""
    return tuple(token.strip() for token in text.split(";") if token.strip())


def is_readable(text: str, kind: CellKind) -> bool:
    """Return whether a text that is not empty can be read as a kind of value."""
    try:
        kind.read(text)
    except ValueError:
        return False
    return True


def tidy_text(text: str) -> str:
    """Return a text in Unicode's composed form (NFC), so that equal texts have equal characters."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _tidy_date(text: str) -> str:
    found = _MIDNIGHT.fullmatch(text)
    return found[1] if found else text


def _tidy_integer(text: str) -> str:
    return re.sub(r"^(-?[0-9]+)[.]0+$", r"\1", text)


def _tidy_degrees(text: str) -> str:
    """Return degrees with a decimal point. A comma cannot mean thousands: no coordinate is that large."""
    return re.sub(r"^(-?[0-9]{1,3}),([0-9]+)$", r"\1.\2", text)


def _tidy_boolean(text: str) -> str:
    return _TRUTH.get(text.casefold(), text)


def _tidy_code(column: str) -> Callable[[str], str]:
    """Return a function that restores the leading zeros of a code, which are lost if it is read as a number."""
    widths = _WIDTHS.get(column, ())

    def tidy(text: str) -> str:
        """Return the code without a decimal, with its leading zeros. If codes vary in width, only one zero can be missing."""
        text = _tidy_integer(text)
        if not re.fullmatch("[0-9]+", text) or len(text) in widths:
            return text
        return text.zfill(next((width for width in widths if len(widths) == 1 or width == len(text) + 1), 0))

    return tidy


def _tidy_origins(text: str) -> str:
    """Return a list of origins in which ids of sources have their leading zeros."""
    if not re.search(r"(^|;)\s*[0-9]{1,2}\s*(;|$)", text):
        return text
    return ";".join(map(_tidy_code("source_id"), read_tokens(text)))


def _vocabulary(values: type[StrEnum], *, required: bool = False) -> CellKind:
    return CellKind(values, one_of(values), required)


def _code(column: str) -> CellKind:
    return CellKind(str, "text", tidy=_tidy_code(column))


_DATE: Final = CellKind(read_date, TYPES_IN_WORDS["date"], tidy=_tidy_date)
_DEGREES: Final = CellKind(read_number, TYPES_IN_WORDS["number"], tidy=_tidy_degrees)
_INTEGER: Final = CellKind(read_integer, TYPES_IN_WORDS["integer"], tidy=_tidy_integer)

KINDS: Final[Mapping[str, Mapping[str, CellKind]]] = {
    "sources": {
        "source_id": _code("source_id"),
        "published": CellKind(read_partial_date, PARTIAL_DATE, tidy=_tidy_date),
        "basis": _vocabulary(Basis, required=True),
        "derives_from": CellKind(str, "text", tidy=_tidy_origins),
    },
    "authorisations": {
        "authorisation_id": _code("authorisation_id"),
        "year": CellKind(read_integer, TYPES_IN_WORDS["integer"], required=True, tidy=_tidy_integer),
        "start": CellKind(read_date, TYPES_IN_WORDS["date"], required=True, tidy=_tidy_date),
        "end": _DATE,
        "at_start": CellKind(read_boolean, TYPES_IN_WORDS["boolean"], tidy=_tidy_boolean),
    },
    "places": {
        "latitude": _DEGREES,
        "longitude": _DEGREES,
        "ubigeo": _code("ubigeo"),
        "geonames_id": _code("geonames_id"),
        "precision": _vocabulary(Precision, required=True),
    },
    "claims": {
        "authorisation_id": _code("authorisation_id"),
        "topic": _vocabulary(Topic, required=True),
        "role": _vocabulary(Role),
        "comparison": _vocabulary(Comparison),
        "start": _DATE,
        "end": _DATE,
        "certainty": _vocabulary(Certainty, required=True),
        "source_id": _code("source_id"),
        "paragraph": _INTEGER,
    },
}
"""By table: the columns that hold more than text. ``required`` columns cannot be "not stated"."""

VALUE_KINDS: Final[Mapping[str, CellKind]] = {
    "integer": _INTEGER,
    "number": CellKind(read_number, TYPES_IN_WORDS["number"]),
    "date": CellKind(read_partial_date, PARTIAL_DATE),
    "text": CellKind(str, "text"),
    "boolean": CellKind(("yes", "no").index, one_of(("yes", "no"))),
}
"""By ``value_type``: the kind of the ``value`` of a claim."""
