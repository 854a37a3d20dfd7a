"""XLSX: a sheet for each table, and the sheet About.

Texts are never formulas: their cells are marked as text (``quotePrefix``), so that they stay texts after editing. Dates are
dates. Columns have the same names as in the other formats; the sheet About explains them. Each row has the height of its
texts, since not every program adjusts it. The date of the workbook is that of the data, and XlsxWriter dates the parts of the
file 1980, so that the same view gives the same bytes.
"""

import io
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, Final

from geo.export.citations.references import PROJECT
from geo.export.files.metadata import about_lines, column_lines, keywords
from geo.export.frames import TABLES, Table
from geo.export.frames.frame import Column, DataFrame, Kind, flatten
from geo.text import message
from geo.view import CAUTION, SUBJECT, ViewContext

ExcelWriter = Any
Worksheet = Any
"""Types of pandas and XlsxWriter, which are imported late."""

_LONGEST: Final = 32_767
"""Characters of a cell, at most."""

_DATE: Final = "yyyy-mm-dd"
_EVERY_CELL: Final = {"valign": "top"}
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": _EVERY_CELL,
}
_HEADER: Final = {"bold": True, "bg_color": "#e8e4da", "bottom": 1}
_TEXT: Final = {"quote_prefix": True, "text_wrap": True}
_STYLES: Final[Mapping[Kind, Mapping[str, object]]] = {
    Kind.TEXT: _TEXT,
    Kind.LINK: _TEXT,
    Kind.LIST: _TEXT,
    Kind.INTEGER: {"num_format": "0"},
    Kind.NUMBER: {"num_format": "General"},
    Kind.DATE: {"num_format": _DATE},
    Kind.BOOLEAN: {"align": "left"},
}
_LINK: Final = {**_TEXT, "font_color": "#0a5483", "underline": True}
_LONGEST_ADDRESS: Final = 2_079
"""Characters of an address in a link of Excel, at most."""
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
"""Characters. Other columns are as wide as their name, and at least :data:`_LEAST_WIDTH`."""
_LEAST_WIDTH: Final = 13
_ABOUT_WIDTHS: Final = (26, 110)
_LINE_HEIGHT: Final = 15
"""Points."""
_LETTERS_IN_A_WIDTH: Final = 0.95
"""Letters in the width of a digit, the unit of column widths; less than one, since words are not broken."""
_FROZEN_COLUMNS: Final = 4
_A4: Final = 9
_ABOUT: Final = message("About")
_WEB: Final = ("http://", "https://")


def to_workbook(context: ViewContext) -> bytes:
    """Return a view as a workbook."""
    import pandas as pd  # noqa: PLC0415 - slow to import

    stream, words = io.BytesIO(), context.words
    with pd.ExcelWriter(stream, engine="xlsxwriter", date_format=_DATE, engine_kwargs={"options": _OPTIONS}) as writer:
        writer.book.set_properties(
            {
                "title": words(SUBJECT),
                "subject": context.headline.text,
                "author": words(PROJECT),
                "keywords": ", ".join(keywords(context)),
                "comments": f"{context.link} {words(CAUTION)}",
                "created": datetime.combine(context.day, time()),
            }
        )
        for table in TABLES:
            _write_table(writer, table, context)
        _write_about(writer, context)
    return stream.getvalue()


def _write_table(writer: ExcelWriter, table: Table, context: ViewContext) -> None:
    """Write a table with pandas, then the formats of columns, header and rows."""
    frame = _fitting(table.build(context))
    title = context.words(table.title)
    frame.to_excel(writer, sheet_name=title, index=False)
    sheet = writer.sheets[title]
    widths = [_width(column) for column in table.columns]
    for number, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(number, number, width, writer.book.add_format(dict(_STYLES[column.kind])))
    sheet.write_row(0, 0, list(frame), writer.book.add_format(_HEADER))
    for number, column in enumerate(table.columns):
        if column.kind is Kind.LINK:
            _write_links(writer, sheet, frame[column.name], column=number, first=1)
    _set_heights(sheet, frame, widths, first=1)
    sheet.freeze_panes(1, _FROZEN_COLUMNS if len(table.columns) > 2 * _FROZEN_COLUMNS else 0)
    sheet.autofilter(0, 0, max(len(frame), 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _fitting(frame: DataFrame) -> DataFrame:
    """Return a frame without geometry, with texts cut to the length of a cell."""
    flat = flatten(frame.drop(columns="geometry", errors="ignore"))
    return flat.assign(**{name: flat[name].str.slice(0, _LONGEST) for name in flat.select_dtypes("str")})


def _write_links(writer: ExcelWriter, sheet: Worksheet, texts: Any, *, column: int, first: int) -> None:  # noqa: ANN401 - a series
    """Write the web addresses among texts as links."""
    style = writer.book.add_format(_LINK)
    for row, text in enumerate(texts, start=first):
        if isinstance(text, str) and text.startswith(_WEB) and len(text) <= _LONGEST_ADDRESS:
            sheet.write_url(row, column, text, style, text)


def _width(column: Column[Any]) -> int:
    return _WIDTHS.get(column.name) or max(_LEAST_WIDTH, len(column.name) + 4)


def _set_heights(sheet: Worksheet, frame: DataFrame, widths: list[int], *, first: int) -> None:
    """Set the height of each row so that its longest text fits."""
    letters = frame.astype("str").fillna("").apply(lambda texts: texts.str.len()).astype("float64")
    lines = letters.div([width * _LETTERS_IN_A_WIDTH for width in widths]).max(axis="columns")
    for row, count in enumerate(lines, start=first):
        sheet.set_row(row, _LINE_HEIGHT * max(1, -int(-count // 1)))


def _write_about(writer: ExcelWriter, context: ViewContext) -> None:
    """Write the sheet About: metadata of the file, and the meaning of each column."""
    import pandas as pd  # noqa: PLC0415

    words, title = context.words, context.words(_ABOUT)
    every = [column for table in TABLES for column in table.columns]
    heading = writer.book.add_format({"bold": True, "font_size": 15})
    sheet = writer.book.add_worksheet(title)
    writer.sheets[title] = sheet
    for number, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(number, number, width, writer.book.add_format({**_TEXT, "bold": number == 0}))
    row = 0
    for text, lines in ((words(SUBJECT), about_lines(context)), (words("Columns"), column_lines(every, words))):
        sheet.write_string(row, 0, text, heading)
        frame = pd.DataFrame(lines)
        frame.to_excel(writer, sheet_name=title, startrow=row + 2, index=False, header=False)
        _write_links(writer, sheet, frame[1], column=1, first=row + 2)
        _set_heights(sheet, frame, list(_ABOUT_WIDTHS), first=row + 2)
        row += 2 + len(lines) + 1
    sheet.hide_gridlines(2)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
