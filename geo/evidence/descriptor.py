"""Read and check the descriptor: its tables, schemas, keys, versions and licences.

A part that is missing, null or of another type is a fault. All other code relies on these checks.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from geo.evidence.advice import advise_date
from geo.evidence.cells import TYPES_IN_WORDS, CellKind, is_readable, read_date
from geo.evidence.faults import Fault, shortened
from geo.evidence.package import REQUIRED_TABLES, named_resources
from geo.evidence.patterns import is_quick

DESCRIPTOR: Final = "datapackage.json"
KEYS: Final = {
    "sources": "source_id",
    "authorisations": "authorisation_id",
    "places": "place_id",
    "claims": "claim_id",
    "disagreements": "disagreement_id",
    "attributes": "attribute",
}
"""By table: the column with the id. It must be the primary key, so that no two rows have the same id."""
REFERENCES: Final = {
    "authorisation_id": "authorisations",
    "place_id": "places",
    "source_id": "sources",
    "disagreement_id": "disagreements",
}
"""By column of the claims: the table of the ids in it. It must be a foreign key, so that every id has a row there."""
LISTS: Final = {"changes": ("version", "date", "note_en", "note_es"), "licenses": ("title", "path")}
"""Optional lists of the descriptor, and the texts that each entry must have."""
DEEPEST: Final = 40
"""Nested levels of lists and objects, at most; a descriptor needs eight."""
_VERSION: Final = re.compile(r"[0-9]{1,9}([.][0-9]{1,9}){0,2}")
_CHANGE_DATE: Final = CellKind(read_date, TYPES_IN_WORDS["date"])


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _are_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, Mapping) for each in value)


OPTIONAL: Final[Mapping[str, tuple[str, Callable[[object], bool]]]] = {
    **dict.fromkeys(("name", "title", "description", "created"), ("a text", _is_text)),
    "keywords": ("a list of texts", _are_texts),
    **dict.fromkeys(("contributors", "sources"), ("a list of objects", _are_objects)),
}
"""By optional property: what is expected, and whether a value is that."""


def version_number(version: str) -> tuple[int, ...]:
    """Return the three numbers of a version, for comparison: 1.10 is newer than 1.9."""
    numbers = [int(number) for number in re.findall(r"[0-9]{1,9}", version)]
    return (*numbers, 0, 0, 0)[:3]


def read_descriptor(content: bytes | None) -> tuple[Mapping[str, Any], tuple[Fault, ...]]:
    """Return the descriptor and its faults; an empty descriptor if it cannot be read."""
    if content is None:
        return {}, (_fault(None, "the descriptor of a Data Package", "no such file"),)
    try:
        descriptor = json.loads(content)
    except RecursionError:
        return {}, (_fault(None, f"at most {DEEPEST} levels", "far more"),)
    except ValueError as error:  # also when the bytes are not text
        return {}, (_fault(None, "JSON in UTF-8", str(error)),)
    if _is_deeper(descriptor, DEEPEST):
        return {}, (_fault(None, f"at most {DEEPEST} levels", "more"),)
    if not isinstance(descriptor, dict):
        return {}, (_fault(None, "a JSON object", type(descriptor).__name__),)
    return descriptor, tuple(check_descriptor(descriptor))


def check_descriptor(descriptor: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the faults of a descriptor."""
    resources = named_resources(descriptor)
    yield from _check_resources(descriptor)
    for name in REQUIRED_TABLES:
        if name not in resources and isinstance(descriptor.get("resources"), list):
            yield _fault("resources", f"a resource named {name}", "none")
    for name, resource in resources.items():
        if not _is_file_name(resource.get("path")):
            yield _fault(f"{name}.path", "the name of a file beside it", _shown(resource.get("path")))
        yield from _check_schema(f"{name}.schema", resource.get("schema"))
        yield from _check_keys(name, resource.get("schema"))
    version = descriptor.get("version")
    if not (isinstance(version, str) and _VERSION.fullmatch(version)):
        yield _fault("version", "a version of numbers, such as '1.2.0'", _shown(version))
    yield from _check_lists(descriptor)
    for name, (expected, is_right) in OPTIONAL.items():
        if name in descriptor and not is_right(descriptor[name]):
            yield _fault(name, expected, _shown(descriptor[name]))


def _is_deeper(value: object, levels: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels == 0 or any(_is_deeper(each, levels - 1) for each in inner)


def _fault(field: str | None, expected: str, found: str, advice: str = "") -> Fault:
    return Fault(DESCRIPTOR, None, field, expected, found, advice)


def _shown(value: object) -> str:
    return "nothing" if value is None else shortened(repr(value))


def _is_file_name(path: object) -> bool:
    """Return whether a path is a plain file name. Other paths could lead out of the folder."""
    return isinstance(path, str) and path not in ("", ".", "..") and path.isprintable() and not set(path) & set("/\\:")


def _check_resources(descriptor: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the resources that are not objects with a name, and names that occur twice."""
    listed = descriptor.get("resources")
    if not isinstance(listed, list):
        yield _fault("resources", "a list", _shown(listed))
        return
    names = [each.get("name") if isinstance(each, Mapping) else None for each in listed]
    for number, name in enumerate(names, start=1):
        if not isinstance(name, str):
            yield _fault(f"resources, entry {number}", "an object with a name", _shown(listed[number - 1]))
        elif name in names[: number - 1]:
            yield _fault(f"resources, entry {number}", "a name that no other resource has", _shown(name))


def _check_schema(where: str, schema: object) -> Iterator[Fault]:
    """Yield the parts of a table schema that are not of the type in Table Schema."""
    if not isinstance(schema, Mapping):
        yield _fault(where, "a table schema", _shown(schema))
        return
    yield from _check_fields(f"{where}.fields", schema.get("fields"))
    yield from _check_names(f"{where}.primaryKey", schema.get("primaryKey", []))
    missing = schema.get("missingValues", [""])
    if not (isinstance(missing, list) and all(isinstance(each, str) for each in missing)):
        yield _fault(f"{where}.missingValues", "a list of texts", _shown(missing))
    keys = schema.get("foreignKeys", [])
    if not isinstance(keys, list):
        yield _fault(f"{where}.foreignKeys", "a list", _shown(keys))
        return
    for number, key in enumerate(keys, start=1):
        yield from _check_foreign_key(f"{where}.foreignKeys, entry {number}", key)


def _check_keys(name: str, schema: object) -> Iterator[Fault]:
    """Yield the required keys that a well-formed schema lacks."""
    if not isinstance(schema, Mapping) or any(_check_schema(name, schema)):
        return
    columns = {field["name"] for field in schema["fields"]}
    key = schema.get("primaryKey", [])
    if KEYS.get(name) in columns and key not in (KEYS[name], [KEYS[name]]):
        yield _fault(f"{name}.schema.primaryKey", KEYS[name], _shown(key))
    given = {(str(each["fields"]).strip("[]'"), each["reference"]["resource"]) for each in schema.get("foreignKeys", [])}
    for column, table in REFERENCES.items() if name == "claims" else ():
        if column in columns and (column, table) not in given:
            yield _fault(f"{name}.schema.foreignKeys", f"a key that leads from {column} to {table}", "none")


def _check_fields(where: str, listed: object) -> Iterator[Fault]:
    if not (isinstance(listed, list) and listed):
        yield _fault(where, "a list of fields", _shown(listed))
        return
    names: list[str] = []
    for number, field in enumerate(listed, start=1):
        held = field if isinstance(field, Mapping) else {}
        here = f"{where}, entry {number}"
        name = held.get("name")
        if not (isinstance(name, str) and name) or name in names:
            yield _fault(f"{here}.name", "a name that no other field has", _shown(name))
        else:
            names.append(name)
        if not isinstance(held.get("type"), str):
            yield _fault(f"{here}.type", "a type", _shown(held.get("type")))
        constraints = held.get("constraints", {})
        if not isinstance(constraints, Mapping):
            yield _fault(f"{here}.constraints", "an object", _shown(constraints))
        else:
            yield from _check_constraints(f"{here}.constraints", constraints)


def _check_constraints(where: str, constraints: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the constraints that are null or of the wrong type. Unknown constraints are left to frictionless."""
    for name, value in constraints.items():
        is_right = _CONSTRAINTS.get(name, lambda value: value is not None)
        if not is_right(value):
            yield _fault(f"{where}.{name}", f"a {name} as in Table Schema", _shown(value))
        elif name == "pattern" and not is_quick(value):
            yield _fault(f"{where}.{name}", "a short pattern, without a repetition in a repetition", _shown(value))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_enum(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str | int | float) for each in value)


_CONSTRAINTS: Final[Mapping[str, Callable[[Any], bool]]] = {
    "required": lambda value: isinstance(value, bool),
    "unique": lambda value: isinstance(value, bool),
    "enum": _is_enum,
    "pattern": lambda value: isinstance(value, str),
    "maxLength": _is_number,
    "minLength": _is_number,
    "maximum": _is_number,
    "minimum": _is_number,
}


def _check_names(where: str, names: object) -> Iterator[Fault]:
    """Yield the fault of a value that is neither a column nor a list of columns."""
    listed = [names] if isinstance(names, str) else names
    if not (isinstance(listed, list) and all(isinstance(name, str) for name in listed)):
        yield _fault(where, "a list of columns", _shown(names))


def _check_foreign_key(where: str, key: object) -> Iterator[Fault]:
    reference = key.get("reference") if isinstance(key, Mapping) else None
    if not isinstance(key, Mapping) or not isinstance(reference, Mapping) or not isinstance(reference.get("resource"), str):
        yield _fault(where, "fields and a reference to a resource", _shown(key))
        return
    for part, names in (("fields", key.get("fields")), ("reference.fields", reference.get("fields"))):
        yield from _check_names(f"{where}.{part}", names)


def _check_lists(descriptor: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the faults of the change log and the licences, which are optional."""
    for name, keys in LISTS.items():
        listed = descriptor.get(name, [])
        if not isinstance(listed, list):
            yield _fault(name, "a list", _shown(listed))
            continue
        for number, entry in enumerate(listed, start=1):
            held = entry if isinstance(entry, Mapping) else {}
            for key in keys:
                if not isinstance(held.get(key), str):
                    yield _fault(f"{name}, entry {number}, {key}", "a text", _shown(held.get(key)))
                elif (name, key) == ("licenses", "path") and held[key] and not re.match("https?://", held[key]):
                    yield _fault(f"{name}, entry {number}, path", "a web address that begins with https://", _shown(held[key]))
                elif (name, key) == ("changes", "date") and not is_readable(held[key], _CHANGE_DATE):
                    advice = advise_date(held[key])
                    yield _fault(f"{name}, entry {number}, date", _CHANGE_DATE.expected, _shown(held[key]), advice)
    yield from check_versions(descriptor)


def check_versions(descriptor: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the fault of a version with no entry in the change log, with two, or with one that is not the newest."""
    changes = descriptor.get("changes")
    version = descriptor.get("version")
    if not isinstance(changes, list) or not isinstance(version, str) or not _VERSION.fullmatch(version):
        return
    entries = [(each.get("date"), each.get("version")) for each in changes if isinstance(each, Mapping)]
    logged = [(date, name) for date, name in entries if isinstance(date, str) and isinstance(name, str)]
    names = [name for _, name in logged]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield _fault("changes", f"one entry of version {name}", str(names.count(name)))
    if not names:
        return
    if version not in names:
        advice = "add one, with date, note_en and note_es"
        yield _fault("changes", f"an entry of version {version}", f"those of {', '.join(names)}", advice)
        return
    if not all(is_readable(date, _CHANGE_DATE) for date, _ in logged):
        return
    newest = max(logged, key=lambda entry: (entry[0], version_number(entry[1])))[1]
    if newest != version:
        yield _fault("version", f"the newest version of changes, {newest}", version, "correct the version, or the dates")
