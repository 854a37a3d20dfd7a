"""What a descriptor must hold so that the tables can be found and read, and the versions told apart.

A part that is missing, null or of another kind is a fault, wherever it stands: what comes after relies on all of this.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from geo.evidence.cells import TYPES_IN_WORDS, CellKind, is_readable, read_date
from geo.evidence.faults import Fault, shortened
from geo.evidence.package import REQUIRED_TABLES, named_resources
from geo.evidence.patterns import is_quick

DESCRIPTOR: Final = "datapackage.json"
LISTS: Final = {"changes": ("version", "date", "note_en", "note_es"), "licenses": ("title", "path")}
"""Lists that the descriptor may have besides, and the texts that each of their entries must hold."""

DEEPEST: Final = 40
"""Levels of lists and objects within one another; a descriptor needs eight."""
_VERSION: Final = re.compile(r"[0-9]{1,9}([.][0-9]{1,9}){0,2}")
_CHANGE_DATE: Final = CellKind(read_date, TYPES_IN_WORDS["date"])


def version_number(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, which say which of two is the newer: 1.10 is newer than 1.9."""
    numbers = [int(number) for number in re.findall(r"[0-9]{1,9}", version)]
    return (*numbers, 0, 0, 0)[:3]


def read_descriptor(content: bytes | None) -> tuple[Mapping[str, Any], tuple[Fault, ...]]:
    """Return the descriptor and what is wrong with it; an empty one when it cannot be read."""
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
    """Yield what in a descriptor would keep the tables from being read, or the data from having a version."""
    resources = named_resources(descriptor)
    yield from _check_resources(descriptor)
    for name in REQUIRED_TABLES:
        if name not in resources:
            yield _fault("resources", f"a resource named {name}", "none")
    for name, resource in resources.items():
        if not _is_file_name(resource.get("path")):
            yield _fault(f"{name}.path", "the name of a file beside it", _shown(resource.get("path")))
        yield from _check_schema(f"{name}.schema", resource.get("schema"))
    version = descriptor.get("version")
    if not (isinstance(version, str) and _VERSION.fullmatch(version)):
        yield _fault("version", "a version of numbers, such as '1.2.0'", _shown(version))
    yield from _check_lists(descriptor)


def _is_deeper(value: object, levels: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels == 0 or any(_is_deeper(each, levels - 1) for each in inner)


def _fault(field: str | None, expected: str, found: str, advice: str = "") -> Fault:
    return Fault(DESCRIPTOR, None, field, expected, found, advice)


def _shown(value: object) -> str:
    return "nothing" if value is None else shortened(repr(value))


def _is_file_name(path: object) -> bool:
    """Whether a path is the plain name of a file, so that a package cannot make us read outside its folder."""
    return isinstance(path, str) and path not in ("", ".", "..") and path.isprintable() and not set(path) & set("/\\:")


def _check_resources(descriptor: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the resources that are no objects with a name, and names that two have."""
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
    """Yield what in a table schema is not of the kind that Table Schema says."""
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
    """Yield the constraints that are null or of the wrong kind; which ones there may be, frictionless knows."""
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
    """Yield the fault of what should be a list of columns, or one of them."""
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
    """Yield what in the change log or the licences could not be shown; a descriptor need not have them."""
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
                elif (name, key) == ("changes", "date") and not is_readable(held[key], _CHANGE_DATE):
                    yield _fault(f"{name}, entry {number}, date", _CHANGE_DATE.expected, _shown(held[key]))
    yield from check_versions(descriptor)


def check_versions(descriptor: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what keeps the change log from telling when the version came: no entry, two, or one that is not the newest."""
    changes = descriptor.get("changes")
    version = descriptor.get("version")
    if not isinstance(changes, list) or not isinstance(version, str):
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
    newest = max(logged, key=lambda entry: (entry[0], version_number(entry[1])))[1]
    if newest != version:
        yield _fault("version", f"the newest version of changes, {newest}", version, "correct the version, or the dates")
