"""A table, whatever file it will be in; and how a cell is written as text that cannot turn into a formula.

A spreadsheet takes a cell of a CSV file for a formula when its text begins with ``=``, ``+``, ``-``, ``@``, a tabulator, a line
break, or the full-width form of one of the signs (OWASP, "CSV Injection"). Such a text gets an apostrophe in front, and so does
one that begins with an apostrophe itself: whoever reads the file takes one leading apostrophe away and has the very text again.
Numbers, dates and truth values are written by this module alone and are left as they are.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

Cell = str | int | float | bool | date | tuple[str, ...] | None
"""None and ``""`` are what is not stated; a tuple holds ids."""

SEPARATOR: Final = ";"
"""Between ids that share a cell."""

_FORMULA: Final = re.compile(r"['=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - the full-width signs are meant
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What neither XML 1.0 nor UTF-8 can hold."""


class Kind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    LIST = "list"
    """Ids; in a flat file joined by :data:`SEPARATOR`."""
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name is the same in every format and language."""

    name: str
    kind: Kind
    about: str
    """Message id of what it holds."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a row has a cell for every column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, name: str) -> tuple[Cell, ...]:
        """Return the cells of a column.

        Raises
        ------
        ValueError
            If the table has no such column.
        """
        place = [column.name for column in self.columns].index(name)
        return tuple(row[place] for row in self.rows)


def plain(cell: Cell) -> str | int | float | bool | date | None:
    """Return a cell as one value: ids joined, what no file can hold replaced by U+FFFD, an empty text as None."""
    joined = SEPARATOR.join(cell) if isinstance(cell, tuple) else cell
    return (_UNWRITABLE.sub("\ufffd", joined) or None) if isinstance(joined, str) else joined


def guarded(cell: Cell) -> str:
    """Return a cell as text for a spreadsheet, as the head of the module says; dates in ISO 8601, what is missing empty."""
    value = plain(cell)
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{value}" if _FORMULA.match(value) else value
        case date():
            return value.isoformat()
    return repr(value)


def unguarded(text: str) -> str:
    """Return the text that :func:`guarded` was given."""
    return text.removeprefix("'")
