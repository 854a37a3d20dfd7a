"""The package as it lies in its files, before anything is known to be valid: descriptor, tables, rows of text."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from geo.evidence.faults import Fault, shown

DESCRIPTOR = "datapackage.json"
REQUIRED_TABLES = ("sources", "authorisations", "places", "claims", "disagreements")
HISTORY = "history"
TABLES = (*REQUIRED_TABLES, "attributes", HISTORY)
"""The resources that are read; others in the descriptor, and files that are not in it, are left alone."""
LISTS = {"changes": ("version", "date", "note_en", "note_es"), "licenses": ("title", "path")}
"""Lists that the descriptor may have besides, and the texts that each of their entries must hold."""

_NOT_DECODED = "the byte 0x{:02X} (the file looks saved as Windows-1252)"


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table as text, by column; a column that the table does not have reads as empty."""

    file: str
    number: int
    """Row as a spreadsheet numbers it; a quoted line break does not start a new one."""
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the text of a cell."""
        return self.cells.get(column, "")

    def fault(self, field: str, expected: str, found: str | None = None) -> Fault:
        """Return the fault of a cell; what was found is the cell unless it is told."""
        return Fault(self.file, self.number, field, expected, shown(self[field]) if found is None else found)


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file."""

    file: str
    lines: tuple[tuple[str, ...], ...] = ()
    """Every record, the header first, also blank and ragged ones; empty when the file cannot be read as a table."""
    rows: tuple[Row, ...] = ()
    """The records with a cell for every column; a blank or ragged one is a fault of the schema, and left out."""
    size: int = 0
    """Bytes."""
    hash: str = ""
    """``sha256:`` and the hexadecimal digest of the bytes."""
    faults: tuple[Fault, ...] = ()
    """What was wrong with reading it."""

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the columns, in the order of the file."""
        return self.lines[0] if self.lines else ()

    def has(self, *columns: str) -> bool:
        """Whether the table has all of these columns."""
        return set(columns) <= set(self.header)


@dataclass(frozen=True, slots=True)
class DataPackage:
    """The descriptor and the tables that it names."""

    descriptor: Mapping[str, Any]
    tables: Mapping[str, Table]
    """By name of the resource, in the order of ``TABLES``."""
    faults: tuple[Fault, ...] = ()
    """What was wrong with the descriptor."""

    @property
    def resources(self) -> dict[str, Mapping[str, Any]]:
        """The resources that are read, by name."""
        return named_resources(self.descriptor)

    @property
    def is_sealed(self) -> bool:
        """Whether every table is, byte for byte, the one whose hash the descriptor gives."""
        resources = self.resources
        return all(table.hash == resources[name].get("hash") for name, table in self.tables.items())

    @property
    def version(self) -> str:
        """Version of the data, with ``+edited`` when a table changed since it was sealed.

        A link and a figure carry it, and neither must claim a released version for data that nobody released.
        """
        version = str(self.descriptor.get("version", ""))
        return version if self.is_sealed else f"{version}+edited"


def named_resources(descriptor: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the resources of a descriptor that are read, by name."""
    listed = descriptor.get("resources")
    resources = [each for each in listed if isinstance(each, Mapping)] if isinstance(listed, list) else []
    found = {each.get("name"): each for each in resources}
    return {name: found[name] for name in TABLES if name in found}


def check_descriptor(descriptor: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Return what in a descriptor would keep the tables from being found, or the data from having a version."""
    resources = named_resources(descriptor)
    faults = [
        Fault(DESCRIPTOR, None, "resources", f"a resource named {name}", "none")
        for name in REQUIRED_TABLES
        if name not in resources
    ]
    for name, resource in resources.items():
        path, schema = resource.get("path"), resource.get("schema")
        if not _is_file_name(path):
            faults.append(Fault(DESCRIPTOR, None, f"{name}.path", "the name of a file beside it", repr(path)))
        if not isinstance(schema, Mapping):
            faults.append(Fault(DESCRIPTOR, None, f"{name}.schema", "a table schema", repr(schema)))
    if not (isinstance(descriptor.get("version"), str) and descriptor["version"]):
        faults.append(Fault(DESCRIPTOR, None, "version", "a version", repr(descriptor.get("version"))))
    return (*faults, *_check_lists(descriptor))


def _check_lists(descriptor: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what in the change log or the licences could not be shown; a descriptor need not have them."""
    for name, keys in LISTS.items():
        listed = descriptor.get(name, [])
        if not isinstance(listed, list):
            yield Fault(DESCRIPTOR, None, name, "a list", type(listed).__name__)
            continue
        for number, entry in enumerate(listed, start=1):
            held = entry if isinstance(entry, Mapping) else {}
            for key in keys:
                if not isinstance(held.get(key), str):
                    yield Fault(DESCRIPTOR, None, f"{name}, entry {number}, {key}", "a text", repr(held.get(key)))


def _is_file_name(path: object) -> bool:
    """Whether a path is the plain name of a file, so that a package cannot make us read outside its folder."""
    return isinstance(path, str) and path not in ("", ".", "..") and not set(path) & set("/\\:")


def parse_table(file: str, content: bytes | None) -> Table:
    """Return a file as a table; never fails, what is wrong is in its ``faults``.

    Parameters
    ----------
    file
        Name of the file, for the faults.
    content
        Its bytes; None when there is no such file.
    """
    if content is None:
        return Table(file, faults=(Fault(file, None, None, "a file of this name", "none"),))
    text, decoding = _decode(file, content)
    lines, reading = _read_lines(file, text)
    header = _check_header(file, lines)
    lines = () if header else lines
    return Table(
        file,
        lines=lines,
        rows=_well_formed(file, lines),
        size=len(content),
        hash=f"sha256:{hashlib.sha256(content).hexdigest()}",
        faults=(*decoding, *reading, *header),
    )


def _well_formed(file: str, lines: tuple[tuple[str, ...], ...]) -> tuple[Row, ...]:
    """Return the records that have a cell for every column."""
    return tuple(
        Row(file, number, dict(zip(lines[0], line, strict=True)))
        for number, line in enumerate(lines[1:], start=2)
        if len(line) == len(lines[0]) and any(line)
    )


def _decode(file: str, content: bytes) -> tuple[str, tuple[Fault, ...]]:
    """Return the text, decoded leniently when it is not UTF-8, so that the faults of its rows are found as well."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), (Fault(file, None, None, "UTF-8 text", "UTF-16"),)
    if content.startswith(b"\xef\xbb\xbf"):
        mark = Fault(file, 1, None, "UTF-8 text without a byte order mark", "a byte order mark")
        return content.decode("utf-8-sig", errors="replace"), (mark,)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        # One character more stands for the byte itself, which may be the first of its row.
        before = content[: error.start].decode("utf-8") + "?"
        row = sum(1 for _ in csv.reader(io.StringIO(before, newline="")))
        fault = Fault(file, row, None, "UTF-8 text", _NOT_DECODED.format(content[error.start]))
        return content.decode("cp1252", errors="replace"), (fault,)


def _read_lines(file: str, text: str) -> tuple[tuple[tuple[str, ...], ...], tuple[Fault, ...]]:
    """Return the records up to the first one whose quotes are broken: nothing after it can be told apart."""
    lines: list[tuple[str, ...]] = []
    try:
        lines.extend(tuple(line) for line in csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        return tuple(lines), (Fault(file, len(lines) + 1, None, "cells quoted as in RFC 4180", str(error)),)
    return tuple(lines), ()


def _check_header(file: str, lines: tuple[tuple[str, ...], ...]) -> tuple[Fault, ...]:
    """Return what keeps the first record from naming the columns."""
    header = lines[0] if lines else ()
    if not any(header):
        return (Fault(file, 1, None, "the names of the columns", "nothing"),)
    if len(header) == 1 and ";" in header[0]:
        return (Fault(file, 1, None, "columns separated by commas", "semicolons"),)
    repeated = {name: header.count(name) for name in header if header.count(name) > 1}
    return tuple(Fault(file, 1, name, "one column of this name", str(count)) for name, count in repeated.items())
