"""The columns of a table for programs."""

import json

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.files.schema import csv_metadata, table_schema
from geo.export.frames import TABLES
from geo.export.frames.frame import Kind
from tests.export.file_samples import subject_of

TYPES = {
    Kind.TEXT: ("string", "string"),
    Kind.LINK: ("string", "anyURI"),
    Kind.LIST: ("list", "string"),
    Kind.INTEGER: ("integer", "integer"),
    Kind.NUMBER: ("number", "double"),
    Kind.DATE: ("date", "date"),
    Kind.BOOLEAN: ("boolean", "boolean"),
}
"""Types of Table Schema and of CSV on the Web."""


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_a_schema_has_every_column_with_its_type(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """In the order of the table, described in the language of the view; empty means missing."""
    table = next(each for each in TABLES if each.name == name)
    context = subject_of(evidence, atlas, "Spanish")
    schema = table_schema(table, context)
    assert [(each["name"], each["type"]) for each in schema["fields"]] == [
        (column.name, TYPES[column.kind][0]) for column in table.columns
    ]
    assert [each["description"] for each in schema["fields"]] == [context.words(column.about) for column in table.columns]
    assert schema["missingValues"] == [""]
    assert schema.get("primaryKey", []) == ([table.key] if table.key else [])


def test_sources_are_referred_to(evidence: Evidence, atlas: Atlas) -> None:
    """By every table with a source, and not by the sources themselves."""
    context = subject_of(evidence, atlas, "start")
    keys = {table.name: table_schema(table, context).get("foreignKeys", []) for table in TABLES}
    reference = {"fields": ["source_id"], "reference": {"resource": "sources", "fields": ["source_id"]}}
    assert keys["claims"] == keys["facts"] == [reference]
    assert keys["sources"] == keys["places"] == []


def test_a_csv_file_has_its_metadata(evidence: Evidence, atlas: Atlas) -> None:
    """CSV on the Web: whose columns these are, and that an id is no number."""
    context = subject_of(evidence, atlas, "start")
    found = json.loads(csv_metadata(context, "claims.csv"))
    assert (found["url"], found["dc:source"]) == ("claims.csv", context.link)
    columns = {each["name"]: each for each in found["tableSchema"]["columns"]}
    assert (columns["source_id"]["datatype"], columns["start"]["datatype"]) == ("string", "date")
    assert columns["source_ids"]["separator"] == ";"
    table = next(each for each in TABLES if each.name == "claims")
    assert [each["datatype"] for each in columns.values()] == [TYPES[column.kind][1] for column in table.columns]
