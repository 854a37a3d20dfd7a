"""The votes on an act: results as sources give them, each once."""

import pytest

from geo.evidence import Basis, Comparison, Evidence, Topic
from geo.text import Translator, translator
from geo.view import BasisFilter, build_questions
from geo.view.answers.votes import vote_lines
from tests.view.samples import context_of, evidence_of, saying, source

VOTES = {
    "31758 en": ("31758", "en", ("Vote: 70 for, 33 against, 4 abstaining (003, C-08)",)),
    "31758 es": ("31758", "es", ("Votación: 70 a favor, 33 en contra, 4 abstenciones (003, C-08)",)),
    "9307 en": ("9307", "en", ("Vote: 63 for, 23 against, 7 abstaining (000, 001)", "Vote: 62 for (C-01)")),
    "9307 es": ("9307", "es", ("Votación: 63 a favor, 23 en contra, 7 abstenciones (000, 001)", "Votación: 62 a favor (C-01)")),
}


def texts_of(evidence: Evidence, act: str, words: Translator) -> tuple[str, ...]:
    """Return the lines on the votes, after checking that each names the sources that it is said to have."""
    lines = vote_lines(context_of(evidence, language=words.language), act)
    assert all(line.text.endswith(f"({', '.join(line.sources)})") for line in lines)
    return tuple(line.text for line in lines)


@pytest.mark.parametrize(("act", "language", "expected"), VOTES.values(), ids=VOTES)
def test_the_votes_on_an_act(evidence: Evidence, act: str, language: str, expected: tuple[str, ...]) -> None:
    """Each result has a line with the sources that give it."""
    assert texts_of(evidence, act, translator(language)) == expected


def test_an_act_without_votes_has_no_line() -> None:
    """No claim, no line; a majority in words is no count."""
    assert texts_of(evidence_of(saying("1", Topic.VOTE, "majority", value="broad")), "M", translator("en")) == ()


def test_a_bounded_count_is_not_shown_as_exact() -> None:
    """A source that says "more than 60" is not made to say 60."""
    bounded = evidence_of(saying("1", Topic.VOTE, "for", value="60", value_type="integer", comparison=Comparison.MORE_THAN))
    assert texts_of(bounded, "M", translator("en")) == ()


def test_votes_are_grouped_by_result() -> None:
    """Sources with the same counts share a line; one that gives fewer counts has a line of its own."""
    counts = [("A", "for", "81"), ("B", "for", "81"), ("A", "against", "9"), ("B", "against", "9"), ("C", "for", "81")]
    claims = [
        saying(str(number), Topic.VOTE, name, value=value, value_type="integer", source_id=key)
        for number, (key, name, value) in enumerate(counts)
    ]
    made_up = evidence_of(*claims, sources=(source("A"), source("B"), source("C")))
    assert texts_of(made_up, "M", translator("en")) == ("Vote: 81 for, 9 against (A, B)", "Vote: 81 for (C)")


def test_the_filter_of_the_evidence_counts_for_votes() -> None:
    """With the texts alone, a result that only a corroborating page gives has no line."""
    claims = [
        saying(key, Topic.VOTE, "for", value=value, value_type="integer", source_id=key)
        for key, value in (("A", "63"), ("B", "62"))
    ]
    made_up = evidence_of(*claims, sources=(source("A"), source("B", basis=Basis.CORROBORATION)))
    both, texts = (vote_lines(context_of(made_up, basis=basis), "M") for basis in BasisFilter)
    assert ([line.sources for line in both], [line.sources for line in texts]) == ([("A",), ("B",)], [("A",)])


@pytest.mark.parametrize("basis", BasisFilter)
def test_the_answers_give_the_same_results(evidence: Evidence, basis: BasisFilter) -> None:
    """There is one sum of votes: the answers to the question on the vote are those lines."""
    context = context_of(evidence, basis=basis)
    (vote,) = (question for question in build_questions(context) if question.topic is Topic.VOTE and "31758" in question.cells)
    shown = {
        act_id: {f"Vote: {answer.text} ({', '.join(sum(answer.source_groups, ()))})" for answer in answers}
        for act_id, answers in vote.cells.items()
    }
    assert shown == {act_id: {line.text for line in vote_lines(context, act_id)} for act_id in evidence.authorisations}


def test_a_third_authorisation_has_its_vote(three_acts: Evidence) -> None:
    """Rows of the data are enough."""
    assert texts_of(three_acts, "32100", translator("en")) == ("Vote: 81 for (C-01)",)
