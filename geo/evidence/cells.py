"""How the text of a cell is read as a value, and which columns hold more than text.

The checks and the records read cells with the same functions, so that whatever passes the checks can become a record.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.evidence.vocabulary import Basis, Certainty, Comparison, Precision, Role, Topic

A_VALUE = "a value"
TYPES_IN_WORDS = {
    "date": "an ISO date (YYYY-MM-DD)",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}
"""What a column of each type of Table Schema asks for."""


@dataclass(frozen=True, slots=True)
class CellKind:
    """What a column holds."""

    read: Callable[[str], object]
    """Turns a text that is not empty into the value, and raises ValueError where it cannot."""
    expected: str
    """What it asks for, in the words of a fault."""
    required: bool = False
    """Whether the record cannot be without it."""


def one_of(values: Iterable[object]) -> str:
    """Return the words for a closed list of values."""
    return f"one of {', '.join(map(str, values))}"


def read_date(text: str) -> date:
    """Return a date written YYYY-MM-DD, as ``date.fromisoformat`` does, which alone would accept other forms too."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, flags=re.ASCII):
        message = f"not an ISO date: {text!r}"
        raise ValueError(message)
    return date.fromisoformat(text)


def read_partial_date(text: str) -> date:
    """Return the first day of a date, month or year written as in ISO 8601."""
    missing = {len("YYYY"): "-01-01", len("YYYY-MM"): "-01"}
    return read_date(text + missing.get(len(text), ""))


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


def _vocabulary(values: type[StrEnum], *, required: bool = False) -> CellKind:
    return CellKind(values, one_of(values), required)


_DATE = CellKind(read_date, TYPES_IN_WORDS["date"])
_NUMBER = CellKind(float, TYPES_IN_WORDS["number"])
_INTEGER = CellKind(int, TYPES_IN_WORDS["integer"])
_REQUIRED_DATE = CellKind(read_date, TYPES_IN_WORDS["date"], required=True)

KINDS: Mapping[str, Mapping[str, CellKind]] = {
    "sources": {"basis": _vocabulary(Basis, required=True)},
    "authorisations": {
        "year": CellKind(int, TYPES_IN_WORDS["integer"], required=True),
        "start": _REQUIRED_DATE,
        "end": _DATE,
        "at_start": CellKind(read_boolean, TYPES_IN_WORDS["boolean"]),
    },
    "places": {"latitude": _NUMBER, "longitude": _NUMBER, "precision": _vocabulary(Precision, required=True)},
    "claims": {
        "topic": _vocabulary(Topic, required=True),
        "role": _vocabulary(Role),
        "comparison": _vocabulary(Comparison),
        "start": _DATE,
        "end": _DATE,
        "certainty": _vocabulary(Certainty, required=True),
        "paragraph": _INTEGER,
    },
}
"""The columns that hold more than text, by table; ``required`` where the record has no value for "not stated"."""

VALUE_KINDS: Mapping[str, CellKind] = {
    "integer": CellKind(int, TYPES_IN_WORDS["integer"]),
    "number": _NUMBER,
    "date": CellKind(read_partial_date, "a date, month or year (YYYY-MM-DD, YYYY-MM or YYYY)"),
    "text": CellKind(str, "text"),
    "boolean": CellKind(("yes", "no").index, one_of(("yes", "no"))),
}
"""What the ``value`` of a claim holds, by its ``value_type``."""
