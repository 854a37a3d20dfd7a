"""Questions, their answers side by side, and what the filters leave out."""

from dataclasses import replace
from datetime import date

from geo.evidence import Basis, Comparison, Disagreement, Evidence, Role, Topic, Window
from geo.text import translator
from geo.view import Answer, Aspect, BasisFilter, Dispute, HiddenReason, build_disputes, start_state
from tests.view.samples import MAY, area, context_of, evidence_of, naming, point, saying, source

ENGLISH = translator("en")
QUESTIONS = {
    "D-1": Disagreement("D-1", "How many?", "¿Cuántos?", "", ""),
    "D-2": Disagreement("D-2", "Which?", "¿Cuáles?", "", ""),
}
SOURCES = (source("T"), source("U", "An agency"), source("V", "An agency"), source("W", basis=Basis.CORROBORATION))
PLACES = (area("north", "PE-LOR"), point("harbour", "PE-LIM"))


def number(claim_id: str, value: str, source_id: str, **fields: object) -> object:
    """Make an answer to the first question."""
    given = {"value": value, "value_type": "integer", "unit": "persons", "source_id": source_id, "disagreement_id": "D-1"}
    return saying(claim_id, Topic.PERSONNEL, "number", **{**given, **fields})


def disputes(evidence: Evidence, **fields: object) -> tuple[Dispute, ...]:
    """Build the questions of the start view, some fields of it changed."""
    state = replace(start_state(evidence, "en"), **fields)
    return build_disputes(context_of(evidence, state))


def questions(*claims: object) -> Evidence:
    """Make evidence with two questions."""
    return replace(evidence_of(*claims, sources=SOURCES, places=PLACES), disagreements=QUESTIONS)


def test_equal_values_are_one_answer_with_all_who_give_it() -> None:
    """Sources that give the same value are together, those that rest on one origin as one voice."""
    claims = (number("1", "600", "T"), number("2", "700", "U"), number("3", "600", "W"), number("4", "700", "V"))
    found = disputes(questions(*claims))[0]
    assert found == Dispute(
        question=QUESTIONS["D-1"],
        aspects=(
            Aspect(
                label="number",
                authorisation_id="M",
                answers=(
                    Answer("600 persons", None, (), (), (("T",), ("W",)), (claims[0], claims[2]), frozenset()),
                    Answer("700 persons", None, (), (), (("U", "V"),), (claims[1], claims[3]), frozenset()),
                ),
            ),
        ),
        places=(),
        voices=(("T",), ("U", "V"), ("W",)),
        claims=4,
        hidden={},
        shown=True,
    )
    assert found.authorisations == ("M",)


def test_a_bound_is_another_answer_than_the_bare_number() -> None:
    """More than 600 is not 600, and neither is 600 of something else."""
    claims = (
        number("1", "600", "T"),
        number("2", "600", "U", comparison=Comparison.MORE_THAN),
        number("3", "600", "V", unit="vehicles"),
    )
    (aspect,) = disputes(questions(*claims))[0].aspects
    assert [answer.text for answer in aspect.answers] == ["600 persons", "more than 600 persons", "600 vehicles"]


def test_days_are_answers_too() -> None:
    """A claim whose value is its window is told apart by its days."""
    first, second = Window(date(2031, 3, 1), date(2031, 3, 9)), Window(date(2031, 3, 1), date(2031, 3, 8))
    claims = tuple(
        saying(str(index), Topic.WINDOW, "window", window=window, source_id=key, disagreement_id="D-1")
        for index, (window, key) in enumerate([(first, "T"), (second, "U"), (first, "W")])
    )
    (aspect,) = disputes(questions(*claims))[0].aspects
    assert [(answer.text, answer.voices) for answer in aspect.answers] == [
        ("1–9 March 2031 (9 days)", (("T",), ("W",))),
        ("1–8 March 2031 (8 days)", (("U",),)),
    ]


def test_places_are_answered_as_lists() -> None:
    """Sources with the same list in the same role are one answer; what another list leaves out stands apart."""
    claims = (
        naming("1", "harbour", disagreement_id="D-2"),
        naming("2", "north", disagreement_id="D-2"),
        naming("3", "north", source_id="U", disagreement_id="D-2"),
        naming("4", "north", source_id="W", disagreement_id="D-2"),
        naming("5", "north", source_id="W", role=Role.VENUE, disagreement_id="D-2"),
    )
    found = disputes(questions(*claims))[0]
    north, harbour = PLACES
    assert [aspect.answers for aspect in found.aspects] == [
        (
            Answer("", Role.DEPLOYMENT, (north, harbour), (harbour,), (("T",),), (claims[0], claims[1]), frozenset()),
            Answer("", Role.DEPLOYMENT, (north,), (), (("U",), ("W",)), (claims[2], claims[3]), frozenset()),
            Answer("", Role.VENUE, (north,), (), (("W",),), (claims[4],), frozenset()),
        )
    ]
    assert found.places == PLACES
    assert found.aspects[0].answers[1].claims_of("W") == (claims[3],)


def test_the_same_value_under_two_acts_is_two_aspects() -> None:
    """What is said of one act does not confirm what is said of another."""
    claims = (
        number("1", "600", "T"),
        number("2", "600", "U", authorisation_id="Y"),
        number("3", "6", "W", authorisation_id=""),
    )
    found = disputes(questions(*claims))[0]
    assert [(aspect.authorisation_id, len(aspect.answers)) for aspect in found.aspects] == [("M", 1), ("Y", 1), ("", 1)]
    assert found.authorisations == ("M", "Y", "")


def test_what_the_filters_hide_is_kept_and_counted_by_reason() -> None:
    """Every answer stays; its hidden claims are named, and the first filter that hides each is the reason."""
    claims = (
        number("1", "600", "T"),
        number("2", "700", "W"),
        number("3", "700", "U", authorisation_id="Y"),
        number("4", "800", "T", window=Window(date(2031, 3, 20), date(2031, 3, 21))),
    )
    ranges = (("M", Window(date(2031, 3, 1), date(2031, 3, 9))), ("Y", MAY))
    found = disputes(questions(*claims), basis=BasisFilter.TEXTS, authorisations=("M",), ranges=ranges)[0]
    assert found.hidden == {HiddenReason.BASIS: 1, HiddenReason.SWITCHED_OFF: 1, HiddenReason.DAYS: 1}
    answers = [answer for aspect in found.aspects for answer in aspect.answers]
    assert [(aspect.authorisation_id, aspect.shown) for aspect in found.aspects] == [("M", True), ("Y", False)]
    assert [(answer.text, answer.hidden, answer.shown) for answer in answers] == [
        ("600 persons", frozenset(), True),
        ("700 persons", {"2"}, False),
        ("800 persons, 20–21 March 2031", {"4"}, False),
        ("700 persons", {"3"}, False),
    ]
    assert found.shown


def test_questions_without_a_shown_claim_come_last() -> None:
    """A question that the filters do not touch is not dropped."""
    claims = (number("1", "600", "W"), naming("2", "north", disagreement_id="D-2"))
    found = disputes(questions(*claims), basis=BasisFilter.TEXTS)
    assert [(dispute.question.disagreement_id, dispute.shown, dispute.hidden) for dispute in found] == [
        ("D-2", True, {}),
        ("D-1", False, {HiddenReason.BASIS: 1}),
    ]


def test_every_question_of_the_data_is_there_in_any_view(evidence: Evidence) -> None:
    """Filters change the order of the questions, not their number, and lose none of their claims."""
    total = sum(bool(claim.disagreement_id) for claim in evidence.claims.values())
    for fields in ({}, {"authorisations": ()}, {"basis": BasisFilter.TEXTS}):
        found = disputes(evidence, **fields)
        assert {dispute.question.disagreement_id for dispute in found} == set(evidence.disagreements)
        answers = [answer for dispute in found for aspect in dispute.aspects for answer in aspect.answers]
        assert sum(len(answer.claims) for answer in answers) == total


def test_the_lists_of_2023_differ_by_one_name(evidence: Evidence) -> None:
    """The data gives two lists for the act of 2023, one of them with Santa Lucía."""
    dispute = next(item for item in disputes(evidence) if item.question.disagreement_id == "D-05")
    lists = [answer for aspect in dispute.aspects for answer in aspect.answers if answer.places]
    assert [(len(answer.places), [place.place_id for place in answer.apart], answer.voices) for answer in lists] == [
        (15, ["santa-lucia"], (("002", "C-09"),)),
        (14, [], (("003",), ("C-08",))),
    ]
