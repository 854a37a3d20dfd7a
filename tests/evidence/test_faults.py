"""Faults as text."""

from dataclasses import replace

import pytest

from geo.evidence.faults import EvidenceError, Fault, did_you_mean, group_faults, shown


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


def faults_of(*found: str, field: str = "x") -> list[Fault]:
    """Return a fault for each text, in rows from 2."""
    return [Fault("a.csv", row, field, "a date", text) for row, text in enumerate(found, start=2)]


def test_a_column_that_is_wrong_throughout_is_one_fault() -> None:
    """More than half of the rows have one cause, though their texts differ; a few slips are listed one by one."""
    faults = faults_of(*map(str, range(60)))
    assert group_faults(faults, {("a.csv", "x"): 100}) == [replace(faults[0], more_rows=59)]
    assert group_faults(faults[:40], {("a.csv", "x"): 100}) == faults[:40]
    assert group_faults(faults[:3], {("a.csv", "x"): 4}) == faults[:3]


def test_a_text_that_is_wrong_in_many_rows_is_one_fault() -> None:
    """An id that is gone is wrong wherever it stands; other faults between its rows keep their lines."""
    faults = faults_of(*(["31758"] * 6), "9307")
    assert group_faults(faults, {("a.csv", "x"): 500}) == [replace(faults[0], more_rows=5), faults[-1]]
    assert str(group_faults(faults, {("a.csv", "x"): 500})[0]) == "a.csv, row 2 and 5 more, x: expected a date, found 31758"


def test_faults_without_a_row_are_never_grouped() -> None:
    """Each says something about a file as a whole."""
    faults = [Fault("a.csv", None, None, "x", str(number)) for number in range(9)]
    assert group_faults(faults, {("a.csv", "x"): 2}) == faults


@pytest.mark.parametrize(
    ("text", "advice"), [("harbor", "did you mean 'Harbour'?"), ("HARBOUR", "did you mean 'Harbour'?"), ("x", "")]
)
def test_a_near_match_is_named(text: str, advice: str) -> None:
    """Case does not count, and what resembles nothing gets no advice."""
    assert did_you_mean(text, ["Iquitos", "Harbour"]) == advice
