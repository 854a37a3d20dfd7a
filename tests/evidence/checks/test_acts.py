"""Rules for acts beside one another."""

from pathlib import Path

import pytest

from geo.evidence.checks.acts import distance
from tests.evidence.conftest import lines_of

SECOND = {
    "authorisation_id": "200",
    "year": "2031",
    "name_en": "Act 200",
    "name_es": "Ley 200",
    "short_en": "2032 act",
    "short_es": "Ley 2032",
    "start": "2031-03-01",
    "end": "2031-03-31",
    "colour": "#c8642b",
}
ADVICE = "; choose another; README names free ones"

ACTS: dict[str, tuple[dict[str, str], list[str]]] = {
    "all unlike": ({}, []),
    "the same colour": ({"colour": "#1F6F8B"}, [f"colour: expected a colour unlike #1f6f8b of 100, found '#1F6F8B'{ADVICE}"]),
    "nearly the same colour": (
        {"colour": "#22708a"},
        [f"colour: expected a colour unlike #1f6f8b of 100, found '#22708a'{ADVICE}"],
    ),
    "nearly white": (
        {"colour": "#fdf6e3"},
        [f"colour: expected a colour that is seen on white paper, found '#fdf6e3'{ADVICE}"],
    ),
    "like the overlap": (
        {"colour": "#5c2b74"},
        [f"colour: expected a colour unlike #5a2a72, that of an overlap, found '#5c2b74'{ADVICE}"],
    ),
    "a year of another act": (
        {"year": "2042"},
        ["year: expected a year from 2029 to 2031, because the window starts on 2031-03-01, found '2042'"],
    ),
    "the year before": ({"year": "2030"}, []),
    "the same short name": (
        {"short_es": "LEY 2031"},
        ["short_es: expected a name unlike that of 100, found 'LEY 2031'; name the act or the year"],
    ),
}


@pytest.mark.parametrize(("cells", "faults"), ACTS.values(), ids=ACTS)
def test_two_acts_must_be_told_apart(cells: dict[str, str], faults: list[str], good: Path) -> None:
    """By their colours on paper, and by their names in each language."""
    acts, claims = good / "authorisations.csv", good / "claims.csv"
    row = ",".join({**SECOND, **cells}.values())
    acts.write_text(f"{acts.read_text(encoding='utf-8')}{row}\n", encoding="utf-8")
    window = claims.read_text(encoding="utf-8").splitlines()[1].replace("K-1,100", "K-9,200")
    claims.write_text(f"{claims.read_text(encoding='utf-8')}{window}\n", encoding="utf-8")
    assert lines_of(good) == [f"authorisations.csv, row 3, {fault}" for fault in faults]


def test_distance_of_colours() -> None:
    """Black and white are farthest apart, and the order does not count."""
    assert distance("#000000", "#ffffff") == pytest.approx(1, abs=1e-6)
    assert distance("#1f6f8b", "#c8642b") == distance("#c8642b", "#1f6f8b") > 0.2
