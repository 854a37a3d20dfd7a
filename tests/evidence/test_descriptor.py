"""Descriptors: whatever is missing, null or of another kind is a fault."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.evidence import EvidenceError, Fault, check_evidence, load_evidence
from geo.evidence.descriptor import check_descriptor, read_descriptor, version_number
from geo.evidence.package import REQUIRED_TABLES
from tests.evidence.conftest import DATA

PUBLISHED: dict[str, Any] = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
SCHEMA = {"fields": [{"name": "a", "type": "string"}]}


def find_faults(descriptor: dict[str, Any]) -> list[tuple[str | None, str, str]]:
    """Return what is wrong with a descriptor: where, what was expected, what was found."""
    return [(fault.field, fault.expected, fault.found) for fault in check_descriptor(descriptor)]


@pytest.mark.parametrize("path", ["../claims.csv", "/claims.csv", "a/claims.csv", "..", "", None, ["a.csv", "b.csv"]])
def test_descriptor_names_only_files_beside_it(path: object) -> None:
    """A package cannot make us read a file outside its folder."""
    names = ("sources", "authorisations", "places", "claims", "disagreements")
    resources: list[dict[str, object]] = [{"name": name, "path": f"{name}.csv", "schema": SCHEMA} for name in names]
    resources[3]["path"] = path
    found = "nothing" if path is None else repr(path)
    fault = Fault("datapackage.json", None, "claims.path", "the name of a file beside it", found)
    assert list(check_descriptor({"version": "1", "resources": resources})) == [fault]


def test_descriptor_without_anything_lists_what_it_lacks() -> None:
    """An empty descriptor lacks its list of tables and a version; an empty list lacks every table."""
    fields = [(fault.field, fault.expected) for fault in check_descriptor({})]
    assert fields == [
        ("resources", "a list"),
        ("version", "a version of numbers, such as '1.2.0'"),
    ]
    tables = [fault.expected for fault in check_descriptor({"version": "1", "resources": []})]
    assert tables == [f"a resource named {name}" for name in REQUIRED_TABLES]


@pytest.mark.parametrize(
    ("part", "faults"),
    [
        ({"changes": "none"}, [("changes", "a list", "'none'")]),
        (
            {"changes": ["first"]},
            [(f"changes, entry 1, {key}", "a text", "nothing") for key in ("version", "date", "note_en", "note_es")],
        ),
        (
            {"licenses": [{"title": "A", "path": "https://example.org"}, {"title": 4, "path": ""}]},
            [("licenses, entry 2, title", "a text", "4")],
        ),
        ({"changes": [], "licenses": []}, []),
    ],
    ids=["no list", "no object", "no text", "empty"],
)
def test_change_log_and_licences_can_be_shown(part: dict[str, object], faults: list[tuple[str, str, str]]) -> None:
    """A descriptor need not have them, but what it has must be complete."""
    found = check_descriptor({"version": "1", **part})
    listed = [(fault.field, fault.expected, fault.found) for fault in found if fault.field != "resources"]
    assert listed == faults


PARTS: dict[str, tuple[list[str | int], object, str]] = {
    "no name": (["resources", 0, "name"], 4, "resources, entry 1"),
    "a name twice": (["resources", 1, "name"], "sources", "resources, entry 2"),
    "no object": (["resources", 0], None, "resources, entry 1"),
    "no fields": (["resources", 0, "schema", "fields"], None, "sources.schema.fields"),
    "a field that is none": (["resources", 0, "schema", "fields", 0], None, "sources.schema.fields, entry 1.name"),
    "a field without a type": (["resources", 0, "schema", "fields", 0, "type"], None, "sources.schema.fields, entry 1.type"),
    "constraints that are none": (
        ["resources", 0, "schema", "fields", 0, "constraints"],
        [],
        "sources.schema.fields, entry 1.constraints",
    ),
    "a pattern that is none": (
        ["resources", 0, "schema", "fields", 0, "constraints", "pattern"],
        4,
        "sources.schema.fields, entry 1.constraints.pattern",
    ),
    "a key that is none": (["resources", 0, "schema", "primaryKey"], [None], "sources.schema.primaryKey"),
    "a foreign key that is none": (["resources", 3, "schema", "foreignKeys", 0], None, "claims.schema.foreignKeys, entry 1"),
    "no primary key": (["resources", 2, "schema", "primaryKey"], [], "places.schema.primaryKey"),
    "another primary key": (["resources", 2, "schema", "primaryKey"], "name", "places.schema.primaryKey"),
    "no foreign keys": (["resources", 3, "schema", "foreignKeys"], [], "claims.schema.foreignKeys"),
    "a foreign key that leads elsewhere": (
        ["resources", 3, "schema", "foreignKeys", 1, "reference", "resource"],
        "towns",
        "claims.schema.foreignKeys",
    ),
    "a title that is none": (["title"], None, "title"),
    "keywords in one text": (["keywords"], "Peru, troops", "keywords"),
    "keywords for contributors": (["contributors"], "The authors", "contributors"),
    "a licence that is a script": (["licenses", 0, "path"], "javascript:alert(1)", "licenses, entry 1, path"),
    "missing values": (["resources", 0, "schema", "missingValues"], None, "sources.schema.missingValues"),
    "a day that is none": (["changes", 0, "date"], "2026-06-31", "changes, entry 1, date"),
    "a Spanish day": (["changes", 0, "date"], "22/11/2026", "changes, entry 1, date"),
    "a day with a time": (["changes", 0, "date"], "2026-11-22T10:00:00Z", "changes, entry 1, date"),
    "a version that is none": (["version"], None, "version"),
    "a version of words": (["version"], "latest", "version"),
}


@pytest.mark.parametrize(("path", "value", "where"), PARTS.values(), ids=PARTS)
def test_a_part_of_another_kind_is_named(path: list[str | int], value: object, where: str, good: Path) -> None:
    """The fault says where it stands, and neither checking nor loading raises anything else."""
    descriptor = json.loads(json.dumps(PUBLISHED))
    part = descriptor
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    (good / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert where in [fault.field for fault in check_evidence(good)]
    with pytest.raises(EvidenceError, match=r"datapackage\.json, "):
        load_evidence(good)


def paths(value: object) -> list[tuple[str | int, ...]]:
    """Return the way to every part of a descriptor."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(), *((step, *rest) for step, part in steps for rest in paths(part))]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(paths(PUBLISHED)), value=st.sampled_from([None, 0, True, "", "x", [], {}, [None], {"a": None}]))
def test_no_part_can_break_the_check(path: tuple[str | int, ...], value: object, good: Path) -> None:
    """Whatever stands in the place of a part: the check lists faults, or the package loads."""
    descriptor: Any = {"": json.loads(json.dumps(PUBLISHED))}
    part, steps = descriptor, ("", *path)
    for step in steps[:-1]:
        part = part[step]
    part[steps[-1]] = value
    (good / "datapackage.json").write_text(json.dumps(descriptor[""]), encoding="utf-8")
    if not check_evidence(good):
        load_evidence(good)


@pytest.mark.parametrize("depth", [50, 100_000])
def test_lists_without_end_are_a_fault(depth: int) -> None:
    """A reader that follows every level would never come back."""
    faults = read_descriptor(b"[" * depth + b"]" * depth)[1]
    assert [fault.expected for fault in faults] == ["at most 40 levels"]


VERSIONS = {
    "no entry": ("2.0.0", [("1.0.0", "2026-01-01")], "changes"),
    "two entries": ("1.0.0", [("1.0.0", "2026-01-01"), ("1.0.0", "2026-01-02")], "changes"),
    "a lower version": ("1.0.0", [("1.0.0", "2026-01-01"), ("1.1.0", "2026-01-01")], "version"),
    "an earlier day": ("1.1.0", [("1.0.0", "2026-02-01"), ("1.1.0", "2026-01-01")], "version"),
}


@pytest.mark.parametrize(("version", "entries", "where"), VERSIONS.values(), ids=VERSIONS)
def test_the_change_log_must_tell_when_the_version_came(version: str, entries: list[tuple[str, str]], where: str) -> None:
    """The version has one entry, which is the newest."""
    changes = [{"version": name, "date": day, "note_en": "", "note_es": ""} for name, day in entries]
    assert [part for part, _, _ in find_faults({**PUBLISHED, "version": version, "changes": changes})] == [where]


def test_versions_are_compared_by_their_numbers() -> None:
    """1.10 is newer than 1.9, and 1.0 is 1.0.0."""
    assert version_number("1.10") > version_number("1.9.9")
    assert version_number("1.0") == version_number("1.0.0")


def test_a_pattern_that_would_hold_up_the_server_is_a_fault(good: Path) -> None:
    """It is found in the descriptor, and never tried on a text."""
    descriptor = json.loads((good / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"][0]["schema"]["fields"][0]["constraints"] = {"pattern": "(a+)+$"}
    (good / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    (fault,) = check_evidence(good)
    assert (fault.expected, fault.found) == ("a short pattern, without a repetition in a repetition", "'(a+)+$'")
