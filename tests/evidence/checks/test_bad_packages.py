"""Every bad package fails with exactly the messages that it must give, and the good one with none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.evidence import EvidenceError, check_evidence, load_evidence, seal
from tests.evidence.conftest import BAD, unit_at

CASES = sorted(path.parent.name for path in BAD.glob("*/expected.txt"))


def expected_lines(case: str) -> list[str]:
    """Return the messages that a case must give, one a line."""
    return (BAD / case / "expected.txt").read_text(encoding="utf-8").splitlines()


def test_good_package_has_no_fault(good: Path) -> None:
    """The package that the bad ones are made from is good."""
    assert check_evidence(good, unit_at=unit_at) == ()


@pytest.mark.parametrize("case", CASES)
def test_bad_package_gives_exactly_its_messages(case: str, make_package: Callable[[str], Path]) -> None:
    """All faults are found at once, each said once, and nothing else is said."""
    faults = check_evidence(make_package(case), unit_at=unit_at)
    assert [str(fault) for fault in faults] == expected_lines(case)


@pytest.mark.parametrize("case", CASES)
def test_bad_package_is_neither_loaded_nor_sealed(case: str, make_package: Callable[[str], Path]) -> None:
    """Loading and sealing refuse with the same list, and sealing leaves the descriptor alone."""
    directory = make_package(case)
    descriptor = (directory / "datapackage.json").read_bytes()
    for refuse in (load_evidence, seal):
        with pytest.raises(EvidenceError) as caught:
            refuse(directory, unit_at=unit_at)
        assert [str(fault) for fault in caught.value.faults] == expected_lines(case)
    assert (directory / "datapackage.json").read_bytes() == descriptor


def test_units_are_not_checked_without_a_way_to_find_them(make_package: Callable[[str], Path]) -> None:
    """The room of the evidence knows no boundaries: who calls it brings them."""
    directory = make_package("outside-unit")
    fields = [[fault.field for fault in check_evidence(directory, unit_at=each)] for each in (unit_at, None)]
    assert fields == [["ubigeo", "unit"], ["ubigeo"]]
