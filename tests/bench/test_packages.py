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


def test_the_same_number_gives_the_same_package(tmp_path: Path) -> None:
    """Runs of the benchmark can be compared: every file has the same bytes."""
    written = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        write_package(tmp_path / name, 50)
        written.append({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()})
    assert written[0] == written[1]
    assert "claims.csv" in written[0]
