"""XLSX: the sheets Places, Claims, Facts, Sources, Disagreements and About, for a reader with a spreadsheet.

Texts are written as texts, never as formulas, in cells marked as text (``quotePrefix``), so that editing one and leaving it
does not turn it into a formula either. Dates are dates. Columns are called as in every other format; the last sheet tells what
they mean. Rows are given the height that their texts need, since not every program fits it by itself. XlsxWriter dates every
part of the file 1980, and the workbook itself is dated by its data.
"""

import io
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from geo.export.files.metadata import about_lines, column_lines
from geo.export.frames import columns
from geo.export.frames.claims import claims_table, disagreements_table, places_table, sources_table
from geo.export.frames.facts import facts_table
from geo.export.frames.table import Cell, Kind, Table, plain
from geo.text import message
from geo.view import SUBJECT, ViewContext

Workbook = Any
Worksheet = Any
"""XlsxWriter is imported when a workbook is wanted, and has no types."""

_LONGEST: Final = 32_767
"""Characters that a cell can hold."""

_HEADER: Final = {"bold": True, "bg_color": "#e8e4da", "bottom": 1, "valign": "top"}
_TEXT: Final = {"quote_prefix": True, "valign": "top", "text_wrap": True}
_STYLES: Final[Mapping[Kind, Mapping[str, object]]] = {
    Kind.TEXT: _TEXT,
    Kind.LIST: _TEXT,
    Kind.INTEGER: {"valign": "top", "num_format": "0"},
    Kind.NUMBER: {"valign": "top", "num_format": "General"},
    Kind.DATE: {"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"},
    Kind.BOOLEAN: {"valign": "top", "align": "left"},
}
_WIDTHS: Final = {
    "statement": 60,
    "phrase": 34,
    "question": 50,
    "known": 70,
    "note": 70,
    "stance": 34,
    "title": 44,
    "source_title": 36,
    "url": 44,
    "source_url": 36,
    "claim_ids": 30,
    "kind": 24,
    "role_name": 24,
    "attributed_to": 22,
    "source_ids": 22,
    "topic_name": 22,
    "attribute_name": 30,
    "value": 30,
    "value_text": 30,
}
"""In characters; other columns are as wide as their name, and at least as :data:`_LEAST_WIDTH`."""
_LEAST_WIDTH: Final = 13
_ABOUT_WIDTHS: Final = (26, 110)
_LINE_HEIGHT: Final = 15
"""In points."""
_LETTERS_IN_A_WIDTH: Final = 0.95
"""How many letters stand in the width of a digit, in which columns are measured; fewer, since words wrap early."""
_FROZEN_COLUMNS: Final = 4
_SHEETS: Final = {
    "places": message("Places"),
    "claims": message("Claims"),
    "facts": message("Facts"),
    "sources": message("Sources"),
    "disagreements": message("Disagreements"),
}
_ABOUT: Final = message("About")


def to_workbook(context: ViewContext) -> bytes:
    """Write a view as a workbook."""
    import xlsxwriter  # noqa: PLC0415 - wanted by nothing else

    words, stream = context.words, io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": words(SUBJECT),
                "comments": context.headline.text,
                "created": datetime.combine(context.day, time()),
            }
        )
        for build in (places_table, claims_table, facts_table, sources_table, disagreements_table):
            table = build(context)
            _write_table(book, table, words(_SHEETS[table.name]))
        _write_about(book, context)
    return stream.getvalue()


def _write_table(book: Workbook, table: Table, title: str) -> None:
    sheet = book.add_worksheet(title)
    styles = {kind: book.add_format(dict(style)) for kind, style in _STYLES.items()}
    header = book.add_format(_HEADER)
    widths = [_WIDTHS.get(column.name) or max(_LEAST_WIDTH, len(column.name) + 4) for column in table.columns]
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, widths[number])
        sheet.write_string(0, number, column.name, header)
    for row, cells in enumerate(table.rows, start=1):
        sheet.set_row(row, _height(cells, widths))
        for number, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
            _write_cell(sheet, row, number, cell=cell, style=styles[column.kind])
    sheet.freeze_panes(1, _FROZEN_COLUMNS if len(table.columns) > 2 * _FROZEN_COLUMNS else 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return the height in points that the longest text of a row needs when it wraps in its column."""
    texts = ((str(plain(cell) or ""), width) for cell, width in zip(cells, widths, strict=True))
    lines = max(math.ceil(len(text) / (width * _LETTERS_IN_A_WIDTH)) for text, width in texts)
    return _LINE_HEIGHT * max(lines, 1)


def _write_cell(sheet: Worksheet, row: int, number: int, *, cell: Cell, style: Any) -> None:  # noqa: ANN401 - a format
    value = plain(cell)
    match value:
        case None:
            sheet.write_blank(row, number, None, style)
        case bool():
            sheet.write_boolean(row, number, value, style)
        case int() | float():
            sheet.write_number(row, number, value, style)
        case date():
            sheet.write_datetime(row, number, datetime.combine(value, time()), style)
        case str():
            sheet.write_string(row, number, value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…", style)


def _write_about(book: Workbook, context: ViewContext) -> None:
    words = context.words
    sheet = book.add_worksheet(words(_ABOUT))
    text, bold = book.add_format(_TEXT), book.add_format({**_TEXT, "bold": True})
    title = book.add_format({"bold": True, "font_size": 15})
    for number, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(number, number, width)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, words(SUBJECT), title)
    row = _write_lines(sheet, 2, about_lines(context), (bold, text))
    sheet.write_string(row + 1, 0, words("Columns"), title)
    tables = (columns.PLACES, columns.CLAIMS, columns.FACTS, columns.SOURCES, columns.DISAGREEMENTS)
    every = dict.fromkeys(column for table in tables for column in table)
    _write_lines(sheet, row + 3, column_lines(every, words), (bold, text))
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_lines(sheet: Worksheet, row: int, lines: Iterable[tuple[str, str]], styles: tuple[Any, Any]) -> int:
    """Write lines of two cells from a row on, and return the row after them."""
    for heading, content in lines:
        sheet.set_row(row, _height((heading, content), _ABOUT_WIDTHS))
        _write_cell(sheet, row, 0, cell=heading, style=styles[0])
        _write_cell(sheet, row, 1, cell=content, style=styles[1])
        row += 1
    return row
