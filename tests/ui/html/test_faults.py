"""The faults of the data as one text."""

from geo.ui.html.faults import MOST_FAULTS, faults_text


def test_many_and_long_faults_are_cut() -> None:
    """What is left out is counted, with the command that lists it."""
    assert faults_text(["a", "b"]) == "a\nb"
    lines = faults_text(["x" * 500, *"y" * (MOST_FAULTS + 2)]).splitlines()
    assert (lines[0][-2:], len(lines[0])) == ("x…", 401)
    assert lines[-1] == "+ 3: python -m geo check"
    assert len(lines) == MOST_FAULTS + 1
