"""How the text of a cell is read as a value, and which columns hold more than text.

The checks and the records read cells with the same functions, so that whatever passes the checks can become a record.
What a spreadsheet certainly did to a cell is undone when a file is read (``tidy``): a date got a time of midnight, a whole
number a decimal, a code lost its leading zero, an accent became a character of its own.
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
"""Years outside are slips, or stand for "no end", which an empty cell says."""
TYPES_IN_WORDS: Final = {
    "date": "a date written YYYY-MM-DD, such as 2023-06-01",
    "integer": "a whole number in digits, such as 600",
    "number": "a number in digits, such as -12.5",
    "boolean": "true or false",
}
"""What a column of each type of Table Schema asks for."""
PARTIAL_DATE: Final = "a date, month or year, such as 2023-06-01, 2023-06 or 2023"

_WIDTHS: Final = {"source_id": (3,), "ubigeo": (2, 4, 6, 10)}
"""How many digits a code of nothing but digits has, by column; fewer mean that leading zeros were lost."""
_TRUTH: Final = {"true": "true", "verdadero": "true", "1": "true", "false": "false", "falso": "false", "0": "false"}
_MIDNIGHT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]00:00(:00([.]0+)?)?Z?")


@dataclass(frozen=True, slots=True)
class CellKind:
    """What a column holds."""

    read: Callable[[str], object]
    """Turns a text that is not empty into the value, and raises ValueError where it cannot."""
    expected: str
    """What it asks for, in the words of a fault."""
    required: bool = False
    """Whether the record cannot be without it."""
    tidy: Callable[[str], str] = str
    """Gives a text that certainly means a value the form in which the data has it."""


def one_of(values: Iterable[object]) -> str:
    """Return the words for a closed list of values."""
    return f"one of {', '.join(map(str, values))}"


def read_date(text: str) -> date:
    """Return a date written YYYY-MM-DD, of a year that a record can be about."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        message = f"not an ISO date: {text!r}"
        raise ValueError(message)
    day = date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        message = f"not a year from {FIRST_YEAR} to {LAST_YEAR}: {text!r}"
        raise ValueError(message)
    return day


def read_partial_date(text: str) -> date:
    """Return the first day of a date, month or year written as in ISO 8601."""
    missing = {len("YYYY"): "-01-01", len("YYYY-MM"): "-01"}
    return read_date(text + missing.get(len(text), ""))


def read_integer(text: str) -> int:
    """Return a whole number written in the digits 0 to 9: ``int`` alone reads other scripts and ``1_500`` too."""
    if not re.fullmatch(r"-?[0-9]{1,18}", text):
        message = f"not a whole number: {text!r}"
        raise ValueError(message)
    return int(text)


def read_number(text: str) -> float:
    """Return a number written in the digits 0 to 9, with a decimal point or none."""
    if not re.fullmatch(r"-?[0-9]{1,18}([.][0-9]{1,18})?", text):
        message = f"not a number: {text!r}"
        raise ValueError(message)
    return float(text)


def read_boolean(text: str) -> bool:
    """Return whether a cell says ``true`` or ``false``."""
    return bool(("false", "true").index(text))


def read_tokens(text: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds a list separated by semicolons."""
    return tuple(token.strip() for token in text.split(";") if token.strip())


def is_readable(text: str, kind: CellKind) -> bool:
    """Whether a text that is not empty can be read as the kind of value."""
    try:
        kind.read(text)
    except ValueError:
        return False
    return True


def tidy_text(text: str) -> str:
    """Return a text in Unicode's composed form (NFC), in which equal texts are equal."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _tidy_date(text: str) -> str:
    found = _MIDNIGHT.fullmatch(text)
    return found[1] if found else text


def _tidy_integer(text: str) -> str:
    return re.sub(r"^(-?[0-9]+)[.]0+$", r"\1", text)


def _tidy_degrees(text: str) -> str:
    """Return degrees with a decimal point: no degree has thousands that a comma could part."""
    return re.sub(r"^(-?[0-9]{1,3}),([0-9]+)$", r"\1.\2", text)


def _tidy_boolean(text: str) -> str:
    return _TRUTH.get(text.casefold(), text)


def _tidy_code(column: str) -> Callable[[str], str]:
    """Return what gives a code of digits the zeros back that reading it as a number took."""
    widths = _WIDTHS.get(column, ())

    def tidy(text: str) -> str:
        """Return the code without a decimal and with its leading zeros; only one zero can be missing where widths vary."""
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
"""The columns that hold more than text, by table; ``required`` where the record has no value for "not stated"."""

VALUE_KINDS: Final[Mapping[str, CellKind]] = {
    "integer": _INTEGER,
    "number": CellKind(read_number, TYPES_IN_WORDS["number"]),
    "date": CellKind(read_partial_date, PARTIAL_DATE),
    "text": CellKind(str, "text"),
    "boolean": CellKind(("yes", "no").index, one_of(("yes", "no"))),
}
"""What the ``value`` of a claim holds, by its ``value_type``."""
