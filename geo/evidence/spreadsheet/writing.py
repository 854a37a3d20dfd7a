"""Write the package as a workbook."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from geo.evidence.cells import read_date, read_integer, read_number
from geo.evidence.package import DataPackage
from geo.evidence.spreadsheet.columns import SheetColumn, sheet_columns, table_names

LISTS: Final = "lists"
"""Hidden sheet with the closed lists. A list inside a validation rule could have 255 characters at most."""
SPARE_ROWS: Final = 1000
"""Empty rows below the table with formats and lists."""
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Date of the workbook; fixed, so that the same data gives the same bytes."""
_FIRST_DAY: Final = date(1900, 1, 1)
"""First date in a workbook; earlier dates are written as text."""
_WIDTHS: Final = {"date": 12, "integer": 9, "number": 12, "boolean": 9}


def write_workbook(package: DataPackage) -> bytes:
    """Return a package as a workbook; the same package gives the same bytes. Its files must have been readable."""
    import xlsxwriter  # noqa: PLC0415 - only for workbooks

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": str(package.descriptor.get("title", "")), "created": _MADE})
        sheets = {name: book.add_worksheet(name) for name in table_names(package)}
        lists = _Lists(book.add_worksheet(LISTS))
        formats = {name: book.add_format(look) for name, look in _LOOKS.items()}
        for name, sheet in sheets.items():
            # When the workbook is read, the hash shows whether the file was changed since.
            book.set_custom_property(package.tables[name].file, package.tables[name].hash)
            columns = sheet_columns(package, name)
            for number, column in enumerate(columns):
                _write_column(sheet, number, column, formats)
                _write_rule(sheet, number, column, (package, lists))
            for number, line in enumerate(package.tables[name].lines[1:], start=1):
                for index, (text, column) in enumerate(zip(line, columns, strict=False)):
                    _write_cell(sheet, (number, index), text, (column, formats))
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, len(package.tables[name].rows), max(0, len(columns) - 1))
        lists.hide()
    return file.getvalue()


_LOOKS: Final[Mapping[str, Mapping[str, object]]] = {
    "head": {"bold": True, "bg_color": "#e6e6e6", "border": 1, "num_format": "@"},
    "text": {"num_format": "@", "valign": "top"},
    "long": {"num_format": "@", "valign": "top", "text_wrap": True},
    "date": {"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"},
    "integer": {"num_format": "0", "valign": "top"},
    "number": {"num_format": "0.0####", "valign": "top"},
}


class _Lists:
    """The hidden sheet with the closed lists. Columns with the same list share it."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401 - xlsxwriter comes without types
        self._sheet = sheet
        self._ranges: dict[tuple[str, ...], str] = {}

    def range_of(self, choices: tuple[str, ...]) -> str:
        """Return the formula of the cells with a list; writes the list at its first use."""
        if choices not in self._ranges:
            column = len(self._ranges)
            self._sheet.write_column(0, column, choices)
            self._ranges[choices] = _range(LISTS, column, 1, len(choices))
        return self._ranges[choices]

    def hide(self) -> None:
        """Hide the sheet, which is not a table."""
        self._sheet.hide()


def _range(sheet: str, column: int, first: int, last: int) -> str:
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - only for workbooks

    letter = xl_col_to_name(column)
    return f"={sheet}!${letter}${first}:${letter}${last}"


def _look(column: SheetColumn) -> str:
    return column.kind if column.kind in _LOOKS else "long" if column.is_long else "text"


def _write_column(sheet: Any, number: int, column: SheetColumn, formats: Mapping[str, Any]) -> None:  # noqa: ANN401
    """Write the header cell of a column with a comment, and set the format of the column."""
    width = _WIDTHS.get(column.kind, 50 if column.is_long else max(14, len(column.name) + 4))
    sheet.set_column(number, number, width, formats[_look(column)])
    sheet.write_string(0, number, column.name, formats["head"])
    sheet.write_comment(0, number, column.meaning, {"x_scale": 2.5, "y_scale": 2, "author": ""})


def _write_rule(sheet: Any, number: int, column: SheetColumn, context: tuple[DataPackage, _Lists]) -> None:  # noqa: ANN401
    """Write the validation rule of a column: a list to choose from, or a date."""
    package, lists = context
    rule: dict[str, object] = {"ignore_blank": True, "error_title": column.name, "error_message": column.meaning[:250]}
    if column.choices:
        rule |= {"validate": "list", "source": lists.range_of(column.choices)}
    elif column.refers_to:
        table, target = column.refers_to
        index = package.tables[table].header.index(target)
        # Another text gives a warning only, since its row in the other table may be added later.
        rule |= {"validate": "list", "source": _range(table, index, 2, len(package.tables[table].lines) + SPARE_ROWS)}
        rule |= {"error_type": "warning"}
    elif column.kind == "date":
        rule |= {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, "error_type": "warning"}
    else:
        return
    sheet.data_validation(1, number, len(package.tables[sheet.get_name()].lines) + SPARE_ROWS, number, rule)


def _write_cell(sheet: Any, place: tuple[int, int], text: str, context: tuple[SheetColumn, Mapping[str, Any]]) -> None:  # noqa: ANN401
    """Write a cell: dates and numbers as such if they can be read, other texts as text."""
    column, formats = context
    look = formats[_look(column)]
    try:
        if column.kind == "date" and text and read_date(text) >= _FIRST_DAY:
            sheet.write_datetime(*place, read_date(text), look)
        elif column.kind in ("integer", "number") and text:
            sheet.write_number(*place, read_integer(text) if column.kind == "integer" else read_number(text), look)
        elif text:
            sheet.write_string(*place, text, look)
        else:
            sheet.write_blank(*place, None, look)
    except ValueError:
        sheet.write_string(*place, text, look)
