"""Rules for what one record says of another."""

from pathlib import Path

import pytest

from geo.evidence.checks.references import check_derivation
from geo.evidence.package import parse_table
from tests.evidence.conftest import Edit, edit_cell, lines_of


def test_common_origins_are_no_circle() -> None:
    """Two sources may rest on the same third one, and on outsiders."""
    table = parse_table("sources", "sources.csv", b"source_id,derives_from\na,c;X\nb,c;a\nc,X\n")
    assert list(check_derivation({"sources": table})) == []


def test_circle_is_reported_once_with_its_way() -> None:
    """A long circle is one fault, at its first source in the file; what only leads into it has none."""
    table = parse_table("sources", "sources.csv", b"source_id,derives_from\nx,a\na,b\nb,c\nc,X;a\n")
    (fault,) = check_derivation({"sources": table})
    assert (fault.row, fault.found) == (3, "a from b from c from a")


EXPECTED = "sources.csv, row 2, derives_from: expected {expected}, found {found}{advice}"
LIST = "ids of sources and names of origins, separated by semicolons"
ID = "an id of sources.csv"
SPELLING = "one spelling of an origin"

ORIGINS: dict[str, tuple[str, tuple[str, str] | None]] = {
    "in small letters": ("w-1", (ID, "; did you mean 'W-1'?")),
    "with an en dash": ("W\u20131", (ID, "; did you mean 'W-1'?")),
    "with a space": ("W 1", (ID, "; did you mean 'W-1'?")),
    "an id that is none": ("W-9", (ID, "")),
    "without its hyphen": ("W1", (ID, "; did you mean 'W-1'?")),
    "with a zero": ("W-01", (ID, "; did you mean 'W-1'?")),
    "the letter l for 1": ("W-l", (ID, "")),
    "the word source": ("Source W-1", (LIST, "; write the id alone")),
    "an id and its name": ("W-1 (La Lupa)", (LIST, "; write the id alone")),
    "a full stop for a semicolon": ("W-1. La Lupa", (LIST, "; write the id alone")),
    "no origin in words": ("unknown", (LIST, "; an empty cell means that no origin is known")),
    "no origin in Spanish": ("Ninguno", (LIST, "; an empty cell means that no origin is known")),
    "with an article": ("Lupa", (SPELLING, "; did you mean 'La Lupa'?")),
    "with what it is": ("Agencia La Lupa", (SPELLING, "; did you mean 'La Lupa'?")),
    "a group of states": ("G20", None),
    "an empty part": ("W-1;;La Lupa;", None),
    "a number that is none": ("123", (ID, "")),
    "a comma": ("W-1, La Lupa", (LIST, "; write 'W-1; La Lupa'")),
    "a bar": ("La Lupa|W-1", (LIST, "; write 'La Lupa; W-1'")),
    "an and": ("W-1 y La Lupa", (LIST, "; write 'W-1; La Lupa'")),
    "another case": ("la lupa", (SPELLING, "; did you mean 'La Lupa'?")),
    "a slip": ("La Luppa", (SPELLING, "; did you mean 'La Lupa'?")),
    "another name": ("Ministry of Defence", None),
    "a name with a comma": ("Ministry of Defence, Lima", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("text", "fault"), ORIGINS.values(), ids=ORIGINS)
def test_an_origin_that_resembles_another_is_named(text: str, fault: tuple[str, str] | None, good: Path) -> None:
    """Independence is counted by these names: a slip would make one voice two."""
    edit_cell(good, "sources", 3, derives_from="La Lupa")
    edit_cell(good, "sources", 4, derives_from="La Lupa")
    edit_cell(good, "sources", 2, derives_from=text)
    lines = [EXPECTED.format(expected=fault[0], found=repr(text), advice=fault[1])] if fault else []
    assert lines_of(good) == lines


def test_accents_of_two_characters_are_those_of_one(good: Path) -> None:
    """A Mac writes an accent as a character of its own: the origin is the same."""
    edit_cell(good, "sources", 2, derives_from="Lo\u0301pez Obrador")
    edit_cell(good, "sources", 3, derives_from="L\u00f3pez Obrador")
    assert lines_of(good) == []


EDITS: dict[str, Edit] = {
    "an id in a note that is none": (
        "disagreements",
        2,
        {"known_en": "W-1 and W-7 differ."},
        ["disagreements.csv, row 2, known_en: expected ids of sources or questions, found 'W-7'"],
    ),
    "a question in a note that is none": (
        "disagreements",
        2,
        {"known_en": "See D-9."},
        ["disagreements.csv, row 2, known_en: expected ids of sources or questions, found 'D-9'"],
    ),
    "an id in a note in small letters": (
        "sources",
        2,
        {"note_en": "It copies w\u20131."},
        ["sources.csv, row 2, note_en: expected ids of sources or questions, found 'w\u20131'; did you mean 'W-1'?"],
    ),
    "two ids in one cell": (
        "claims",
        6,
        {"source_id": "W-1; T-1"},
        [
            "claims.csv, row 6, source_id: expected an id of sources.csv, found 'W-1; T-1'; write one id a row, and a row for each of the others"  # noqa: E501 - the message as it is
        ],
    ),
    "an id without its zero": (
        "claims",
        6,
        {"source_id": "W-01"},
        ["claims.csv, row 6, source_id: expected an id of sources.csv, found 'W-01'; did you mean 'W-1'?"],
    ),
    "what only looks like an id": ("disagreements", 2, {"known_en": "A C-130 and a TW-10."}, []),
    "an id with a near match": (
        "claims",
        6,
        {"source_id": "w-1"},
        ["claims.csv, row 6, source_id: expected an id of sources.csv, found 'w-1'; did you mean 'W-1'?"],
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_is_named(edit: Edit, good: Path) -> None:
    """Each case has just its faults."""
    table, row, cells, lines = edit
    edit_cell(good, table, row, **cells)
    assert lines_of(good) == lines
