"""Faults as text."""

import pytest

from geo.evidence.faults import EvidenceError, Fault, shown


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        pytest.param(
            Fault("claims.csv", 12, "start", "an ISO date (YYYY-MM-DD)", "'31/12/2023'"),
            "claims.csv, row 12, start: expected an ISO date (YYYY-MM-DD), found '31/12/2023'",
            id="cell",
        ),
        pytest.param(
            Fault("claims.csv", 12, None, "22 cells", "21"), "claims.csv, row 12: expected 22 cells, found 21", id="row"
        ),
        pytest.param(
            Fault("claims.csv", None, None, "a file of this name", "none"),
            "claims.csv: expected a file of this name, found none",
            id="file",
        ),
    ],
)
def test_fault_is_one_line(fault: Fault, line: str) -> None:
    """A fault says where, what was expected and what was found, and leaves out what does not apply."""
    assert str(fault) == line


def test_error_lists_every_fault() -> None:
    """The message counts the faults and holds one line for each."""
    faults = (Fault("a.csv", 2, "x", "a value", "nothing"), Fault("b.csv", None, None, "a file of this name", "none"))
    error = EvidenceError(faults)
    assert error.faults == faults
    assert str(error).splitlines() == [
        "the evidence has 2 faults:",
        "a.csv, row 2, x: expected a value, found nothing",
        "b.csv: expected a file of this name, found none",
    ]


def test_error_counts_a_single_fault() -> None:
    """One fault is not called faults."""
    error = EvidenceError([Fault("b.csv", None, None, "a file of this name", "none")])
    assert str(error).startswith("the evidence has 1 fault:\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", "nothing"), ("a", "'a'"), ("a\nb", "'a\\nb'"), ("x" * 61, f"'{'x' * 57}...'"), ("x" * 60, f"'{'x' * 60}'")],
    ids=["empty", "short", "two lines", "long", "just short enough"],
)
def test_cell_is_shown_on_one_line(text: str, expected: str) -> None:
    """A cell is quoted, shortened and kept on one line."""
    assert shown(text) == expected
