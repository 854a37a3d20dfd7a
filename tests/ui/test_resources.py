"""The addresses of what the browser fetches: new when what they give is new, and only then."""

import shutil
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.draw.map import config_version, map_script_version, map_sheet_version
from geo.evidence import EvidenceError
from geo.ui import resources
from geo.ui.paths import EVIDENCE_DIRECTORY
from geo.ui.resources import asset_addresses, find_resources, load_resources

VERSIONED = {"config"}
"""What is made from the data, and what the geometry lies beside; scripts and styles are not."""
OWN = {"map_js": [map_script_version()], "map_css": [map_sheet_version()]}


def test_addresses_made_from_the_data_carry_its_version() -> None:
    """Other data has another address for the configuration, and so for the geometry, and the same for scripts and styles."""
    one, other = (asdict(asset_addresses(version)) for version in ("1.0.0-2026.1", "1.0.1-2026.1"))
    assert {name for name in one if one[name] != other[name]} == VERSIONED
    assert {name: parse_qs(urlsplit(one[name]).query).get("v") for name in one} == {
        name: ["1.0.0-2026.1"] if name in VERSIONED else OWN.get(name) for name in one
    }


@given(st.text(alphabet="<>&'\"`${}?#%+/ .-é🇵1", min_size=1))
def test_any_version_is_one_value_of_the_address(version: str) -> None:
    """A version as ``1.0.0+edited`` has characters that mean something in an address; they arrive as themselves."""
    for name, address in asdict(asset_addresses(version)).items():
        parts = urlsplit(address)
        assert parts.path.startswith("../../assets/")
        assert not parts.fragment
        own = {"v": OWN[name]} if name in OWN else {}
        assert parse_qs(parts.query) == ({"v": [version]} if name in VERSIONED else own)


def test_the_version_is_that_of_evidence_and_atlas() -> None:
    """An edit of either makes the addresses new."""
    data = load_resources()
    assert data.stamp == f"{data.evidence.version}-{data.atlas.version}"
    assert data.assets == asset_addresses(f"{data.stamp}-{config_version(data.evidence, data.atlas)}")


def test_other_data_is_fetched_anew(three_acts_directory: Path) -> None:
    """With rows added, the configuration has another address than that of the data as released."""
    edited = load_resources(three_acts_directory)
    released = edited.evidence.version.removesuffix("+edited")
    assert edited.evidence.version == f"{released}+edited"
    assert edited.assets.config != asset_addresses(f"{released}-{edited.atlas.version}").config


def test_edited_data_is_taken_when_valid_and_kept_out_when_not(tmp_path: Path) -> None:
    """Each edit has a state of its own; faults stand beside the last valid state, and go with them."""
    directory = tmp_path / "evidence"
    shutil.copytree(EVIDENCE_DIRECTORY, directory)
    first = load_resources(directory)
    claims = directory / "claims.csv"
    sealed = claims.read_bytes()

    claims.write_bytes(sealed.replace(b"The headline of the", b"The title of the", 1))
    edited = load_resources(directory)
    assert edited.evidence.version == f"{first.evidence.version}+edited"
    assert "The title of the" in next(iter(edited.evidence.claims.values())).statement_en
    assert edited.assets != first.assets

    claims.write_bytes(sealed.replace(b",stated,", b",sworn,", 1))
    broken = load_resources(directory)
    assert [(fault.file, fault.field, fault.found) for fault in broken.faults] == [("claims.csv", "certainty", "'sworn'")]
    assert replace(broken, faults=()) == edited

    claims.write_bytes(sealed.replace(b"The headline of the", b"The heading of the", 1))
    again = load_resources(directory)
    assert (again.faults, again.evidence.version) == ((), edited.evidence.version)
    assert len({first.stamp, edited.stamp, again.stamp}) == 3

    claims.write_bytes(sealed)
    assert load_resources(directory).stamp == first.stamp


def nest_deep(directory: Path, _: pytest.MonkeyPatch) -> None:
    """Write a descriptor that nests deeper than Python reads."""
    (directory / "datapackage.json").write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")


def make_huge(directory: Path, _: pytest.MonkeyPatch) -> None:
    """Make a table larger than the server reads, without its bytes on the disk."""
    with (directory / "claims.csv").open("ab") as file:
        file.truncate(resources.MOST_FILE_BYTES + 1)


def forbid_a_file(directory: Path, patch: pytest.MonkeyPatch) -> None:
    """Let no file be read; a test may run as a user who may read all."""
    (directory / "claims.csv").touch()
    patch.setattr(resources, "load_evidence", lambda path, **_: (path / "claims.csv" / "none").read_bytes())


def forbid_the_folder(directory: Path, patch: pytest.MonkeyPatch) -> None:
    """Let the folder be neither listed nor read."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(directory))

    patch.setattr(Path, "iterdir", refuse)
    patch.setattr(resources, "load_evidence", refuse)


@pytest.mark.parametrize("spoil", [nest_deep, make_huge, forbid_a_file, forbid_the_folder], ids=lambda spoil: spoil.__name__)
def test_the_last_valid_state_stays_whatever_happens_to_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    """One fault says what is wrong; evidence that was never valid raises it, as every other fault."""
    shutil.copytree(EVIDENCE_DIRECTORY, tmp_path / "evidence")
    shutil.copytree(EVIDENCE_DIRECTORY, tmp_path / "new")
    before = load_resources(tmp_path / "evidence")
    for name in ("evidence", "new"):
        with monkeypatch.context() as patch:
            spoil(tmp_path / name, patch)
            if name == "evidence":
                after = load_resources(tmp_path / name)
                assert len(after.faults) == 1
                assert replace(after, faults=()) == before
            else:
                with pytest.raises(EvidenceError, match="the evidence has 1 fault"):
                    load_resources(tmp_path / name)
                assert find_resources(tmp_path / name) is None
