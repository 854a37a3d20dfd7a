"""The claims as rows, and the search among them."""

from dataclasses import replace
from datetime import date

import pytest

from geo.evidence import Attribute, Certainty, Comparison, Disagreement, Evidence, Role, Topic, Window
from geo.view import ClaimRow, build_rows, search_rows
from geo.view.labels import TOPIC_LABELS
from tests.view.samples import context_of, evidence_of, naming, point, saying


def rows(evidence: Evidence, language: str = "en") -> tuple[ClaimRow, ...]:
    """Return a row for every claim that a view with all roles lists."""
    return build_rows(context_of(evidence, language=language, roles=tuple(Role)))


def test_a_claim_in_words() -> None:
    """Every column is in words; days that the claim does not have are those of its act."""
    claim = saying(
        "1",
        Topic.PERSONNEL,
        "number",
        value="1200",
        value_type="integer",
        comparison=Comparison.MORE_THAN,
        unit="persons",
        place_id="harbour",
        role=Role.VENUE,
        certainty=Certainty.ATTRIBUTED,
        attributed_to="a minister",
        attributed_to_es="un ministro",
        paragraph=4,
        phrase="more than twelve hundred",
        disagreement_id="D-1",
    )
    evidence = replace(
        evidence_of(claim, places=(point("harbour", "PE-LIM", name="Harbour", name_es="Puerto"),)),
        attributes={"number": Attribute("number", "How many", "Cuántos")},
        disagreements={"D-1": Disagreement("D-1", "?", "¿?", "", "")},
    )
    assert rows(evidence) == (
        ClaimRow(
            claim_id="1",
            authorisation="M",
            topic="Personnel",
            attribute="How many",
            place="Harbour",
            role="Summit venue",
            value="more than 1,200 persons",
            start=date(2031, 3, 1),
            end=date(2031, 3, 31),
            statement="It is said.",
            certainty="attributed",
            attributed_to="a minister",
            source="T Source T",
            paragraph=4,
            phrase="more than twelve hundred",
            disagreement="D-1",
            place_id="harbour",
        ),
    )
    (spanish,) = rows(evidence, "es")
    assert (spanish.place, spanish.statement, spanish.attributed_to) == ("Puerto", "Se dice.", "un ministro")


def test_what_is_not_stated_is_empty() -> None:
    """A bare piece of context has no act, place, value or days; nothing is made up for it."""
    (row,) = rows(evidence_of(saying("1", Topic.CONTEXT, "author", authorisation_id="")))
    assert (row.authorisation, row.place, row.role, row.value, row.start, row.end) == ("Context", "", "", "", None, None)
    assert (row.paragraph, row.phrase, row.disagreement, row.place_id) == (None, "", "", "")


def test_days_of_its_own() -> None:
    """A claim with a window of its own has those days, and its value is the span."""
    window = Window(date(2031, 3, 4), date(2031, 3, 5))
    (row,) = rows(evidence_of(saying("1", Topic.WINDOW, "window", window=window)))
    assert (row.start, row.end, row.value) == (window.start, window.end, "4–5 March 2031 (2 days)")


SEARCHED = evidence_of(
    naming("1", "harbour", statement_en="Said of Huánuco.", phrase="tanqueros"),
    naming("2", "north", statement_en="Said of Cusco, <b>bold</b>."),
)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["1", "2"]),
        ("   ", ["1", "2"]),
        ("<>", ["1", "2"]),
        ("huanuco", ["1"]),
        ("HUÁNUCO tanq", ["1"]),
        ("tanqueros north", []),
        ("authorised presence", ["1", "2"]),
        ("north", ["2"]),
        ("<bold>", ["2"]),
        ("nothing of it", []),
    ],
)
def test_search_is_in_every_column(query: str, ids: list[str]) -> None:
    """Each word must occur somewhere in the row; accents and case do not count."""
    assert [row.claim_id for row in search_rows(rows(SEARCHED), query)] == ids


def test_every_claim_of_the_data_has_a_row(evidence: Evidence) -> None:
    """All are there, those that name a place first, else in their order, in both languages, with a label for every topic."""
    ordered = sorted(evidence.claims, key=lambda claim_id: not evidence.claims[claim_id].place_id)
    for language in ("en", "es"):
        found = rows(evidence, language)
        assert [row.claim_id for row in found] == ordered
        assert all(row.statement and row.source and row.topic for row in found)
    assert set(TOPIC_LABELS) == set(Topic)
