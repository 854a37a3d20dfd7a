"""Reading the evidence from disk, sealing it, and checking it.

Sealing
-------
Validating the tables against their schemas needs the frictionless library, whose import alone takes half a second, a
quarter of the time in which the app is to show its first map. So a package is validated in full when it is *sealed*:
the descriptor then holds the hash of every file that was found without fault. Loading compares the hashes, and as long
as they agree it applies only our own rules, which cost a few milliseconds, and builds the records. When a file was
edited since, everything is validated again, and the version says ``+edited``. A hash only tells that the validation
has been done; it protects against nobody who means to deceive.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geo.evidence.building import build_evidence
from geo.evidence.faults import EvidenceError, Fault
from geo.evidence.history import find_unlogged_version, write_history
from geo.evidence.place_rules import UnitAt
from geo.evidence.records import Evidence
from geo.evidence.tables import DESCRIPTOR, HISTORY, DataPackage, check_descriptor, named_resources, parse_table
from geo.evidence.validation import validate, validate_sealed


def load_evidence(directory: Path, *, unit_at: UnitAt | None = None) -> Evidence:
    """Return the evidence in a directory.

    Parameters
    ----------
    directory
        Holds ``datapackage.json`` and the files that it names; other files are ignored.
    unit_at
        Gives the ISO 3166-2 code of the first-level unit at a longitude and latitude (degrees, WGS 84, in this order),
        or None outside all units. Without it no point is held against the unit that its place is said to be in.

    Returns
    -------
    Evidence
        Its version ends in ``+edited`` when a file is not the one that was sealed.

    Raises
    ------
    EvidenceError
        If there is anything wrong with the data; it lists every fault.

    Examples
    --------
    >>> load_evidence(Path("data/evidence")).authorisations["31758"].window.days  # doctest: +SKIP
    214
    """
    package = read_package(directory)
    check = validate_sealed if package.is_sealed else validate
    faults = check(package, unit_at=unit_at)
    if faults:
        raise EvidenceError(faults)
    return build_evidence(package)


def check_evidence(directory: Path, *, unit_at: UnitAt | None = None) -> tuple[Fault, ...]:
    """Return every fault of the evidence in a directory, sealed or not; parameters as for ``load_evidence``.

    A file that differs from its hash is no fault: it has been edited, and not been sealed yet.
    """
    return validate(read_package(directory), unit_at=unit_at)


def seal(directory: Path, *, unit_at: UnitAt | None = None) -> None:
    """Validate everything, write which claims this version changes, and size, hash and rows of each file into the descriptor.

    Parameters as for ``load_evidence``. Nothing else in the descriptor changes; its version, date and change log are
    for the maintainer to write: the log must name the version. Sealing twice writes the same bytes.

    Raises
    ------
    EvidenceError
        If there is anything wrong with the data; the descriptor is then left as it is.
    """
    package = read_package(directory)
    faults = (*validate(package, unit_at=unit_at), *find_unlogged_version(package))
    if faults:
        raise EvidenceError(faults)
    if HISTORY in package.resources:
        (directory / package.resources[HISTORY]["path"]).write_bytes(write_history(package))
        package = read_package(directory)
    text = json.dumps(build_sealed_descriptor(package), ensure_ascii=False, indent=2)
    (directory / DESCRIPTOR).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def data_version(directory: Path) -> str:
    """Return the version of the data in a directory, with ``+edited`` when a file changed since it was sealed."""
    return read_package(directory).version


def read_package(directory: Path) -> DataPackage:
    """Return the package as it lies in its files; never fails on their content, what is wrong is in its faults."""
    descriptor, faults = _read_descriptor(directory)
    faults = faults or check_descriptor(descriptor)
    resources = {} if faults else named_resources(descriptor)
    files = {name: resource["path"] for name, resource in resources.items()}
    tables = {
        name: parse_table(file, _read_bytes(directory / file))
        for name, file in files.items()
        if _is_wanted(directory, name, file)
    }
    return DataPackage(descriptor, tables, faults)


def build_sealed_descriptor(package: DataPackage) -> dict[str, Any]:
    """Return the descriptor of a package with size, hash and number of rows of its tables; a schema comes last."""
    sealed = []
    for resource in package.descriptor["resources"]:
        table = package.tables.get(resource["name"])
        if table is None:
            sealed.append(resource)
            continue
        seals = {"bytes": table.size, "hash": table.hash, "rows": len(table.rows)}
        rest = {key: value for key, value in resource.items() if key not in {*seals, "schema"}}
        sealed.append({**rest, **seals, "schema": resource["schema"]})
    return {**package.descriptor, "resources": sealed}


def _read_descriptor(directory: Path) -> tuple[Mapping[str, Any], tuple[Fault, ...]]:
    """Return the descriptor; an empty one, and the fault, when it cannot be read."""
    content = _read_bytes(directory / DESCRIPTOR)
    if content is None:
        return {}, (Fault(DESCRIPTOR, None, None, "the descriptor of a Data Package", "no such file"),)
    try:
        descriptor = json.loads(content)
    except ValueError as error:  # also when the bytes are not text
        return {}, (Fault(DESCRIPTOR, None, None, "JSON in UTF-8", str(error)),)
    if not isinstance(descriptor, dict):
        return {}, (Fault(DESCRIPTOR, None, None, "a JSON object", type(descriptor).__name__),)
    return descriptor, ()


def _is_wanted(directory: Path, name: str, file: str) -> bool:
    """Whether a table is to be read: the history may be missing, since sealing writes it."""
    return name != HISTORY or (directory / file).is_file()


def _read_bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
