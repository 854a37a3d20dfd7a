"""Seal a package: check its version, and write history, sizes and hashes.

A sealed version is final: links and citations name it. Claims that change afterwards need a higher version.
"""

import json
from typing import Any, Final

from geo.evidence.descriptor import DESCRIPTOR, version_number
from geo.evidence.faults import Fault
from geo.evidence.history import find_edits, read_log, write_history
from geo.evidence.package import HISTORY, DataPackage, columns_of, parse_table

SEALED: Final = "sealedVersion"
"""Property of the descriptor: the version sealed last. The history does not have it if it changed no claim."""


def find_sealing_faults(package: DataPackage) -> tuple[Fault, ...]:
    """Return the fault of claims that were changed without a higher version, for a package without other faults."""
    log = read_log(package)
    if not log:
        return ()
    sealed = [each.version for each in log] + [str(package.descriptor.get(SEALED, ""))]
    version, last = package.descriptor["version"], max(sealed, key=version_number)
    if version_number(version) > version_number(last):
        return ()
    edits = find_edits(package)
    if edits.is_empty and version == last:
        return ()
    found = f"{version}, with {edits.in_words}" if not edits.is_empty else version
    advice = "raise version and created, and add an entry to changes"
    return (Fault(DESCRIPTOR, None, "version", f"one higher than {last}, which was sealed before", found, advice),)


def build_sealed_files(package: DataPackage) -> dict[str, bytes]:
    """Return the files that sealing writes, by name: the history, if the package has one, and the descriptor."""
    files = {}
    if HISTORY in package.resources:
        resource = package.resources[HISTORY]
        files[resource["path"]] = write_history(package)
        history = parse_table(HISTORY, resource["path"], files[resource["path"]], columns_of(resource))
        package = DataPackage(package.descriptor, {**package.tables, HISTORY: history})
    text = json.dumps(build_sealed_descriptor(package), ensure_ascii=False, indent=2)
    return {**files, DESCRIPTOR: f"{text}\n".encode()}


def build_sealed_descriptor(package: DataPackage) -> dict[str, Any]:
    """Return the descriptor with size, hash and number of rows of each table; the schema is the last property."""
    sealed = []
    for resource in package.descriptor["resources"]:
        table = package.tables.get(resource["name"])
        if table is None:
            sealed.append(resource)
            continue
        seals = {"bytes": table.size, "hash": table.hash, "rows": len(table.rows)}
        rest = {key: value for key, value in resource.items() if key not in {*seals, "schema"}}
        sealed.append({**rest, **seals, "schema": resource["schema"]})
    rest = {key: value for key, value in package.descriptor.items() if key != "resources"}
    return {**rest, SEALED: package.descriptor["version"], "resources": sealed}
