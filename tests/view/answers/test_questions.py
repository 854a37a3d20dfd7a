"""What the sources say, as questions with the acts side by side."""

from dataclasses import replace

import pytest

from geo.evidence import Basis, Certainty, Disagreement, Evidence, Role, Topic
from geo.view import BasisFilter, Question, build_questions, build_sections
from geo.view.answers.questions import is_told
from tests.view.samples import context_of, evidence_of, naming, saying, source

SOURCES = (source("A"), source("B"), source("C", basis=Basis.CORROBORATION))


def personnel(claim_id: str, value: str, source_id: str, **fields: object) -> object:
    """Make a claim on the number of personnel."""
    kind = "integer" if value.isdigit() else "text"
    given = {"value": value, "value_type": kind, "unit": "persons" if value.isdigit() else "", "source_id": source_id}
    return saying(claim_id, Topic.PERSONNEL, "number", **given, **fields)


def disputed(evidence: Evidence) -> Evidence:
    """Add the disagreement that the claims name."""
    return replace(evidence, disagreements={"D-1": Disagreement("D-1", "How many?", "¿Cuántos?", "Nobody counts.", "")})


def only(evidence: Evidence, **fields: object) -> Question:
    """Return the one question of evidence."""
    (question,) = build_questions(context_of(evidence, **fields))
    return question


def test_acts_stand_side_by_side_with_those_who_give_each_answer() -> None:
    """Equal values are one answer; the one of the most independent sources comes first."""
    claims = (personnel("1", "700", "B"), personnel("2", "600", "A"), personnel("3", "600", "C"))
    evidence = evidence_of(*claims, personnel("4", "9", "A", authorisation_id="Y"), sources=SOURCES)
    cells = only(evidence).cells
    assert {act_id: [(answer.text, answer.source_groups) for answer in answers] for act_id, answers in cells.items()} == {
        "M": [("600 persons", (("A",), ("C",))), ("700 persons", (("B",),))],
        "Y": [("9 persons", (("A",),))],
    }


def test_words_in_place_of_a_number_come_last_and_are_marked() -> None:
    """Undisclosed is no number, where another source gives one."""
    evidence = evidence_of(personnel("1", "undisclosed", "A"), personnel("2", "700", "B"), sources=SOURCES)
    answers = only(evidence).cells["M"]
    assert [(answer.text, answer.is_number_missing) for answer in answers] == [("700 persons", False), ("undisclosed", True)]


def test_attributes_of_one_disagreement_are_one_question() -> None:
    """Each answer then says of which attribute it is."""
    first = saying("1", Topic.NUMBER, "bill", value="4766", value_type="text", disagreement_id="D-1")
    second = saying("2", Topic.NUMBER, "resolution", value="31758", value_type="text", disagreement_id="D-1")
    question = only(disputed(evidence_of(first, second)))
    assert (question.question_id, question.label) == ("D-1", "bill / resolution")
    assert [answer.text for answer in question.cells["M"]] == ["bill: 4766", "resolution: 31758"]


@pytest.mark.parametrize(
    ("label", "text", "topic", "told"),
    [
        ("Aircraft", "2 aircraft", "Equipment", True),
        ("Number of personnel", "700 persons", "Personnel", True),
        ("Special forces", "25 persons", "Personnel", False),
        ("Number of the bill", "9307", "Numbers of the act", False),
    ],
)
def test_an_answer_names_its_attribute_only_where_that_tells_something(
    label: str, text: str, topic: str, *, told: bool
) -> None:
    """The room of a row is for the value and who gives it."""
    assert is_told(label, text, topic) is told


@pytest.mark.parametrize(("basis", "differs"), [(BasisFilter.ALL, True), (BasisFilter.TEXTS, False)])
def test_sources_differ_only_while_two_answers_are_shown(basis: BasisFilter, *, differs: bool) -> None:
    """With the texts alone one answer is left, and nothing differs."""
    claims = (personnel("1", "600", "A", disagreement_id="D-1"), personnel("2", "700", "C", disagreement_id="D-1"))
    assert only(disputed(evidence_of(*claims, sources=SOURCES)), basis=basis).differs is differs


def test_places_are_answered_as_lists() -> None:
    """Sources with the same list share an answer, counted, with the places behind it."""
    evidence = evidence_of(
        naming("1", "north", source_id="A"),
        naming("2", "harbour", source_id="A"),
        naming("3", "north", source_id="B", role=Role.VENUE),
        sources=SOURCES,
    )
    answers = only(evidence).cells["M"]
    assert [(answer.text, [place.place_id for place in answer.places]) for answer in answers] == [
        ("Authorised presence: 2 places", ["north", "harbour"]),
        ("Summit venue: 1 place", ["north"]),
    ]


def test_from_whom_an_answer_comes_is_said_where_no_source_states_it() -> None:
    """A source that states the same takes the credit away."""
    credited = personnel("1", "700", "A", certainty=Certainty.ESTIMATE, attributed_to="a minister")
    stated = personnel("2", "700", "B")
    (alone,) = only(evidence_of(credited, sources=SOURCES)).cells["M"]
    (both,) = only(evidence_of(credited, stated, sources=SOURCES)).cells["M"]
    assert (alone.credit, both.credit) == ("estimate by a minister", "")


def test_every_shown_claim_is_in_one_question(evidence: Evidence) -> None:
    """Nothing is dropped and nothing said twice, in any of the sections either."""
    context = context_of(evidence)
    wanted = sorted(claim.claim_id for claim in context.selection.claims)
    assert sorted(claim.claim_id for question in build_questions(context) for claim in question.claims) == wanted
    sections = build_sections(context)
    in_sections = (question for section in sections for question in (*section.leading, *section.rest))
    assert sorted(claim.claim_id for question in in_sections for claim in question.claims) == wanted


def test_a_question_that_a_shown_act_leaves_open_is_folded(evidence: Evidence) -> None:
    """Side by side there would be a hole; the context is folded too, unless it alone is asked for."""
    context = context_of(evidence)
    sections = build_sections(context)
    assert all({"31758", "9307"} <= question.cells.keys() for section in sections for question in section.leading)
    assert all(not section.leading for section in sections if section.topic is Topic.CONTEXT)
    assert not any(section.rest for section in build_sections(context, act_id=""))


def test_the_filters_of_the_view(evidence: Evidence) -> None:
    """Only those on which sources differ, without a fold; or only those of one act, or of the context."""
    context = context_of(evidence)
    differing = build_sections(context, differing=True)
    assert all(question.differs for section in differing for question in section.leading)
    assert not any(section.rest for section in differing)
    for act_id in ("9307", ""):
        sections = build_sections(context, act_id=act_id)
        assert all(act_id in question.cells for section in sections for question in (*section.leading, *section.rest))


def test_each_recorded_disagreement_has_a_row(evidence: Evidence) -> None:
    """A link to it arrives."""
    ids = {question.question_id for question in build_questions(context_of(evidence))}
    named = {each.disagreement_id for question in build_questions(context_of(evidence)) for each in question.disagreements}
    assert set(evidence.disagreements) <= ids | named
