"""The first layer of validation: what the table schemas in the descriptor say, checked by the frictionless library.

The library is given the rows as they were read here, not the files: what is checked is then what is loaded, and the
bytes and hashes in the descriptor, which an edited file cannot have, do not count as faults.
"""

import re
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
"""Columns that a table may lack: they refine what the required ones say, or are younger than it; they read as empty."""

UNIQUE = "a value that no other row has"
_FIELD = ("name", "type", "form", "example", "constraints")
_MANY = 1_000_000
"""More errors than any table has: frictionless would otherwise stop at its thousandth."""


def find_schema_faults(package: DataPackage) -> Iterator[Fault]:
    """Yield every fault that the table schemas find, in the order of the tables.

    A table that cannot be read is left out, and so are the foreign keys that point to it: it has its own fault already.
    """
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
        yield from _table_faults(task.errors, table, _Words(table, schemas[task.name], readable))


def _inline_resource(name: str, table: Table, schema: Schema) -> "Resource":
    """Return a resource that gives the rows themselves; unless told, frictionless guesses which is the header.

    The rows come out of a function: those in a list would be copied again and again.
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
    """Return what frictionless is to check of a schema: not the optional columns that the table lacks, nor broken keys.

    What it says besides, such as titles and descriptions, is for readers.
    """
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
    """Whether both ends of a foreign key can be read."""
    reference = key["reference"]
    table = tables.get(reference["resource"])
    # Of a file that could not be read to its end, ids are missing that it may have.
    if table is None or table.faults:
        return False
    return set(_listed(key["fields"])) <= set(header) and set(_listed(reference["fields"])) <= set(table.header)


def _descriptor_fault(message: str) -> Fault:
    return Fault(DESCRIPTOR, None, None, "a valid Data Package", message)


def _table_faults(errors: "list[Error]", table: Table, words: "_Words") -> Iterator[Fault]:
    """Yield the faults of one table; a blank or ragged row has one, since none of its cells can be trusted."""
    whole = {None, *(row.number for row in table.rows)}
    for number, line in enumerate(table.lines[1:], start=2):
        if number not in whole:
            yield _broken_line(table, number, line)
    for error in errors:
        if getattr(error, "row_number", None) in whole:
            yield from words.faults_of(error)


def _broken_line(table: Table, number: int, line: tuple[str, ...]) -> Fault:
    """Return the fault of a record that has not got a cell for every column."""
    if not any(line):
        return Fault(table.file, number, None, "a record", "an empty row", "remove it")
    advice = "quote a text that holds a comma" if len(line) > len(table.header) else "see whether a quotation mark is missing"
    return Fault(table.file, number, None, f"{len(table.header)} cells", str(len(line)), advice)


class _Words:
    """Says in words what an error of frictionless means for one table."""

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
        """Yield the fault that an error means; none for one that only repeats another."""
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
    """Return what a constraint of a field asks for."""
    bound = field.get("constraints", {}).get(name)
    if name == "enum":
        return one_of(bound)
    if name == "pattern":
        # The descriptor says in words what its pattern asks for.
        return f"{field.get('form') or 'a text'}, such as {field.get('example')!r}"
    words = {
        "required": A_VALUE,
        "minimum": f"at least {bound}",
        "maximum": f"at most {bound}",
        "maxLength": f"at most {bound} characters",
    }
    return words.get(name, f"{name} {bound}")
