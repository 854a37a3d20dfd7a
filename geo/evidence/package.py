"""The package as read from its files, before validation: descriptor, tables, rows of text."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from geo.evidence.cells import KINDS, tidy_text
from geo.evidence.csv_files import Line, read_records
from geo.evidence.faults import Fault, shown

REQUIRED_TABLES: Final = ("sources", "authorisations", "places", "claims", "disagreements")
NEVER_EMPTY: Final = ("sources", "authorisations", "places", "claims")
HISTORY: Final = "history"
TABLES: Final = (*REQUIRED_TABLES, "attributes", HISTORY)
"""The resources that are read. Others, and files that the descriptor does not name, are ignored."""
EDITED: Final = "+edited"
"""End of the version of data that was edited since sealing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table as text. A column that the table does not have counts as empty."""

    file: str
    number: int
    """Row as in a spreadsheet; a line break inside quotation marks does not start a new row."""
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the text of a cell."""
        return self.cells.get(column, "")

    def fault(self, field: str, expected: str, found: str | None = None, *, advice: str = "") -> Fault:
        """Return a fault of a cell; ``found`` is the text of the cell if None."""
        return Fault(self.file, self.number, field, expected, shown(self[field]) if found is None else found, advice)


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file."""

    file: str
    lines: tuple[Line, ...] = ()
    """Every row as texts, the header first, also empty rows and rows with a wrong number of cells; empty for no table."""
    rows: tuple[Row, ...] = ()
    """The rows with a cell for every column. Other rows are faults of the schema, and left out."""
    size: int = 0
    """Bytes."""
    hash: str = ""
    """``sha256:`` and the hexadecimal digest of the bytes."""
    faults: tuple[Fault, ...] = ()
    """Faults of reading the file."""

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the columns, in the order of the file."""
        return self.lines[0] if self.lines else ()

    @property
    def is_whole(self) -> bool:
        """Whether every row of the file could be read."""
        return not self.faults and len(self.rows) == len(self.lines) - 1

    def has(self, *columns: str) -> bool:
        """Return whether the table has all of these columns."""
        return set(columns) <= set(self.header)


@dataclass(frozen=True, slots=True)
class DataPackage:
    """The descriptor and the tables that it names."""

    descriptor: Mapping[str, Any]
    tables: Mapping[str, Table]
    """By name of the resource, in the order of ``TABLES``."""
    faults: tuple[Fault, ...] = ()
    """Faults of the descriptor."""

    @property
    def resources(self) -> dict[str, Mapping[str, Any]]:
        """The resources that are read, by name."""
        return named_resources(self.descriptor)

    @property
    def is_sealed(self) -> bool:
        """Whether every table has the hash in the descriptor."""
        resources = self.resources
        return all(table.hash == resources[name].get("hash") for name, table in self.tables.items())

    @property
    def version(self) -> str:
        """Version of the data, with ``+edited`` if a table was edited since sealing.

        Links and figures state it, so edited data must not have the version of released data.
        """
        version = str(self.descriptor.get("version", ""))
        return version if self.is_sealed else f"{version}{EDITED}"


def named_resources(descriptor: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the resources of a descriptor that are read, by name."""
    listed = descriptor.get("resources")
    resources = [each for each in listed if isinstance(each, Mapping)] if isinstance(listed, list) else []
    found = {each["name"]: each for each in resources if isinstance(each.get("name"), str)}
    return {name: found[name] for name in TABLES if name in found}


def columns_of(resource: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the columns that a resource of a descriptor without fault describes."""
    return tuple(field["name"] for field in resource["schema"]["fields"])


def parse_table(name: str, file: str, content: bytes | None, columns: Collection[str] = ()) -> Table:
    """Return the table in a file. Errors in the file are ``faults`` of the table; nothing is raised.

    Parameters
    ----------
    name
        Name of the table.
    file
        Name of the file, for the faults.
    content
        Bytes of the file; None if there is no file.
    columns
        The columns that the table may have; others are kept.
    """
    if content is None:
        return Table(file, faults=(Fault(file, None, None, "a file of this name", "none", "put it beside datapackage.json"),))
    records = read_records(file, content, columns)
    lines = tuple(_tidy(name, records.lines))
    faults = records.faults
    if name in NEVER_EMPTY and len(lines) == 1:
        lines, faults = (), (*faults, Fault(file, None, None, "at least one row below the header", "none"))
    return Table(
        file,
        lines=lines,
        rows=_well_formed(file, lines),
        size=len(content),
        hash=f"sha256:{hashlib.sha256(content).hexdigest()}",
        faults=faults,
    )


def _tidy(name: str, lines: tuple[Line, ...]) -> Iterator[Line]:
    """Yield the rows with every cell in the form of the data, see :mod:`geo.evidence.cells`."""
    header = lines[0] if lines else ()
    kinds = KINDS.get(name, {})
    tidies = [kinds[column].tidy if column in kinds else str for column in header]
    yield from lines[:1]
    for line in lines[1:]:
        known = zip(line, tidies, strict=False)
        cells = (tidy_text(tidy(cell)) if cell else cell for cell, tidy in known)
        yield (*cells, *line[len(header) :])


def _well_formed(file: str, lines: tuple[Line, ...]) -> tuple[Row, ...]:
    """Return the rows with a cell for every column."""
    return tuple(
        Row(file, number, dict(zip(lines[0], line, strict=True)))
        for number, line in enumerate(lines[1:], start=2)
        if len(line) == len(lines[0]) and any(line)
    )
