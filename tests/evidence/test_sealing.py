"""Sealing: what is written, and what it asks of the version."""

import json
from pathlib import Path

from geo.evidence.loading import read_package, seal
from geo.evidence.sealing import SEALED, build_sealed_descriptor, build_sealed_files, find_sealing_faults
from tests.evidence.conftest import edit_cell, unit_at


def test_a_package_without_a_history_has_no_version_to_beat(good: Path) -> None:
    """Nothing was sealed before."""
    (good / "history.csv").unlink(missing_ok=True)
    assert find_sealing_faults(read_package(good)) == ()


def test_changed_claims_need_a_higher_version(good: Path) -> None:
    """The fault counts what has changed, and says what to do."""
    seal(good, unit_at=unit_at)
    assert find_sealing_faults(read_package(good)) == ()
    edit_cell(good, "claims", 5, value="71")
    (fault,) = find_sealing_faults(read_package(good))
    version = read_package(good).descriptor["version"]
    assert fault.found == f"{version}, with 0 added, 1 changed, 0 removed claims"
    assert fault.expected == f"one higher than {version}, which was sealed before"
    assert fault.advice == "raise version and created, and add an entry to changes"


def test_the_descriptor_tells_of_every_table(good: Path) -> None:
    """Size, hash and number of rows stand before the schema; everything else stays as it was."""
    package = read_package(good)
    sealed = build_sealed_descriptor(package)
    assert sealed[SEALED] == package.descriptor["version"]
    for resource in sealed["resources"]:
        if resource["name"] in package.tables:
            table = package.tables[resource["name"]]
            assert (resource["bytes"], resource["hash"], resource["rows"]) == (table.size, table.hash, len(table.rows))
            assert list(resource)[-1] == "schema"
    assert {key: value for key, value in sealed.items() if key not in {SEALED, "resources"}} == {
        key: value for key, value in package.descriptor.items() if key not in {SEALED, "resources"}
    }


def test_the_files_are_the_history_and_the_descriptor_that_knows_its_hash(good: Path) -> None:
    """The descriptor is JSON with two spaces and a line end."""
    files = build_sealed_files(read_package(good))
    assert list(files) == ["history.csv", "datapackage.json"]
    text = files["datapackage.json"].decode()
    assert text == f"{json.dumps(json.loads(text), ensure_ascii=False, indent=2)}\n"
    history = next(each for each in json.loads(text)["resources"] if each["name"] == "history")
    assert history["bytes"] == len(files["history.csv"])
