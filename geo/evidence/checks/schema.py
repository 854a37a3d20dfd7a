"""Validate the tables against the schemas in the descriptor, with the frictionless library.

The library gets the rows that were read here, not the files. So the checked rows are those that are loaded, and a size or hash
that differs, as in every edited file, is not a fault.
"""

import importlib
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from geo.evidence.advice import advise, advise_rounded
from geo.evidence.cells import A_VALUE, TYPES_IN_WORDS, one_of
from geo.evidence.descriptor import DESCRIPTOR
from geo.evidence.faults import Fault, did_you_mean, shown
from geo.evidence.package import DataPackage, Table

if TYPE_CHECKING:
    from frictionless import Error, Resource
    from frictionless.errors import CellError, ForeignKeyError, LabelError, RowError

Schema = Mapping[str, Any]

OPTIONAL_COLUMNS: Mapping[str, frozenset[str]] = {
    "sources": frozenset({"title_es", "stance_es", "author_inverted", "short_en", "short_es"}),
    "authorisations": frozenset({"at_start"}),
    "places": frozenset({"name_es"}),
    "claims": frozenset({"comparison", "value_type", "value_es", "attributed_to_es"}),
}
"""By table: columns that may be missing, since they came later or only add details. They count as empty."""

UNIQUE = "a value that no other row has"
_FIELD = ("name", "type", "form", "example", "constraints")
_MANY = 1_000_000
"""Number of errors at which frictionless stops; its default is 1,000."""


def find_schema_faults(package: DataPackage) -> Iterator[Fault]:
    """Yield the faults that the table schemas find, in the order of the tables.

    A table that cannot be read is not validated, since it has a fault already, and neither are foreign keys to it.
    """
    _import_jsonschema()
    from frictionless import FrictionlessException, Package  # noqa: PLC0415 - half a second, and unneeded for sealed data

    readable = {name: table for name, table in package.tables.items() if table.lines}
    schemas = {name: _narrowed(package.resources[name]["schema"], name, readable) for name in readable}
    try:
        resources = [_inline_resource(name, readable[name], schemas[name]) for name in readable]
        report = Package(name="evidence", resources=resources).validate(limit_errors=_MANY)
    except FrictionlessException as error:
        yield from (_descriptor_fault(each.message) for each in error.reasons or [error.error])
        return
    except re.error as error:
        yield _descriptor_fault(f"a pattern that is no regular expression ({error})")
        return
    yield from (_descriptor_fault(error.message) for error in report.errors)
    for task in report.tasks:
        table = readable[task.name]
        yield from _table_faults(task.errors, table, _FaultReader(table, schemas[task.name], readable))


def _import_jsonschema() -> None:
    """Import jsonschema, which frictionless uses, without the grammar of addresses in ``rfc3987_syntax``.

    Where that package is installed, jsonschema 4.26 imports it, and it takes 1.5 seconds to build what no schema here needs.
    """
    if "jsonschema" in sys.modules or "rfc3987_syntax" in sys.modules:
        return
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]  # an import of it fails, which jsonschema allows for
    try:
        importlib.import_module("jsonschema")
    finally:
        del sys.modules["rfc3987_syntax"]


def _inline_resource(name: str, table: Table, schema: Schema) -> "Resource":
    """Return a resource of frictionless with the rows of a table; the first row is the header.

    The rows are passed as a function, since frictionless copies a list several times.
    """
    from frictionless import Dialect  # noqa: PLC0415
    from frictionless import Schema as TableSchema  # noqa: PLC0415
    from frictionless.resources import TableResource  # noqa: PLC0415

    return TableResource(
        name=name,
        data=lambda: (list(line) for line in table.lines),
        format="inline",
        dialect=Dialect(header_rows=[1]),
        schema=TableSchema.from_descriptor(dict(schema)),
    )


def _narrowed(schema: Schema, name: str, tables: Mapping[str, Table]) -> dict[str, Any]:
    """Return the part of a schema that frictionless checks, without missing optional columns and keys to unreadable tables."""
    header = tables[name].header
    missing = OPTIONAL_COLUMNS.get(name, frozenset()) - set(header)
    fields = [{key: field[key] for key in _FIELD if key in field} for field in schema["fields"] if field["name"] not in missing]
    primary = [column for column in _listed(schema.get("primaryKey", [])) if column in header]
    foreign = [key for key in schema.get("foreignKeys", []) if _can_follow(key, header, tables)]
    return {
        "fields": fields,
        "fieldsMatch": "subset",
        "missingValues": schema.get("missingValues", [""]),
        "primaryKey": primary,
        "foreignKeys": [
            {"fields": _listed(key["fields"]), "reference": {**_target(key), "fields": _listed(key["reference"]["fields"])}}
            for key in foreign
        ],
    }


def _listed(names: str | list[str]) -> list[str]:
    return [names] if isinstance(names, str) else names


def _target(key: Mapping[str, Any]) -> dict[str, str]:
    return {"resource": key["reference"]["resource"]}


def _can_follow(key: Mapping[str, Any], header: tuple[str, ...], tables: Mapping[str, Table]) -> bool:
    """Return whether the columns at both ends of a foreign key exist."""
    reference = key["reference"]
    table = tables.get(reference["resource"])
    # Of a file that could not be read to its end, ids are missing that it may have.
    if table is None or table.faults:
        return False
    return set(_listed(key["fields"])) <= set(header) and set(_listed(reference["fields"])) <= set(table.header)


def _descriptor_fault(message: str) -> Fault:
    return Fault(DESCRIPTOR, None, None, "a valid Data Package", message)


def _table_faults(errors: "list[Error]", table: Table, words: "_FaultReader") -> Iterator[Fault]:
    """Yield the faults of a table. A row that is empty or has a wrong number of cells has one fault."""
    whole = {None, *(row.number for row in table.rows)}
    for number, line in enumerate(table.lines[1:], start=2):
        if number not in whole:
            yield _broken_line(table, number, line)
    for error in errors:
        if getattr(error, "row_number", None) in whole:
            yield from words.faults_of(error)


def _broken_line(table: Table, number: int, line: tuple[str, ...]) -> Fault:
    """Return the fault of a row that is empty or has a wrong number of cells."""
    if not any(line):
        return Fault(table.file, number, None, "a record", "an empty row", "remove it")
    advice = "quote a text that holds a comma" if len(line) > len(table.header) else "see whether a quotation mark is missing"
    return Fault(table.file, number, None, f"{len(table.header)} cells", str(len(line)), advice)


class _FaultReader:
    """Returns the faults for errors of frictionless in one table."""

    def __init__(self, table: Table, schema: Schema, tables: Mapping[str, Table]) -> None:
        self._table = table
        self._fields: dict[str, Mapping[str, Any]] = {each["name"]: each for each in schema["fields"]}
        self._primary: list[str] = schema["primaryKey"]
        self._tables = tables
        self._readers: dict[str, Callable[[Any], Fault | None]] = {
            "missing-label": self._missing_column,
            "type-error": self._type,
            "constraint-error": self._constraint,
            "unique-error": self._not_unique,
            "primary-key": self._primary_key,
            "foreign-key": self._foreign_key,
        }

    def faults_of(self, error: "Error") -> Iterator[Fault]:
        """Yield the fault for an error; none if the error repeats another."""
        fault = self._readers.get(error.type, self._other)(error)
        if fault is not None:
            yield fault

    def _fault(self, error: "RowError", columns: list[str], expected: str, found: str, *, advice: str = "") -> Fault:
        return Fault(self._table.file, error.row_number, ", ".join(columns), expected, found, advice)

    def _missing_column(self, error: "LabelError") -> Fault:
        unknown = [name for name in self._table.header if name not in self._fields]
        advice = f"rename {shown(unknown[0])} to it, or add it" if unknown else "add it; its cells may be empty"
        return Fault(self._table.file, 1, error.field_name, "a column of this name", "none", advice)

    def _type(self, error: "CellError") -> Fault:
        kind = self._fields[error.field_name]["type"]
        expected = TYPES_IN_WORDS.get(kind, f"a value of type {kind}")
        return self._fault(error, [error.field_name], expected, shown(error.cell), advice=advise(expected, error.cell))

    def _constraint(self, error: "CellError") -> Fault:
        match = re.search(r'constraint "(\w+)"', error.note)
        name = match[1] if match else ""
        # Frictionless writes a missing cell as the text "None".
        found = "nothing" if name == "required" else shown(error.cell)
        if name == "maxLength":
            found = f"{len(error.cell)} characters"
        expected = _constraint_in_words(name, self._fields[error.field_name])
        return self._fault(error, [error.field_name], expected, found, advice=advise(expected, error.cell or ""))

    def _not_unique(self, error: "CellError") -> Fault:
        return self._fault(error, [error.field_name], UNIQUE, shown(error.cell))

    def _primary_key(self, error: "RowError") -> Fault | None:
        line = dict(zip(self._table.header, self._table.lines[error.row_number - 1], strict=True))
        key = [line[column] for column in self._primary]
        # An empty key has been reported by the required constraint.
        return self._fault(error, self._primary, UNIQUE, shown(", ".join(key))) if any(key) else None

    def _foreign_key(self, error: "ForeignKeyError") -> Fault:
        table, text = self._tables[error.reference_name], ", ".join(error.field_cells)
        ids = [line[0] for line in table.lines[1:] if line] if error.reference_field_names == [table.header[0]] else []
        advice = did_you_mean(text, ids) or advise_rounded(text) or f"add it to {table.file}, or correct it"
        if len([part for part in re.split(r"[;,/\s]+", text) if part in ids]) > 1:
            advice = "write one id a row, and a row for each of the others"
        return self._fault(error, error.field_names, f"an id of {table.file}", shown(text), advice=advice)

    def _other(self, error: "Error") -> Fault:
        row = getattr(error, "row_number", None)
        return Fault(self._table.file, row, None, "a table that fits its schema", error.message)


def _constraint_in_words(name: str, field: Mapping[str, Any]) -> str:
    """Return the expected text of a constraint, as in a fault."""
    bound = field.get("constraints", {}).get(name)
    if name == "enum":
        return one_of(bound)
    if name == "pattern":
        # The descriptor has a description of the pattern (``form``).
        return f"{field.get('form') or 'a text'}, such as {field.get('example')!r}"
    words = {
        "required": A_VALUE,
        "minimum": f"at least {bound}",
        "maximum": f"at most {bound}",
        "maxLength": f"at most {bound} characters",
    }
    return words.get(name, f"{name} {bound}")
