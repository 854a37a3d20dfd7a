"""What the sources say of each authorisation."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from geo.evidence import Certainty, Claim, Comparison, Disagreement, Evidence, Topic, Window
from geo.text import translator
from geo.view import (
    AttributeValues,
    FactRow,
    FactSheet,
    GivenValue,
    Item,
    ItemTable,
    VoteResult,
    build_facts,
    claims_elsewhere,
    most_votes,
    select,
    start_state,
)
from tests.view.samples import context_of, evidence_of, naming, saying, source

WORDS = translator("en")
SOURCES = (source("A"), source("B", "A"), source("C"))
QUESTION = Disagreement("D-1", "How many?", "¿Cuántos?", "", "")


def facts(*claims: Claim, **fields: object) -> FactSheet:
    """Return the facts of made-up evidence with the claims."""
    evidence = replace(evidence_of(*claims, sources=SOURCES), disagreements={"D-1": QUESTION})
    state = replace(start_state(evidence, "en"), **fields)
    return build_facts(context_of(evidence, state))


def labels(rows: Iterable[FactRow]) -> list[str]:
    """Return the labels of rows."""
    return [row.label for row in rows]


def vote(claim_id: str, name: str, value: str, source_id: str = "A", **fields: object) -> Claim:
    """Make a claim that counts votes."""
    given = {"source_id": source_id, "value": value, "value_type": "integer", "unit": "votes", **fields}
    return saying(claim_id, Topic.VOTE, name, **given)


def test_values_beside_one_another() -> None:
    """Numbers come first, copies count once, and nothing is averaged."""
    several = (
        saying("1", Topic.PERSONNEL, "number", source_id="A", value="unclear", value_type="text", disagreement_id="D-1"),
        saying("2", Topic.PERSONNEL, "number", source_id="B", value="unclear", value_type="text"),
        saying("3", Topic.PERSONNEL, "number", source_id="C", value="600", value_type="integer", unit="persons"),
    )
    matter = AttributeValues(
        attribute="number",
        label="number",
        values=(
            GivenValue("600 persons", counted=True, claims=several[2:], voices=(("C",),)),
            GivenValue("unclear", counted=False, claims=several[:2], voices=(("A", "B"),)),
        ),
        sources=3,
        disagreements=(QUESTION,),
    )
    assert facts(*several).stated == {Topic.PERSONNEL: (FactRow("number", {"M": matter}),)}


def test_rows_that_can_be_compared_come_first() -> None:
    """Numbers, then what several acts or several sources speak of; a single word of a single source comes last."""
    word = {"value": "so", "value_type": "text"}
    alone = {"source_id": "A", **word}
    claims = (
        saying("1", Topic.COST, "lone", **alone),
        saying("2", Topic.COST, "two sources", source_id="A", **word),
        saying("3", Topic.COST, "two sources", source_id="C", **word),
        saying("4", Topic.COST, "two acts", **alone),
        saying("5", Topic.COST, "two acts", authorisation_id="Y", **alone),
        saying("6", Topic.COST, "counted", source_id="A", value="7", value_type="integer"),
    )
    rows = facts(*claims).stated[Topic.COST]
    assert [(row.label, row.leading, row.counted, list(row.cells), row.claims) for row in rows] == [
        ("counted", True, True, ["M"], 1),
        ("two sources", True, False, ["M"], 2),
        ("two acts", True, False, ["M", "Y"], 2),
        ("lone", False, False, ["M"], 1),
    ]


def test_strands() -> None:
    """Words credited to others and opinions stand apart; a number stays with the numbers, whoever is credited with it."""
    words = {"source_id": "A", "value": "so", "value_type": "text"}
    credited = {"certainty": Certainty.ATTRIBUTED, "attributed_to": "them"}
    sheet = facts(
        saying("1", Topic.PURPOSE, "said", **words),
        saying("2", Topic.PURPOSE, "guessed", **words, certainty=Certainty.ESTIMATE),
        saying("3", Topic.PURPOSE, "credited", **words, **credited),
        saying("4", Topic.PURPOSE, "counted", source_id="A", value="7", value_type="integer", **credited),
        saying("5", Topic.PURPOSE, "held", **words, certainty=Certainty.OPINION),
    )
    found = [
        [(topic, labels(rows)) for topic, rows in strand.items()] for strand in (sheet.stated, sheet.credited, sheet.opinions)
    ]
    assert found == [
        [(Topic.PURPOSE, ["counted", "said", "guessed"])],
        [(Topic.PURPOSE, ["credited"])],
        [(Topic.PURPOSE, ["held"])],
    ]


def test_positions() -> None:
    """Attributes of both sides come first on both, and opinions after what is credited to others."""
    words = {"source_id": "A", "value": "so", "value_type": "text"}
    credited = {"certainty": Certainty.ATTRIBUTED, "attributed_to": "them", **words}
    held = facts(
        saying("1", Topic.ASSURANCE, "no base", **credited),
        saying("2", Topic.ASSURANCE, "sovereignty", **credited),
        saying("3", Topic.OBJECTION, "sovereignty", certainty=Certainty.OPINION, **words),
        saying("4", Topic.OBJECTION, "debate", **credited),
        saying("5", Topic.OBJECTION, "sovereignty", **credited),
    ).positions["M"]
    assert [matter.label for matter in held.assurances] == ["sovereignty", "no base"]
    assert [(matter.label, matter.values[0].claims[0].claim_id) for matter in held.objections] == [
        ("sovereignty", "5"),
        ("debate", "4"),
        ("sovereignty", "3"),
    ]


def test_votes() -> None:
    """One result for all who give it; what a source leaves out is None, and the line needs both sides."""
    same = [
        vote(f"{key}-{name}", name, count, key)
        for key in ("A", "C")
        for name, count in (("for", "60"), ("against", "20"), ("abstentions", "5"))
    ]
    other = vote("B", "for", "61", "B", disagreement_id="D-1")
    sheet = facts(*same, other)
    assert sheet.votes == {
        "M": (
            VoteResult(60, 20, 5, (("A",), ("C",)), tuple(same)),
            VoteResult(61, None, None, (("B",),), (other,)),
        ),
        "Y": (),
    }
    assert [(result.counted, result.even) for result in sheet.votes["M"]] == [(85, 40.0), (61, None)]
    assert (sheet.vote_disagreements, sheet.stated, most_votes(sheet.votes)) == ((QUESTION,), {}, 85)


def test_two_votes_in_one_source_are_two_results() -> None:
    """The first counts of each kind belong together, then the second."""
    claims = (vote("1", "for", "50"), vote("2", "against", "40"), vote("3", "for", "55"), vote("4", "against", "41"))
    found = facts(*claims).votes["M"]
    assert [(result.in_favour, result.against) for result in found] == [(50, 40), (55, 41)]


def test_votes_that_cannot_be_drawn_are_values() -> None:
    """A word, or a count that is only bounded, is a value like any other."""
    sheet = facts(vote("1", "for", "a majority", value_type="text"), vote("2", "against", "20", comparison=Comparison.ABOUT))
    texts = [value.text for row in sheet.stated[Topic.VOTE] for value in row.cells["M"].values]
    assert (sheet.votes["M"], texts, most_votes(sheet.votes)) == ((), ["about 20 votes", "a majority"], 0)


def test_items_are_never_merged() -> None:
    """Each item has its row, each source its column, an empty cell is what is not stated, and the counts are numbers alone."""
    trucks = saying("1", Topic.EQUIPMENT, "trucks", source_id="C", value="7", value_type="integer", unit="vehicles")
    more = saying("2", Topic.EQUIPMENT, "trucks", source_id="A", value="10", value_type="integer", unit="vehicles")
    tankers = saying("3", Topic.EQUIPMENT, "tankers", source_id="A", value="some", value_type="text")
    sheet = facts(trucks, more, tankers)
    assert sheet.items == {
        "M": ItemTable(
            ("A", "C"),
            (
                Item(
                    "trucks",
                    (
                        (GivenValue("10 vehicles", counted=True, claims=(more,), voices=(("A",),)),),
                        (GivenValue("7 vehicles", counted=True, claims=(trucks,), voices=(("C",),)),),
                    ),
                    (7, 10),
                ),
                Item("tankers", ((GivenValue("some", counted=False, claims=(tankers,), voices=(("A",),)),), ()), ()),
            ),
            (),
        )
    }
    assert Topic.EQUIPMENT not in sheet.stated


def test_facts_follow_the_filters() -> None:
    """An act that is off has none, and neither has a day outside the chosen ones."""
    early = Window(date(2031, 3, 1), date(2031, 3, 2))
    claim = saying("1", Topic.COST, "bearer", source_id="A", value="them", value_type="text", window=early)
    late = Window(date(2031, 3, 20), date(2031, 3, 31))
    shown = facts(claim, authorisations=("M",))
    hidden = facts(claim, authorisations=("M",), ranges=(("M", late), ("Y", late)))
    assert (shown.acts, list(shown.stated), hidden.stated) == (("M",), [Topic.COST], {})
    assert facts(claim, authorisations=()).acts == ()


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
    sheet = build_facts(context_of(evidence, state))
    matters = [
        matter
        for strand in (sheet.stated, sheet.credited, sheet.opinions)
        for rows in strand.values()
        for row in rows
        for matter in row.cells.values()
    ]
    matters += [matter for held in sheet.positions.values() for matter in (*held.assurances, *held.objections)]
    cells = [cell for table in sheet.items.values() for item in table.items for cell in item.cells]
    given = [value for values in (*cells, *(matter.values for matter in matters)) for value in values]
    shown = [claim for value in given for claim in value.claims]
    shown += [claim for results in sheet.votes.values() for result in results for claim in result.claims]
    assert len(shown) == len({claim.claim_id for claim in shown}) > 200
    assert len(shown) + claims_elsewhere(selection) == len(selection.claims)


def test_no_claim_is_compared_with_every_other(evidence: Evidence, monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims are told apart by what they are, once each: with 4,000 facts a comparison of each with each took seconds."""

    def refuse(*_: object) -> bool:
        raise AssertionError

    context = context_of(evidence)
    monkeypatch.setattr(Claim, "__eq__", refuse)
    assert build_facts(context).stated
