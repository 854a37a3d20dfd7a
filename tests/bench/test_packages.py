"""The evidence that is made up for the benchmark."""

from pathlib import Path

import pytest

from geo.evidence import load_evidence
from tests.bench.packages import write_package


@pytest.mark.parametrize("claims", [1, 20, 3000])
def test_a_package_is_valid_and_names_as_many_places_as_wanted(tmp_path: Path, claims: int) -> None:
    """It loads as sealed; every claim names a place of its own, as long as the gazetteer has more."""
    write_package(tmp_path, claims)
    evidence = load_evidence(tmp_path)
    naming = [claim for claim in evidence.claims.values() if claim.place_id]
    assert not evidence.version.endswith("+edited")
    assert len(naming) == claims
    assert {claim.place_id for claim in naming} == set(evidence.places)
    assert len(evidence.places) == min(claims, len(evidence.places)) >= min(claims, 2000)
    assert evidence.places[naming[0].place_id].unit == "PE-LOR"


def test_a_package_has_as_many_acts_as_wanted_and_all_are_on(tmp_path: Path) -> None:
    """Each has places, and the data are valid: colours that are told apart, windows that a claim supports."""
    write_package(tmp_path, 200, acts=20)
    evidence = load_evidence(tmp_path)
    assert len(evidence.authorisations) == 20
    assert all(act.at_start for act in evidence.authorisations.values())
    naming = {claim.authorisation_id for claim in evidence.claims.values() if claim.place_id}
    assert naming == set(evidence.authorisations)


def test_a_package_has_as_many_facts_as_wanted(tmp_path: Path) -> None:
    """They name no place, and those of today are among them."""
    write_package(tmp_path, 20, facts=4000)
    assert sum(not claim.place_id for claim in load_evidence(tmp_path).claims.values()) == 4000


def test_the_same_number_gives_the_same_package(tmp_path: Path) -> None:
    """Runs of the benchmark can be compared: every file has the same bytes."""
    written = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        write_package(tmp_path / name, 50)
        written.append({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()})
    assert written[0] == written[1]
    assert "claims.csv" in written[0]
