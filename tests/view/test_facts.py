"""What the sources say of each authorisation."""

from dataclasses import replace
from datetime import date

import pytest

from geo.evidence import Claim, Comparison, Disagreement, Evidence, Topic, Window
from geo.text import words_in
from geo.view import (
    ActFacts,
    Given,
    GivenValue,
    ItemTable,
    Matter,
    VoteResult,
    build_facts,
    claims_elsewhere,
    most_votes,
    select,
    start_state,
    value_text,
)
from tests.view.samples import evidence_of, naming, saying, source

WORDS = words_in("en")
SOURCES = (source("A"), source("B", "A"), source("C"))
QUESTION = Disagreement("D-1", "How many?", "¿Cuántos?", "", "")


def facts(*claims: Claim, **fields: object) -> tuple[ActFacts, ...]:
    """Return the facts of made-up evidence with the claims."""
    evidence = replace(evidence_of(*claims, sources=SOURCES), disagreements={"D-1": QUESTION})
    state = replace(start_state(evidence, "en"), **fields)
    return build_facts(evidence, select(evidence, state), state.authorisations, WORDS)


def vote(claim_id: str, name: str, value: str, source_id: str = "A", **fields: object) -> Claim:
    """Make a claim that counts votes."""
    given = {"source_id": source_id, "value": value, "value_type": "integer", "unit": "votes", **fields}
    return saying(claim_id, Topic.VOTE, name, **given)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        pytest.param({"value": "1600", "value_type": "integer", "unit": "persons"}, "1,600 persons", id="counted"),
        pytest.param({"value": "1", "value_type": "integer", "unit": "months"}, "1 month", id="one"),
        pytest.param(
            {"value": "600", "value_type": "integer", "unit": "persons", "comparison": Comparison.MORE_THAN},
            "more than 600 persons",
            id="compared",
        ),
        pytest.param({"value": "7", "value_type": "integer", "unit": "rafts"}, "7 rafts", id="unknown unit"),
        pytest.param({"value": "2.5", "value_type": "number", "unit": "months"}, "2.5 months", id="fraction"),
        pytest.param({"value": "4766", "value_type": "integer"}, "4766", id="no unit"),
        pytest.param({"value": "yes", "value_type": "boolean"}, "yes", id="truth"),
        pytest.param({"value": "2031-03-02", "value_type": "date"}, "2 March 2031", id="day"),
        pytest.param({"value": "2031-03", "value_type": "date"}, "2031-03", id="month"),
        pytest.param({"value": "not disclosed", "value_type": "text"}, "not disclosed", id="text"),
        pytest.param({}, "not stated", id="nothing"),
        pytest.param(
            {"window": Window(date(2031, 3, 1), date(2031, 3, 9))}, "1–9 March 2031 (9 days)", id="days, both ends counted"
        ),
    ],
)
def test_a_value_is_written_as_it_is_given(fields: dict[str, object], text: str) -> None:
    """With its comparison, its unit and its days."""
    assert value_text(saying("1", Topic.PERSONNEL, "number", **fields), WORDS) == text


def test_values_beside_one_another() -> None:
    """Values that the very same sources give stand together; copies count once; nothing is averaged."""
    several = (
        saying("1", Topic.PERSONNEL, "number", source_id="C", value="600", value_type="integer", unit="persons"),
        saying("2", Topic.PERSONNEL, "number", source_id="A", value="unclear", value_type="text", disagreement_id="D-1"),
        saying("3", Topic.PERSONNEL, "number", source_id="B", value="unclear", value_type="text"),
        saying("4", Topic.PERSONNEL, "number", source_id="C", value="secret", value_type="text"),
    )
    act = facts(*several)[0]
    assert act.topics[Topic.PERSONNEL] == (
        Matter(
            attribute="number",
            label="number",
            answers=(
                Given(
                    (("C",),),
                    (
                        GivenValue("600 persons", counted=True, claims=(several[0],)),
                        GivenValue("secret", counted=False, claims=(several[3],)),
                    ),
                ),
                Given((("A", "B"),), (GivenValue("unclear", counted=False, claims=several[1:3]),)),
            ),
            sources=3,
            independent=2,
            disagreements=(QUESTION,),
        ),
    )


def test_votes() -> None:
    """One result for all who give it; what a source leaves out is None, and the line needs both sides."""
    same = [
        vote(f"{key}-{name}", name, count, key)
        for key in ("A", "C")
        for name, count in (("for", "60"), ("against", "20"), ("abstentions", "5"))
    ]
    other = vote("B", "for", "61", "B", disagreement_id="D-1")
    act = facts(*same, other)[0]
    assert act.votes == (
        VoteResult(60, 20, 5, (("A",), ("C",)), tuple(same)),
        VoteResult(61, None, None, (("B",),), (other,)),
    )
    assert [(result.counted, result.even) for result in act.votes] == [(85, 40.0), (61, None)]
    assert (act.vote_disagreements, act.topics[Topic.VOTE], most_votes([act])) == ((QUESTION,), (), 85)


def test_two_votes_in_one_source_are_two_results() -> None:
    """The first counts of each kind belong together, then the second."""
    claims = (vote("1", "for", "50"), vote("2", "against", "40"), vote("3", "for", "55"), vote("4", "against", "41"))
    found = facts(*claims)[0].votes
    assert [(result.in_favour, result.against) for result in found] == [(50, 40), (55, 41)]


def test_votes_that_cannot_be_drawn_are_values() -> None:
    """A word, or a count that is only bounded, is a value like any other."""
    claims = (
        vote("1", "for", "a majority", value_type="text"),
        vote("2", "against", "20", comparison=Comparison.ABOUT),
    )
    act = facts(*claims)[0]
    texts = [value.text for matter in act.topics[Topic.VOTE] for given in matter.answers for value in given.values]
    assert (act.votes, texts, most_votes([act])) == ((), ["a majority", "about 20 votes"], 0)


def test_items_are_never_merged() -> None:
    """Each item has its row, each source its column, and an empty cell is what is not stated."""
    trucks = saying("1", Topic.EQUIPMENT, "trucks", source_id="C", value="7", value_type="integer", unit="vehicles")
    tankers = saying("2", Topic.EQUIPMENT, "tankers", source_id="A", value="7", value_type="integer", unit="tankers")
    act = facts(trucks, tankers)[0]
    assert act.items == ItemTable(
        ("A", "C"),
        (
            ("trucks", ((), (GivenValue("7 vehicles", counted=True, claims=(trucks,)),))),
            ("tankers", ((GivenValue("7 tankers", counted=True, claims=(tankers,)),), ())),
        ),
        (),
    )
    assert act.topics[Topic.EQUIPMENT] == ()


def test_facts_follow_the_filters() -> None:
    """An act that is off has none, and neither has a day outside the chosen ones."""
    early = Window(date(2031, 3, 1), date(2031, 3, 2))
    claim = saying("1", Topic.COST, "bearer", source_id="A", value="them", value_type="text", window=early)
    late = Window(date(2031, 3, 20), date(2031, 3, 31))
    shown = facts(claim, authorisations=("M",))
    hidden = facts(claim, authorisations=("M",), ranges=(("M", late), ("Y", late)))
    assert [act.authorisation_id for act in shown] == ["M"]
    assert (len(shown[0].topics[Topic.COST]), hidden[0].topics[Topic.COST]) == (1, ())
    assert facts(claim, authorisations=()) == ()


def test_claims_elsewhere() -> None:
    """Places, actors and whatever is under no act are not among the facts."""
    claims = (
        saying("1", Topic.COST, "bearer", value="them", value_type="text"),
        saying("2", Topic.VOTE, "for", value="7", value_type="integer", unit="votes", authorisation_id=""),
        naming("3", "north"),
    )
    evidence = evidence_of(*claims, sources=(*SOURCES, source("T")))
    assert claims_elsewhere(select(evidence, start_state(evidence, "en"))) == 2


def test_every_fact_is_shown_once(evidence: Evidence) -> None:
    """In the data as committed, facts and claims elsewhere make up all that is shown."""
    state = start_state(evidence, "en")
    selection = select(evidence, state)
    shown: list[Claim] = []
    for act in build_facts(evidence, selection, state.authorisations, WORDS):
        shown += [claim for result in act.votes for claim in result.claims]
        cells = [cell for _, row in act.items.items for cell in row] if act.items else []
        given = [found for matters in act.topics.values() for matter in matters for found in matter.answers]
        shown += [
            claim for values in (*cells, *(found.values for found in given)) for value in values for claim in value.claims
        ]
    assert len(shown) == len({claim.claim_id for claim in shown}) > 200
    assert len(shown) + claims_elsewhere(selection) == len(selection.claims)
