"""What is said about a part of a link that was not read as it stands."""

import pytest

from geo.text import translator
from geo.view import Known, from_query, notice_line

SAID = {
    "acts": (
        "auth=7",
        "Authorisations shown: the link says auth=7, which cannot be read. Shown instead: 2023 training and 2024 APEC.",
    ),
    "one of two acts": (
        "auth=9307,7",
        "Authorisations shown: the link says auth=7, which is not known here and is left out.",
    ),
    "days": (
        "d.9307=2024-11-24..2024-11-04",
        (
            "Days of 2024 APEC: the link says d.9307=2024-11-24..2024-11-04, which cannot be read. "
            "Shown instead: 4–24 November 2024."
        ),
    ),
    "days beyond the window": (
        "d.9307=2024-11-20..2025-01-01",
        (
            "Days of 2024 APEC: the link says d.9307=2024-11-20..2025-01-01, which reaches beyond the window of the act. "
            "Shown: 20–24 November 2024."
        ),
    ),
    "days of another act": (
        "d.7=2024-11-20..2024-12-24",
        "Days of an unknown authorisation: the link says d.7=2024-11-20..2024-12-24, which is not known here and is left out.",
    ),
    "roles": (
        "role=spy",
        "Roles: the link says role=spy, which cannot be read. Shown instead: the roles of a visit without a link.",
    ),
    "basis": (
        "basis=some",
        "Sources that count: the link says basis=some, which cannot be read. Shown instead: texts and corroboration.",
    ),
    "sources": (
        "min=3",
        "Independent sources needed: the link says min=3, which cannot be read. Shown instead: places that any source names.",
    ),
    "place": ("place=x", "Selected place: the link says place=x, which is not known here and is left out."),
    "view": ("view=globe", "View: the link says view=globe, which cannot be read. Shown instead: the map."),
    "language": ("lang=xx", "Language: the link says lang=xx, which cannot be read. Shown instead: English."),
    "map": ("at=1", "Part of the map: the link says at=1, which cannot be read. Shown instead: all of Peru."),
    "grammar": (
        "v=9",
        "Version of the link: the link says v=9, which cannot be read. Shown instead: what the present version makes of it.",
    ),
    "data": (
        "data=0.1",
        "Version of the data: the link says data=0.1, which is not the present one. Shown is the present data.",
    ),
    "twice": ("min=1&min=2", "Independent sources needed: the link says it more than once. The last one counts: min=2."),
}


@pytest.mark.parametrize(("query", "said"), SAID.values(), ids=SAID)
def test_a_sentence_names_the_part_what_was_found_and_what_is_shown(known: Known, query: str, said: str) -> None:
    """A reader who knows nothing of links is told what happened."""
    reading = from_query(query, known, language="en")
    assert [notice_line(notice, reading.state, known.evidence, translator("en")) for notice in reading.notices] == [said]


@pytest.mark.parametrize("query", [query for query, _ in SAID.values()])
def test_it_is_said_in_spanish_too(known: Known, query: str) -> None:
    """No sentence has words of the other language, nor a place that was not filled."""
    reading = from_query(query, known, language="es")
    (line,) = (notice_line(notice, reading.state, known.evidence, translator("es")) for notice in reading.notices)
    assert "el enlace dice" in line
    assert "{" not in line
