"""Types and meanings of columns: Table Schema (Data Package 2.0) and CSV on the Web (W3C, ``csv-metadata``).

These files lie beside a CSV file, so that programs read 002 as an id and 2023-05 as a month.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from geo.export.files.csv_file import USUAL_TABLE
from geo.export.frames import Table, find_table
from geo.export.frames.frame import SEPARATOR, Column, Kind
from geo.view import SUBJECT, ViewContext

_TABLE_SCHEMA: Final[Mapping[Kind, Mapping[str, Any]]] = {
    Kind.TEXT: {"type": "string"},
    Kind.LINK: {"type": "string", "format": "uri"},
    Kind.LIST: {"type": "list", "delimiter": SEPARATOR},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.DATE: {"type": "date"},
    Kind.BOOLEAN: {"type": "boolean"},
}
_CSVW: Final[Mapping[Kind, Mapping[str, Any]]] = {
    Kind.TEXT: {"datatype": "string"},
    Kind.LINK: {"datatype": "anyURI"},
    Kind.LIST: {"datatype": "string", "separator": SEPARATOR},
    Kind.INTEGER: {"datatype": "integer"},
    Kind.NUMBER: {"datatype": "double"},
    Kind.DATE: {"datatype": "date"},
    Kind.BOOLEAN: {"datatype": "boolean"},
}
_REFERS: Final = {"source_id": "sources"}
"""By column: the table that its values refer to."""


def table_schema(table: Table, context: ViewContext) -> dict[str, Any]:
    """Return the Table Schema of a table, its columns described in the language of the view."""
    fields = [{**field, "description": context.words(column.about)} for column, field in _fields(table, _TABLE_SCHEMA)]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = [table.key]
    references = [
        {"fields": [name], "reference": {"resource": other, "fields": [name]}}
        for name, other in _REFERS.items()
        if table.name != other and any(column.name == name for column in table.columns)
    ]
    return {**schema, "foreignKeys": references} if references else schema


def csv_metadata(context: ViewContext, file_name: str, table_name: str = USUAL_TABLE) -> bytes:
    """Return the metadata for the CSV file of a table of a view, in a file ``<file_name>-metadata.json``."""
    table = find_table(table_name)
    described = [
        {**field, "titles": column.name, "dc:description": context.words(column.about)}
        for column, field in _fields(table, _CSVW)
    ]
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": context.state.language}],
        "url": file_name,
        "dc:title": context.words(SUBJECT),
        "dc:description": context.headline.text,
        "dc:source": context.link,
        "dc:license": [{"@id": licence.path} for licence in context.evidence.licences],
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": described, **({"primaryKey": table.key} if table.key else {})},
    }
    return f"{json.dumps(metadata, ensure_ascii=False, indent=2)}\n".encode()


def _fields(table: Table, types: Mapping[Kind, Mapping[str, Any]]) -> Iterable[tuple[Column[Any], dict[str, Any]]]:
    return ((column, {"name": column.name, **types[column.kind]}) for column in table.columns)
