"""Loading, sealing and the version."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from geo.evidence import EvidenceError, check_evidence, data_version, load_evidence, seal
from geo.evidence.loading import read_package
from geo.evidence.sealing import SEALED, build_sealed_descriptor
from tests.evidence.conftest import ROOT

IMPORTS_FRICTIONLESS = """
import sys
from pathlib import Path
from geo.evidence import load_evidence
load_evidence(Path(sys.argv[1]))
print("frictionless" in sys.modules)
"""


def imports_frictionless(directory: Path) -> bool:
    """Return whether loading a package in a fresh process imports frictionless."""
    command = [sys.executable, "-c", IMPORTS_FRICTIONLESS, str(directory)]
    run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603 - our own script
    return run.stdout.strip() == "True"


def append_note(directory: Path) -> None:
    """Edit a table without making a fault."""
    path = directory / "places.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Small.", "Very small."), encoding="utf-8")


def test_sealing_records_what_was_validated(good: Path) -> None:
    """The descriptor then holds size, hash and rows of each file, and nothing else in it has changed."""
    before = json.loads((good / "datapackage.json").read_text(encoding="utf-8"))
    seal(good)
    after = json.loads((good / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["rows"] for resource in after["resources"]] == [3, 1, 3, 7, 1, 7, 5]
    for resource in after["resources"]:
        assert resource["bytes"] == (good / resource["path"]).stat().st_size
        assert resource["hash"].startswith("sha256:")
    assert after.pop(SEALED) == before["version"]
    before.pop(SEALED, None)
    for descriptor in (before, after):
        for resource in descriptor["resources"]:
            for key in ("bytes", "hash", "rows"):
                resource.pop(key, None)
    assert after == before


def test_sealing_twice_writes_the_same_bytes(good: Path) -> None:
    """The form of the descriptor is stable, so that a change in it is a change of the data."""
    seal(good)
    once = (good / "datapackage.json").read_bytes()
    seal(good)
    assert (good / "datapackage.json").read_bytes() == once
    assert once.endswith(b"}\n")


def test_edited_data_does_not_claim_a_released_version(good: Path) -> None:
    """A file that was edited since it was sealed loads, is no fault, and shows in the version."""
    seal(good)
    released = data_version(good)
    append_note(good)
    evidence = load_evidence(good)
    assert evidence.places["harbour"].note_en == "Very small."
    assert evidence.version == data_version(good) == f"{released}+edited"
    assert check_evidence(good) == ()
    seal(good)
    assert load_evidence(good).version == released


def test_sealed_data_load_without_frictionless(good: Path) -> None:
    """The slow library is imported only when a file differs from its hash."""
    seal(good)
    assert not imports_frictionless(good)
    append_note(good)
    assert imports_frictionless(good)


def test_sealed_data_still_meet_our_own_rules(good: Path) -> None:
    """A hash written by hand does not let through what no record can hold."""
    path = good / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2031-03-01,", "1 March,"), encoding="utf-8")
    descriptor = json.loads((good / "datapackage.json").read_text(encoding="utf-8"))
    forged = build_sealed_descriptor(read_package(good))
    assert forged["version"] == descriptor["version"]
    (good / "datapackage.json").write_text(json.dumps(forged), encoding="utf-8")
    with pytest.raises(EvidenceError, match=r"claims\.csv, row 2, start: expected a date"):
        load_evidence(good)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "expected the descriptor of a Data Package, found no such file", id="missing"),
        pytest.param(b"{", "expected JSON in UTF-8, found Expecting property name", id="not JSON"),
        pytest.param(b'{"title": "\xf3"}', "expected JSON in UTF-8, found 'utf-8' codec can't decode", id="not UTF-8"),
        pytest.param(b"[]", "expected a JSON object, found list", id="not an object"),
    ],
)
def test_unreadable_descriptor_is_one_fault(content: bytes | None, message: str, tmp_path: Path) -> None:
    """Without a descriptor there is nothing else to say."""
    if content is not None:
        (tmp_path / "datapackage.json").write_bytes(content)
    (fault,) = check_evidence(tmp_path)
    assert str(fault).startswith(f"datapackage.json: {message}")


def test_missing_directory_is_a_fault(tmp_path: Path) -> None:
    """A directory that does not exist holds no descriptor."""
    with pytest.raises(EvidenceError, match=r"datapackage\.json: expected the descriptor of a Data Package"):
        load_evidence(tmp_path / "nowhere")


def test_other_files_are_left_alone(good: Path) -> None:
    """A file that the descriptor does not name is not ours to judge."""
    (good / "notes.csv").write_bytes(b"\xff\xfe\x00")
    assert check_evidence(good) == ()
