"""What is said about a part of a link that was not read as it stands."""

import pytest

from geo.text import translator
from geo.view import LinkContext, Reason, notice_line, read_link
from geo.view.link.notices import _SENTENCES

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
        "d.9307=2024-11-04",
        "Days of 2024 APEC: the link says d.9307=2024-11-04, which cannot be read. Shown instead: 4–24 November 2024.",
    ),
    "days the other way round": (
        "d.9307=2024-11-24..2024-11-20",
        (
            "Days of 2024 APEC: the link says d.9307=2024-11-24..2024-11-20, which ends before it begins. "
            "Shown: 20–24 November 2024."
        ),
    ),
    "days outside the window": (
        "d.9307=2023-11-20..2023-11-24",
        (
            "Days of 2024 APEC: the link says d.9307=2023-11-20..2023-11-24, which lies outside the window of the act. "
            "Shown instead: 4–24 November 2024."
        ),
    ),
    "days without the last one": (
        "d.9307=2024-11-20..",
        "Days of 2024 APEC: the link says d.9307=2024-11-20.., which ends too early. Shown: 20–24 November 2024.",
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
    "map elsewhere": (
        "at=1,2,3",
        "Part of the map: the link says at=1,2,3, which lies outside Peru. Shown instead: all of Peru.",
    ),
    "questions": ("open=D-999", "Open questions: the link says open=D-999, which is not known here and is left out."),
    "search": (
        f"q={'x' * 201}",
        (f"Search of the table: the link says q={'x' * 40}…, which is too long. Its first 200 characters are used."),
    ),
    "cut off": (
        "v=1&auth=9307",
        (
            "The link was cut off. Missing, and shown as without a link: Days of 2024 APEC, Roles, Sources that count, "
            "Independent sources needed, View, Language and Version of the data."
        ),
    ),
    "short link": (
        "https://t.co/x",
        ("https://t.co/x is a short link, which does not say what it leads to. Open it, and copy the address of the page."),
    ),
    "no link": ("rubbish", "expected a link, http://…?…, or its query, key=value&…, found rubbish"),
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
def test_a_sentence_names_the_part_what_was_found_and_what_is_shown(known: LinkContext, query: str, said: str) -> None:
    """A reader who knows nothing of links is told what happened."""
    reading = read_link(query, known, "en")
    assert [notice_line(notice, reading.state, known, translator("en")) for notice in reading.notices] == [said]


@pytest.mark.parametrize("query", [query for query, _ in SAID.values()])
def test_it_is_said_in_spanish_too(known: LinkContext, query: str) -> None:
    """Every place of the sentence is filled, and nothing of the English one is left out."""
    reading = read_link(query, known, "es")
    (line,) = (notice_line(notice, reading.state, known, translator("es")) for notice in reading.notices)
    assert "{" not in line
    assert reading.notices[0].value.split(",")[0] in line or not reading.notices[0].key


def test_every_reason_has_its_sentence() -> None:
    """No notice is without words."""
    assert set(_SENTENCES) == set(Reason)
