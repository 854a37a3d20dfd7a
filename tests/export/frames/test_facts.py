"""The facts without a place: with the claims on places they are all that a view shows."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.frames.claims import CLAIMS, claims_frame
from geo.export.frames.facts import FACTS, facts_frame
from geo.view import LinkContext, ViewContext, make_context
from tests.export.file_samples import NAMES, picked, subject_of
from tests.view.samples import states


def rows_of(subject: ViewContext, *names: str) -> list[tuple[object, ...]]:
    """Return the cells of some columns, row by row."""
    return picked(facts_frame(subject), *names)


@given(st.data())
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_claims_and_facts_are_all_that_is_shown(
    evidence: Evidence, atlas: Atlas, known: LinkContext, data: st.DataObject
) -> None:
    """No shown claim is in both tables, and what is in neither names a place that the filters leave out."""
    subject = make_context(evidence, atlas, data.draw(states(known)))
    facts, placed = (list(build(subject)["claim_id"]) for build in (facts_frame, claims_frame))
    assert len({*facts, *placed}) == len(facts) + len(placed)
    left_out = [claim for claim in subject.selection.claims if claim.claim_id not in {*facts, *placed}]
    assert [claim.claim_id for claim in left_out if not claim.place_id or claim.role is None] == []
    assert {key for key in facts if key not in {claim.claim_id for claim in subject.selection.claims}} == set()


def test_with_every_role_nothing_is_missing(evidence: Evidence, atlas: Atlas) -> None:
    """With all roles on, the two tables hold every claim of the data."""
    subject = subject_of(evidence, atlas, "all roles")
    assert sorted((*facts_frame(subject)["claim_id"], *claims_frame(subject)["claim_id"])) == sorted(evidence.claims)


def test_who_counts_the_votes(evidence: Evidence, atlas: Atlas) -> None:
    """The question of an analyst: each count as a number, with all sources that give it."""
    names = ("authorisation_id", "topic", "attribute", "number", "value_text", "source_ids")
    found = {row[2]: row[3:] for row in rows_of(subject_of(evidence, atlas, "start"), *names) if row[:2] == ("31758", "vote")}
    given = [c for c in evidence.claims.values() if (c.authorisation_id, c.attribute) == ("31758", "for")]
    assert {claim.value for claim in given} == {"70"}
    assert found["for"] == (70.0, "70 votes", tuple(sorted(claim.source_id for claim in given)))


@pytest.mark.parametrize("name", NAMES)
def test_sources_that_give_the_same_value_are_named_together(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """``source_ids`` holds the source of the row, and each of its sources has a row with the same words for the value."""
    rows = rows_of(subject_of(evidence, atlas, name), "source_id", "source_ids", "topic", "attribute", "value_text")
    said = {(row[0], *row[2:]) for row in rows}
    assert rows
    for source_id, source_ids, *value in rows:
        assert source_id in source_ids
        assert [key for key in source_ids if (key, *value) not in said] == []


def test_rows_stand_in_the_order_of_the_page(three_acts: Evidence, atlas: Atlas) -> None:
    """Authorisations as in the data, context last; within each, one topic after the other, votes first."""
    rows = rows_of(subject_of(three_acts, atlas, "start"), "authorisation_id", "topic", "attribute")
    blocks = list(dict.fromkeys(rows))
    assert [row for number, row in enumerate(rows) if number and row != rows[number - 1]] == blocks[1:]
    acts = list(dict.fromkeys(row[0] for row in rows))
    assert acts == [key for key in (*three_acts.authorisations, None) if key in acts]
    assert blocks[0][1] == "vote"


def test_the_words_are_in_the_language_of_the_view(evidence: Evidence, atlas: Atlas) -> None:
    """Topic, attribute and value are Spanish in a Spanish view; the bare value stays that of the data."""
    rows = rows_of(subject_of(evidence, atlas, "Spanish"), "claim_id", "topic_name", "attribute_name", "value", "value_text")
    found = {row[0]: row[1:] for row in rows}
    assert found["A23-09"] == ("Votación", evidence.attributes["for"].label_es, "70", "70 votos")
    assert {key: row[2] for key, row in found.items()} == {key: evidence.claims[str(key)].value or None for key in found}


def test_a_column_means_the_same_in_both_tables() -> None:
    """What claims and facts both have is the same column, so that one table can be put under the other."""
    claims, facts = ({item.name: (item.kind, item.about) for item in columns} for columns in (CLAIMS, FACTS))
    assert {name for name in facts if name in claims and facts[name] != claims[name]} == set()
    assert {"authorisation_id", "place_id", "unit", "start", "end", "source_ids", "claim_id"} <= claims.keys() & facts.keys()
    assert len(facts) == len(FACTS)


def test_a_place_without_a_role_is_a_fact(evidence: Evidence, atlas: Atlas) -> None:
    """A claim that names a place but in no role is in this table, with its place; no chosen role takes it away."""
    without = {claim.claim_id: claim.place_id for claim in evidence.claims.values() if claim.place_id and claim.role is None}
    assert without
    for name in ("start", "all roles"):
        rows = dict(rows_of(subject_of(evidence, atlas, name), "claim_id", "place_id"))
        assert {key: place for key, place in rows.items() if place} == without
