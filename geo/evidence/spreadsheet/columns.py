"""Columns of a sheet, as the descriptor describes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from geo.evidence.package import HISTORY, DataPackage

LABELS: Final = {("claims", "attribute"): ("attributes", "attribute")}
"""References to another table that are not foreign keys of the descriptor."""
LONG: Final = 300
"""Characters. A column with longer texts is wide and wraps its lines."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a sheet."""

    name: str
    kind: str
    """Type of Table Schema: ``string``, ``date``, ``integer``, ``number`` or ``boolean``."""
    meaning: str
    """Comment in the header cell: title, description and example."""
    choices: tuple[str, ...]
    """The allowed texts; empty if any text is allowed."""
    refers_to: tuple[str, str] | None
    """Table and column that the texts refer to; None for none."""
    is_long: bool


def table_names(package: DataPackage) -> tuple[str, ...]:
    """Return the tables of a workbook: all but the history."""
    return tuple(name for name in package.resources if name != HISTORY)


def sheet_columns(package: DataPackage, name: str) -> tuple[SheetColumn, ...]:
    """Return the columns of a table in the order of its file. A column without a description is text."""
    schema = package.resources[name]["schema"]
    fields = {field["name"]: field for field in schema["fields"]}
    foreign = {each: table_column for each, table_column in _foreign_keys(schema).items() if table_column[0] in package.tables}
    labels = {column: target for (table, column), target in LABELS.items() if table == name and target[0] in package.tables}
    return tuple(_column(column, fields.get(column, {}), {**labels, **foreign}) for column in package.tables[name].header)


def _foreign_keys(schema: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    keys = schema.get("foreignKeys", [])
    return {_only(key["fields"]): (key["reference"]["resource"], _only(key["reference"]["fields"])) for key in keys}


def _only(names: str | list[str]) -> str:
    return names if isinstance(names, str) else names[0]


def _column(name: str, field: Mapping[str, Any], targets: Mapping[str, tuple[str, str]]) -> SheetColumn:
    constraints = field.get("constraints", {})
    kind = str(field.get("type", "string"))
    lines = (
        field.get("title", name),
        field.get("description", ""),
        f"Example: {field['example']}" if "example" in field else "",
    )
    choices = ("true", "false") if kind == "boolean" else tuple(map(str, constraints.get("enum", ())))
    meaning = "\n".join(str(line) for line in lines if line)
    return SheetColumn(name, kind, meaning, choices, targets.get(name), constraints.get("maxLength", 0) >= LONG)
