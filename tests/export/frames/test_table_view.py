"""The rows of the table view, and the search among them."""

from dataclasses import replace

import pytest

from geo.evidence import Attribute, Certainty, Comparison, Disagreement, Evidence, Role, Topic
from geo.export.frames.claims import claims_frame
from geo.export.frames.columns import ClaimRow
from geo.export.frames.facts import facts_frame
from geo.export.frames.table_view import HEADINGS, cell_text, search_rows, sort_rows, table_rows
from tests.view.samples import context_of, evidence_of, naming, point, saying


def rows(evidence: Evidence, language: str = "en") -> tuple[ClaimRow, ...]:
    """Return a row for every claim that a view with all roles lists."""
    return table_rows(context_of(evidence, language=language, roles=tuple(Role)))


def test_a_claim_in_words() -> None:
    """Every cell is in words of the view's language, also where the files have ids."""
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
        disagreement_id="D-1",
    )
    evidence = replace(
        evidence_of(claim, places=(point("harbour", "PE-LIM", name="Harbour", name_es="Puerto"),)),
        attributes={"number": Attribute("number", "How many", "Cuántos")},
        disagreements={"D-1": Disagreement("D-1", "?", "¿?", "", "")},
    )
    (row,), (spanish,) = rows(evidence), rows(evidence, "es")
    assert [cell_text(row, name) for name in HEADINGS] == [
        "Harbour",
        "Summit venue",
        "M",
        "Source T",
        "attributed",
        "It is said.",
    ]
    others = ("attribute_name", "value_text", "attributed_to", "disagreement_ids")
    assert [cell_text(row, name) for name in others] == ["How many", "more than 1,200 persons", "a minister", "D-1"]
    in_spanish = [cell_text(spanish, name) for name in ("place", "statement", "attribute_name", "attributed_to")]
    assert in_spanish == ["Puerto", "Se dice.", "Cuántos", "un ministro"]


def test_what_is_not_stated_is_empty() -> None:
    """A claim of the context has no act, place or role; nothing is made up for it."""
    (row,) = rows(evidence_of(saying("1", Topic.CONTEXT, "author", authorisation_id="")))
    assert [cell_text(row, name) for name in ("act", "authorisation", "place", "role_name", "phrase", "paragraph")] == [
        "Context",
        "",
        "",
        "",
        "",
        "",
    ]
    assert row.window is None


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
    assert sorted(row.claim.claim_id for row in search_rows(rows(SEARCHED), query)) == ids


def test_sorted_rows_without_a_value_come_last() -> None:
    """The order of equal rows stays; a column that the page does not have sorts nothing."""
    found = rows(
        evidence_of(naming("1", "north"), naming("2", "harbour"), saying("3", Topic.COST, "cost"), naming("4", "harbour"))
    )
    ids = [row.claim.claim_id for row in sort_rows(found, "place")]
    assert (ids.index("2") < ids.index("4") < ids.index("1"), ids[-1]) == (True, "3")
    assert sort_rows(found, "") == sort_rows(found, "latitude") == found


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_rows_are_those_of_the_files(evidence: Evidence, language: str) -> None:
    """Every claim of the data has a row, in the order of the two tables, with a cell in the columns that cannot be empty."""
    context = context_of(evidence, language=language, roles=tuple(Role))
    found = table_rows(context)
    assert [row.claim.claim_id for row in found] == [*claims_frame(context)["claim_id"], *facts_frame(context)["claim_id"]]
    assert {row.claim.claim_id for row in found} == set(evidence.claims)
    filled = ("act", "source", "certainty_name", "statement", "topic_name")
    assert [row for row in found for name in filled if not cell_text(row, name)] == []
