"""The columns that several tables share."""

from dataclasses import replace
from datetime import date

import pytest

from geo.evidence import Evidence, Role, Topic, Window
from geo.export.frames import TABLES
from geo.export.frames.columns import ClaimRow
from tests.view.samples import context_of, evidence_of, naming, point, saying, source


def cells(row: ClaimRow) -> dict[str, object]:
    """Return the cells of a row of the claims, by column."""
    columns = next(table.columns for table in TABLES if table.name == "claims")
    return {column.name: column.value(row) for column in columns}


def row_of(evidence: Evidence, *, language: str = "en") -> ClaimRow:
    """Return the row of the first claim, with all claims as those alike."""
    claims = tuple(evidence.claims.values())
    return ClaimRow(context_of(evidence, language=language), claims[0], claims)


def test_a_naming_fills_its_columns_in_the_language_of_the_view() -> None:
    """Ids and codes are the same in every language; names and words are those of the view."""
    harbour = point("harbour", "PE-LIM", name="Harbour", name_es="Puerto", kind="city")
    evidence = evidence_of(naming("1", "harbour", role=Role.VENUE, phrase="at the harbour", paragraph=4), places=(harbour,))
    english, spanish = (cells(row_of(evidence, language=language)) for language in ("en", "es"))
    assert (english["place"], spanish["place"]) == ("Harbour", "Puerto")
    assert (english["role_name"], spanish["role_name"]) == ("Summit venue", "Sede de la cumbre")
    for name, value in {
        "authorisation_id": "M",
        "place_id": "harbour",
        "role": "venue",
        "unit": "PE-LIM",
        "unit_name": "Lima",
        "latitude": -12.0,
        "longitude": -77.0,
        "source_id": "T",
        "phrase": "at the harbour",
        "phrase_language": "en",
        "paragraph": 4,
    }.items():
        assert (english[name], spanish[name]) == (value, value), name


@pytest.mark.parametrize(
    ("window", "days"),
    [
        (None, (date(2031, 3, 1), date(2031, 3, 31), False)),
        (Window(date(2031, 3, 4), date(2031, 3, 5)), (date(2031, 3, 4), date(2031, 3, 5), True)),
    ],
    ids=["of the act", "its own"],
)
def test_days_are_those_of_the_claim_or_else_of_its_act(window: Window | None, days: tuple[date, date, bool]) -> None:
    """Both ends are included; a column says whose days they are."""
    found = cells(row_of(evidence_of(naming("1", "harbour", window=window))))
    assert (found["start"], found["end"], found["own_days"]) == days


def test_sources_that_rest_on_one_another_count_once() -> None:
    """All ids are listed, each once and sorted."""
    evidence = evidence_of(
        *(naming(str(number), "harbour", source_id=source_id) for number, source_id in enumerate("VTUT")),
        sources=(source("T"), source("U", "T"), source("V")),
    )
    row = row_of(evidence)
    assert (row.source_ids, row.independent_sources) == (("T", "U", "V"), 2)


def test_what_is_not_stated_is_empty() -> None:
    """A claim of the context names no place, role, act or day."""
    found = cells(row_of(evidence_of(saying("1", Topic.CONTEXT, "author", authorisation_id=""))))
    texts = (
        "authorisation",
        "authorisation_id",
        "place",
        "place_id",
        "kind",
        "unit",
        "role",
        "role_name",
        "phrase",
        "phrase_language",
    )
    assert {found[name] for name in texts} == {""}
    assert [found[name] for name in ("latitude", "longitude", "start", "end", "paragraph")] == [None] * 5


def test_questions_are_named_once() -> None:
    """The row has the ids of all questions that the claims alike answer."""
    row = row_of(evidence_of(*(naming(str(number), "harbour", disagreement_id=f"D-{number % 2}") for number in range(4))))
    assert row.disagreement_ids == ("D-0", "D-1")
    assert replace(row, alike=row.alike[:1]).disagreement_ids == ("D-0",)
