"""Read an edited workbook, and return the files of the package that it changes."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import zip_longest
from typing import Any, Final

from geo.evidence.cells import CellKind, is_readable, read_number
from geo.evidence.checks import Surroundings, validate
from geo.evidence.csv_files import Line
from geo.evidence.faults import Fault, shown
from geo.evidence.package import DataPackage, Table, columns_of, parse_table
from geo.evidence.spreadsheet.columns import table_names

LARGEST: Final = 300_000_000
"""Bytes of an unpacked workbook, at most."""
_UNREADABLE: Final = (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, SyntaxError, OSError)
"""What openpyxl raises for a workbook with a part that it cannot read."""
_NUMBER: Final = CellKind(read_number, "")


@dataclass(frozen=True, slots=True)
class WorkbookEdits:
    """The changes that a workbook makes to a package."""

    files: Mapping[str, bytes]
    """By name: the changed files; empty if there is a fault."""
    cells: Mapping[str, int]
    """By name: the number of changed cells and rows."""
    faults: tuple[Fault, ...] = ()
    """Faults by sheet, row and column."""


def read_workbook(content: bytes, package: DataPackage, surroundings: Surroundings) -> WorkbookEdits:
    """Return the files that a workbook changes in a package; none if there is a fault.

    Parameters
    ----------
    content
        The workbook, as saved by any spreadsheet.
    package
        The present package; its descriptor must have no faults.
    surroundings
        As for :func:`geo.evidence.checks.validate`.
    """
    sheets, faults = _read_sheets(content, package)
    if faults:
        return WorkbookEdits({}, {}, faults)
    tables = {name: _to_table(name, sheet, package) for name, sheet in sheets.items()}
    found = validate(DataPackage(package.descriptor, {**package.tables, **tables}), surroundings)
    told = {(fault.file, fault.field) for fault in found}
    found += tuple(fault for fault in _find_lost_columns(tables, package) if (fault.file, fault.field) not in told)
    faults = tuple(_on_sheet(fault, sheets, package) for fault in found)
    if faults:
        return WorkbookEdits({}, {}, faults)
    texts = {name: _write_lines(table.lines) for name, table in tables.items()}
    edited = {name: table for name, table in tables.items() if table.lines != package.tables[name].lines}
    return WorkbookEdits(
        {table.file: texts[name] for name, table in edited.items()},
        {table.file: _count_edits(table.lines, package.tables[name].lines) for name, table in edited.items()},
    )


def _read_sheets(content: bytes, package: DataPackage) -> tuple[dict[str, tuple[Line, ...]], tuple[Fault, ...]]:
    """Return the sheets of a workbook as text, by table, and the faults of reading them."""
    from openpyxl import load_workbook  # noqa: PLC0415 - only for workbooks
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST:
                return {}, (Fault("workbook", None, None, f"at most {LARGEST:,} bytes unpacked", "more"),)
        books = [load_workbook(io.BytesIO(content), data_only=data_only) for data_only in (True, False)]
    except (InvalidFileException, *_UNREADABLE) as error:
        return {}, (Fault("workbook", None, None, "a workbook (XLSX)", str(error) or type(error).__name__, "save it as XLSX"),)
    titles = [sheet.title for sheet in books[0].worksheets]
    names = {name.strip().casefold(): name for name in titles}
    faults = [*_find_sheet_faults(titles, package)]
    faults += _find_stale(books[0], package)
    sheets = {}
    for name in table_names(package):
        if name in names:
            values, formulas = (book[names[name]] for book in books)
            faults += [*_find_formulas(name, values, formulas), *_find_merged(name, values)]
            sheets[name] = tuple(tuple(map(_to_text, row)) for row in values.iter_rows(values_only=True))
    return sheets, tuple(faults)


def _find_sheet_faults(titles: list[str], package: DataPackage) -> Iterator[Fault]:
    """Yield the tables with no sheet of their name, or with several."""
    for name in table_names(package):
        named = [title for title in titles if title.strip().casefold() == name]
        if not named:
            yield Fault("workbook", None, None, f"a sheet named {name}", f"those of {', '.join(titles)}", "rename or add it")
        elif len(named) > 1:
            yield Fault("workbook", None, None, f"one sheet named {name}", ", ".join(map(repr, named)), "rename the others")


def _find_stale(book: Any, package: DataPackage) -> Iterator[Fault]:  # noqa: ANN401 - openpyxl comes without types
    """Yield the files that were changed after the workbook was written; the workbook would undo these changes."""
    written = {prop.name: prop.value for prop in book.custom_doc_props.props}
    for name in table_names(package):
        table = package.tables[name]
        if written.get(table.file, table.hash) != table.hash:
            expected = f"the {table.file} that the workbook was written from"
            yield Fault("workbook", None, None, expected, "another one", "write a new workbook, and bring the edits into it")


def _find_formulas(name: str, values: Any, formulas: Any) -> Iterator[Fault]:  # noqa: ANN401
    """Yield the formulas without a computed value, whose cells would be read as empty."""
    for cells in formulas.iter_rows():
        for cell in cells:
            if cell.data_type == "f" and values[cell.coordinate].value is None:
                found = shown(str(cell.value))
                yield Fault(f"sheet {name}", cell.row, f"column {cell.column_letter}", "a value", f"the formula {found}")


def _find_merged(name: str, values: Any) -> Iterator[Fault]:  # noqa: ANN401
    """Yield the merged cells, of which all but the first would be read as empty."""
    for cells in values.merged_cells.ranges:
        expected, advice = "a text in each cell", "split the cells, and fill in each"
        yield Fault(f"sheet {name}", cells.min_row, f"cells {cells.coord}", expected, "merged cells", advice)


def _find_lost_columns(tables: Mapping[str, Table], package: DataPackage) -> Iterator[Fault]:
    """Yield the columns that a file has and its sheet lacks, whose texts would be lost."""
    for name, table in tables.items():
        lost = [column for column in package.tables[name].header if table.lines and not table.has(column)]
        for column in lost:
            yield Fault(table.file, 1, column, "the column of this name in the file", "none", "put it back")


def _to_text(value: object) -> str:
    """Return the value of a cell as text of a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    if isinstance(value, datetime):
        return (
            value.date().isoformat() if value == datetime.combine(value.date(), datetime.min.time()) else value.isoformat(" ")
        )
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n")


def _to_table(name: str, sheet: tuple[Line, ...], package: DataPackage) -> Table:
    """Return a sheet as a table, with the columns in the order of the present file."""
    present = package.tables[name]
    table = parse_table(name, present.file, _write_lines(sheet), columns_of(package.resources[name]))
    if not table.lines:
        return table
    order = [column for column in present.header if column in table.header]
    order += [column for column in table.header if column not in order]
    indices = [table.header.index(column) for column in order]
    width = len(table.header)
    lines = [tuple(line[index] for index in indices) if len(line) == width else line for line in table.lines]
    return parse_table(name, present.file, _write_lines(_with_old_numbers(lines, present)), order)


def _with_old_numbers(lines: list[Line], present: Table) -> Iterator[Line]:
    """Yield the rows. An unchanged number is written as in the present file, such as ``-73.25290``."""
    old = {line[0]: dict(zip(present.header, line, strict=False)) for line in present.lines[1:] if line}
    header = lines[0]
    yield header
    for line in lines[1:]:
        before = old.get(line[0], {}) if line else {}
        yield tuple(_old_number(text, before.get(column, text)) for column, text in zip(header, line, strict=False))


def _old_number(text: str, before: str) -> str:
    both = text != before and is_readable(text, _NUMBER) and is_readable(before, _NUMBER)
    is_code = before.startswith("0") and "." not in before
    return before if both and not is_code and float(text) == float(before) else text


def _write_lines(lines: Iterable[Line]) -> bytes:
    """Return rows as a CSV file of the package."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(lines)
    return file.getvalue().encode("utf-8")


def _on_sheet(fault: Fault, sheets: Mapping[str, tuple[Line, ...]], package: DataPackage) -> Fault:
    """Return a fault of a file as a fault of its sheet, with the letters of the columns."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - only for workbooks

    name = next((name for name in sheets if package.tables[name].file == fault.file), "")
    if not name:
        return fault
    header = [cell.strip().casefold() for cell in sheets[name][0]] if sheets[name] else []
    columns = [column for column in (fault.field or "").split(", ") if column and column in header]
    letters = [f"{get_column_letter(header.index(column) + 1)} ({column})" for column in columns]
    field = f"column {', '.join(letters)}" if letters else fault.field
    return replace(fault, file=f"sheet {name}", field=field)


def _count_edits(lines: tuple[Line, ...], present: tuple[Line, ...]) -> int:
    """Return the number of changed cells in common rows, plus the number of added and removed rows.

    A new column counts as one cell for its header, and one for each text. Another order of the rows counts as one.
    """
    before, after = ({line[0]: line for line in each} for each in (present, lines))
    both = before.keys() & after.keys()
    cells = sum(one != other for key in both for one, other in zip_longest(before[key], after[key], fillvalue=""))
    is_sorted = [key for key in before if key in both] != [key for key in after if key in both]
    return cells + is_sorted + len(before.keys() ^ after.keys())
