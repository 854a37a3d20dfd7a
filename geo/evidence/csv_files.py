"""Read the rows of a CSV file, also one that a spreadsheet has saved.

A byte order mark, semicolons of a Spanish locale, empty rows and columns at the end, and spaces or capitals in the header are
read as they are meant. A file of another kind has one fault, which names the kind.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geo.evidence.faults import Fault, near_match, shown

SAVE_AS: Final = "save it as CSV UTF-8, separated by commas"
_SIGNATURES: Final = (
    (b"PK\x03\x04", "a workbook (XLSX or ODS)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook (XLS)"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
)
_MARKUP: Final = re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype|html|table|head|meta|\?xml|\w+[ >])", re.IGNORECASE)
_LEGACY: Final = {"cp1252": "Windows-1252", "mac_roman": "MacRoman", "cp850": "DOS (code page 850)"}
_LETTERS: Final = frozenset("áéíóúüñÁÉÍÓÚÜÑçãõàèêô¿¡«»–—“”…ºª°·€") | {
    "\N{LEFT SINGLE QUOTATION MARK}",
    "\N{RIGHT SINGLE QUOTATION MARK}",
}
"""Characters of Spanish and English texts beyond ASCII. A file is taken to have the encoding in which it has most of them."""
_SEPARATORS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_CLOSE: Final = 0.8
"""Least similarity (difflib) of an unknown name and a column for which it is taken."""

MOST_COLUMNS: Final = 200
"""Columns of a table, at most: with more, comparing their names takes minutes."""

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """The rows of a file, and the faults of reading it."""

    lines: tuple[Line, ...] = ()
    """Every row as texts, the header first, also empty rows and rows with a wrong number of cells; empty for no table."""
    faults: tuple[Fault, ...] = ()


def read_records(file: str, content: bytes, columns: Collection[str]) -> Records:
    """Return the rows of a file. Errors in the file are faults of the result; nothing is raised.

    Parameters
    ----------
    file
        Name of the file, for the faults.
    content
        Bytes of the file.
    columns
        The columns that the table may have.
    """
    kind = _name_kind(content)
    if kind:
        return Records(faults=(Fault(file, None, None, "a CSV file in UTF-8", kind, SAVE_AS),))
    text, decoding = _decode(file, content)
    separator = _find_separator(text, columns)
    if separator not in ",;":
        found = "a line sep=, which only Excel reads" if separator == "sep" else _SEPARATORS[separator]
        return Records(faults=(*decoding, Fault(file, 1, None, "columns separated by commas", found, SAVE_AS)))
    lines, reading = _split(file, text, separator)
    lines = _trimmed(lines)
    if lines and len(lines[0]) > MOST_COLUMNS:
        wide = Fault(file, 1, None, f"at most {MOST_COLUMNS} columns", str(len(lines[0])), SAVE_AS)
        return Records(faults=(*decoding, *reading, wide))
    if lines:
        lines = (tuple(match_column(name, columns) for name in lines[0]), *lines[1:])
    header = tuple(_check_header(file, lines, columns))
    return Records(() if header else lines, (*decoding, *reading, *header))


def _name_kind(content: bytes) -> str:
    """Return the kind of a file that is not CSV; empty for a CSV file."""
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            return name
    if _MARKUP.match(content):
        return "a web page (HTML or XML)"
    return "UTF-16 text" if content[:200].count(b"\x00") > len(content[:200]) // 4 else ""


def _decode(file: str, content: bytes) -> tuple[str, tuple[Fault, ...]]:
    """Return the text of a file, and a fault if it is not UTF-8. It is then decoded in a likely encoding, to check its rows."""
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        # "?" stands for the byte itself, which may be the first of its row.
        before = content[: error.start].decode("utf-8-sig") + "?"
        row = sum(1 for _ in csv.reader(io.StringIO(before, newline="")))
        encoding = _guess_encoding(content)
        found = f"the byte 0x{content[error.start]:02X} (the file looks saved as {_LEGACY[encoding]})"
        return content.decode(encoding, errors="replace"), (Fault(file, row, None, "UTF-8 text", found, SAVE_AS),)


def _guess_encoding(content: bytes) -> str:
    """Return the encoding in which most characters beyond ASCII occur in Spanish and English texts."""

    def likeness(encoding: str) -> int:
        """Return the number of characters of these languages, if the content is decoded in an encoding."""
        return sum(char in _LETTERS for char in content.decode(encoding, errors="replace") if not char.isascii())

    return max(_LEGACY, key=likeness)


def _find_separator(text: str, columns: Collection[str]) -> str:
    """Return the separator with which the header has most known columns; ``sep`` for a file with Excel's line ``sep=``."""
    if re.match(r'"?sep=', text, re.IGNORECASE):
        return "sep"
    header = text.split("\n", 1)[0]

    def known(separator: str) -> int:
        """Return the number of known columns in the header; 1 for several unknown ones."""
        cells = header.split(separator)[:MOST_COLUMNS]
        return sum(match_column(cell.strip().strip('"'), columns) in columns for cell in cells) or (len(cells) > 1)

    return max(_SEPARATORS, key=known)


def _split(file: str, text: str, separator: str) -> tuple[tuple[Line, ...], tuple[Fault, ...]]:
    """Return the rows up to the first one with wrong quotation marks, after which rows cannot be told apart."""
    lines: list[Line] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=separator)
        lines.extend(tuple(line) for line in reader)
    except csv.Error as error:
        advice = "double every quotation mark inside a quoted cell, and close the last one"
        return tuple(lines), (Fault(file, len(lines) + 1, None, "cells quoted as in RFC 4180", str(error), advice),)
    return tuple(lines), ()


def _trimmed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the rows without empty rows at the end, empty columns at the end, and empty cells beyond the header."""
    lines = lines[: _last(any(line) for line in lines)]
    header = lines[0] if lines else ()
    named = _last(bool(cell.strip()) for cell in header)
    filled = max((_last(map(bool, line)) for line in lines[1:]), default=0)
    # A column with texts but no name is kept, since it is a fault.
    width = max(named, min(filled, len(header)))
    return tuple(line if any(line[width:]) else line[:width] for line in lines)


def _last(filled: Iterable[bool]) -> int:
    """Return the position of the last True, from 1; 0 for none."""
    return max((number for number, is_filled in enumerate(filled, start=1) if is_filled), default=0)


def match_column(name: str, columns: Collection[str]) -> str:
    """Return the column that a header cell means, whatever its case, spaces and invisible characters; else the bare name."""
    visible = "".join(char for char in unicodedata.normalize("NFKC", name) if unicodedata.category(char) != "Cf").strip()
    wanted = re.sub(r"[\s_-]+", "_", visible.casefold())
    return next((column for column in columns if column.casefold() == wanted), visible)


def _check_header(file: str, lines: tuple[Line, ...], columns: Collection[str]) -> Iterator[Fault]:
    """Yield the faults of the header."""
    header = lines[0] if lines else ()
    if not any(header):
        yield Fault(file, 1, None, "the names of the columns", "nothing")
        return
    if len(set(columns) & set(header)) < min(2, len(columns)):
        names = ", ".join(list(columns)[:3])
        yield Fault(file, 1, None, f"the names of the columns, {names} and so on", shown(", ".join(header)), "write them there")
        return
    for number, name in enumerate(header, start=1):
        if not name:
            yield Fault(file, 1, None, f"a name for column {number}", "nothing", "name it, or remove it")
    for name in dict.fromkeys(name for name in header if name and header.count(name) > 1):
        yield Fault(file, 1, name, "one column of this name", str(header.count(name)), "rename or remove the others")
    missing = [column for column in columns if column not in header]
    for name in header:
        match = _match_missing(name, missing) if name and name not in columns else ""
        if match:
            yield Fault(file, 1, match, "a column of this name", shown(name), f"rename it to {match}")


def _match_missing(name: str, missing: Sequence[str]) -> str:
    """Return the missing column for an unknown name that is similar, a part of it, or for its language; empty for none."""
    plain = re.sub(r"\W", "", "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)))
    parts = [column for column in missing if plain.casefold() in column.split("_")[-1:] or name.endswith(f"_{column[-2:]}")]
    return near_match(plain, missing, cutoff=_CLOSE) or near_match(name, parts, cutoff=0.4)
