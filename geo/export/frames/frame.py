"""Columns and frames: a column has name, type, meaning and value; a frame is built from rows and columns.

A frame is a pandas frame with the columns' names and types. A value that is not stated is missing (NaN, NaT, NA), not an empty
text.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

Row = TypeVar("Row")
Cell = str | int | float | bool | date | tuple[str, ...] | None
"""None and ``""`` stand for a value that is not stated; a tuple contains ids."""
DataFrame = Any
"""A pandas frame. pandas takes half a second to import, so only the functions that need it import it."""
GeoDataFrame = Any

SEPARATOR: Final = ";"
"""Between ids that share a cell of a flat file."""

_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 or UTF-8 cannot represent."""


class Kind(StrEnum):
    """The type of a column's cells."""

    TEXT = "text"
    LINK = "link"
    """An address."""
    LIST = "list"
    """Ids, as a tuple."""
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    """A day, as a timestamp at midnight."""
    BOOLEAN = "boolean"


DTYPES: Final[Mapping[Kind, str]] = {
    Kind.TEXT: "str",
    Kind.LINK: "str",
    Kind.LIST: "object",
    Kind.INTEGER: "Int32",
    Kind.NUMBER: "float64",
    Kind.DATE: "datetime64[s]",
    Kind.BOOLEAN: "bool",
}
"""The type of a column in a frame."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a table. Its name is the same in every format and language."""

    name: str
    kind: Kind
    about: str
    """Message id of its meaning."""
    value: Callable[[Row], Cell]
    """Returns the cell of a row."""


def build_frame(rows: Iterable[Row], columns: tuple[Column[Row], ...]) -> DataFrame:
    """Return a frame with a line for each row; the types of its columns are those in :data:`DTYPES`."""
    import pandas as pd  # noqa: PLC0415 - slow to import

    rows = tuple(rows)
    return pd.DataFrame(
        {
            column.name: pd.Series([_writable(column.value(row)) for row in rows], dtype=DTYPES[column.kind])
            for column in columns
        }
    )


def flatten(frame: DataFrame) -> DataFrame:
    """Return a frame for a flat file: lists of ids joined by :data:`SEPARATOR`, days as dates without a time.

    The dates are pyarrow's ``date32``, which CSV, workbook and GDAL write as days; an empty list becomes a missing text.
    """
    of_ids = [name for name, dtype in frame.dtypes.items() if dtype == "object"]  # select_dtypes would take texts too
    lists = {name: frame[name].str.join(SEPARATOR).replace("", None).astype("str") for name in of_ids}
    days = {name: frame[name].astype("date32[pyarrow]") for name in frame.select_dtypes("datetime")}
    return frame.assign(**lists, **days)


def _writable(cell: Cell) -> Cell:
    """Return a cell for a frame: characters that no file can hold become U+FFFD, an empty text becomes None."""
    if isinstance(cell, tuple):
        return tuple(_UNWRITABLE.sub("\ufffd", item) for item in cell)
    return (_UNWRITABLE.sub("\ufffd", cell) or None) if isinstance(cell, str) else cell
