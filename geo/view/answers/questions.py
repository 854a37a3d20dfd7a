"""What the sources say: a row for each question, a column for each act, and the sources of every answer.

A question is an attribute of the claims, such as the number of personnel. Attributes that answer one recorded disagreement are
one question, such as the votes for, against and abstaining. Nothing is averaged or dropped: a cell shows its first answers, and
an opened row shows all of its claims.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from geo.atlas import fold_name
from geo.evidence import Certainty, Claim, Disagreement, Evidence, Place, Role, Topic
from geo.text import Translator
from geo.view.answers.compare import IndependentSources, group_sources
from geo.view.answers.periods import attribute_label
from geo.view.answers.question_groups import AttributeKey, joined_attributes, main_topics, numbered_attributes
from geo.view.answers.votes import is_count_of_votes, vote_results, votes_text
from geo.view.context import ViewContext
from geo.view.independence import independent_sources
from geo.view.labels import ROLE_LABELS, SHORT_CERTAINTY_LABELS, SHORT_CREDITED_LABELS, TOPIC_LABELS
from geo.view.value_text import COUNTED, value_text

FACT_TOPICS: Final = (
    Topic.VOTE,
    Topic.PERSONNEL,
    Topic.WINDOW,
    Topic.COST,
    Topic.EQUIPMENT,
    Topic.APPROVAL,
    Topic.NUMBER,
    Topic.LEGAL,
    Topic.PURPOSE,
    Topic.ASSURANCE,
    Topic.OBJECTION,
)
"""The topics that are about an act as a whole, in the order in which page and files have them."""
TOPICS: Final = (Topic.PLACE, *FACT_TOPICS, *(topic for topic in Topic if topic not in (Topic.PLACE, *FACT_TOPICS)))
"""The sections of the view, in their order; a new topic comes last."""
MOST_ANSWERS: Final = 3
"""Number of answers that a cell shows while its row is closed."""
MOST_COLUMNS: Final = 3
"""Acts that stand side by side; more stand one below the other."""
_FEW_LABELS: Final = 2
_TALLIES: Final = frozenset({Topic.PLACE, Topic.VOTE, Topic.PERSONNEL, Topic.WINDOW, Topic.EQUIPMENT, Topic.NUMBER})
"""Topics whose attributes together are one thing; a question of many attributes has the label of the topic."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, with the sources that give it."""

    text: str
    """As a row has it: without the name of its attribute where the question tells it."""
    heading: str
    """With the name of its attribute, if the question has several."""
    counted: bool
    """Whether the answer is a number, days or a list, which needs no statement to be understood."""
    is_number_missing: bool
    """Whether the answer has words in place of a number that other sources give."""
    places: tuple[Place, ...]
    """The listed places, in the order of the data; empty if the answer is not a list of places."""
    credit: str
    """Certainty and origin of the answer, in words; empty unless all claims agree on them and no claim is plainly stated."""
    source_groups: IndependentSources
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers under each act."""

    question_id: str
    """Id of the first recorded disagreement or, without one, ``topic.attribute``."""
    label: str
    topic: Topic
    cells: Mapping[str, tuple[Answer, ...]]
    """By act id, ``""`` for the context. An act without an answer has no entry."""
    disagreements: tuple[Disagreement, ...]
    """The recorded disagreements to which the shown claims give at least two answers."""

    @property
    def differs(self) -> bool:
        """Whether the shown sources give different answers."""
        return bool(self.disagreements)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that answer the question."""
        return tuple(claim for answers in self.cells.values() for answer in answers for claim in answer.claims)


@dataclass(frozen=True, slots=True)
class Section:
    """The questions on one topic."""

    topic: Topic
    leading: tuple[Question, ...]
    """The questions on which sources differ, and those whose answers can be compared. The page shows them unfolded."""
    rest: tuple[Question, ...]


def build_sections(context: ViewContext, *, differing: bool = False, act_id: str | None = None) -> tuple[Section, ...]:
    """Return the questions that the shown claims answer, by topic.

    Parameters
    ----------
    differing
        Whether to return only questions on which the sources differ.
    act_id
        Return only questions with an answer for this act; ``""`` for the context, None for all questions.
    """
    questions = build_questions(context)
    kept = [
        question
        for question in questions
        if (question.differs or not differing) and (act_id is None or act_id in question.cells)
    ]
    acts = context.state.authorisations if act_id is None else (act_id,)
    by_topic = {topic: [question for question in kept if question.topic is topic] for topic in TOPICS}
    return tuple(
        Section(topic, tuple(found), ()) if differing else _section(topic, found, acts)
        for topic, found in by_topic.items()
        if found
    )


def build_questions(context: ViewContext) -> tuple[Question, ...]:
    """Return every question that a shown claim answers, in the order of their first claims."""
    evidence = context.evidence
    joined = joined_attributes(evidence.claims.values())
    by_question: dict[AttributeKey, list[Claim]] = {}
    for claim in context.selection.claims:
        by_question.setdefault(joined[claim.topic, claim.attribute], []).append(claim)
    claims = evidence.claims.values()
    build = _Builder(context, independent_sources(evidence.sources), numbered_attributes(claims), main_topics(claims))
    return tuple(build.question(found) for found in by_question.values())


def _section(topic: Topic, questions: list[Question], acts: tuple[str, ...]) -> Section:
    leading = tuple(question for question in questions if _is_leading(question, acts))
    rest = tuple(question for question in questions if not _is_leading(question, acts))
    return Section(topic, tuple(sorted(leading, key=lambda question: not question.differs)), rest)


def _is_leading(question: Question, acts: tuple[str, ...]) -> bool:
    """Return whether a question is shown unfolded: sources differ on it, or several acts have an answer and one is a number.

    Where acts stand side by side, a question that one of them leaves open is folded; so is the context, unless shown alone.
    """
    if acts == ("",):
        return True
    is_open = len(acts) <= MOST_COLUMNS and not question.cells.keys() >= set(acts)
    if is_open or question.topic is Topic.CONTEXT:
        return False
    counted = any(answer.counted for answers in question.cells.values() for answer in answers)
    return question.differs or (counted and len(question.cells) > 1)


def disagreements_in(claims: Iterable[Claim], evidence: Evidence) -> tuple[Disagreement, ...]:
    """Return the recorded disagreements of some claims, each once."""
    ids = dict.fromkeys(claim.disagreement_id for claim in claims if claim.disagreement_id)
    return tuple(evidence.disagreements[disagreement_id] for disagreement_id in ids)


def is_counted(claim: Claim) -> bool:
    """Return whether the value of a claim is a number or days, not words."""
    return claim.value_type in (*COUNTED, "date") or not claim.value


def is_told(label: str, text: str, topic: str) -> bool:
    """Return whether the name of an attribute adds nothing to a value under a topic: ``Aircraft: 2 aircraft``, in Equipment.

    ``Number of personnel`` adds nothing in Personnel either.
    """
    label = fold_name(label)
    return label in fold_name(text) or label.endswith(fold_name(topic))


def _rank(answer: Answer) -> tuple[bool, bool, bool, int]:
    """Return the sort key of an answer: lists, then numbers, then words; the answer with the most independent sources first."""
    return (answer.is_number_missing, not answer.counted, not answer.places, -len(answer.source_groups))


def _credit(claims: Iterable[Claim], words: Translator) -> str:
    credits_of_claims = {
        words(SHORT_CREDITED_LABELS[claim.certainty], who=words.of(claim, "attributed_to"))
        if claim.attributed_to
        else words(SHORT_CERTAINTY_LABELS[claim.certainty])
        for claim in claims
    }
    is_shared = len(credits_of_claims) == 1 and all(claim.certainty is not Certainty.STATED for claim in claims)
    return credits_of_claims.pop() if is_shared else ""


@dataclass(frozen=True, slots=True)
class _Builder:
    """Makes questions of claims."""

    context: ViewContext
    groups: Mapping[str, str]
    """By source id: the id of the first source of its group."""
    numbered: frozenset[AttributeKey]
    """Attributes for which at least one source gives a number."""
    main_topics: Mapping[str, Topic]
    """By id of a recorded disagreement."""

    def question(self, claims: list[Claim]) -> Question:
        """Return the question that these claims answer."""
        topic = claims[0].topic
        recorded = disagreements_in(claims, self.context.evidence)
        own = [each.disagreement_id for each in recorded if self.main_topics[each.disagreement_id] is topic]
        acts = (*self.context.evidence.authorisations, "")
        cells = {act_id: self._answers([claim for claim in claims if claim.authorisation_id == act_id]) for act_id in acts}
        return Question(
            question_id=own[0] if own else f"{topic}.{claims[0].attribute}",
            label=self._label(topic, claims),
            topic=topic,
            cells={act_id: answers for act_id, answers in cells.items() if answers},
            disagreements=tuple(each for each in recorded if self._is_open(each, claims)),
        )

    def _label(self, topic: Topic, claims: list[Claim]) -> str:
        names = dict.fromkeys(attribute_label(claim.attribute, self.context.evidence, self.context.words) for claim in claims)
        if len(names) > _FEW_LABELS and topic in _TALLIES:
            return self.context.words(TOPIC_LABELS[topic])
        return " / ".join([*names][:_FEW_LABELS])

    def _is_open(self, disagreement: Disagreement, claims: Iterable[Claim]) -> bool:
        """Return whether the claims give at least two answers to a recorded disagreement."""
        own = [claim for claim in claims if claim.disagreement_id == disagreement.disagreement_id]
        return any(
            len(self._answers([claim for claim in own if claim.authorisation_id == act_id])) > 1
            for act_id in {claim.authorisation_id for claim in own}
        )

    def _answers(self, claims: list[Claim]) -> tuple[Answer, ...]:
        """Return the answers under one act, sorted by :func:`_rank`."""
        votes = [claim for claim in claims if is_count_of_votes(claim)]
        naming = [claim for claim in claims if claim.place_id and claim.role]
        taken = {claim.claim_id for claim in (*votes, *naming)}
        other = [claim for claim in claims if claim.claim_id not in taken]
        answers = (*self._votes(votes), *self._lists(naming), *self._values(other))
        return tuple(sorted(answers, key=_rank))

    def _votes(self, claims: list[Claim]) -> Iterable[Answer]:
        for result in vote_results(claims, self.groups):
            yield self._answer(votes_text(result, self.context.words), result.claims, counted=True)

    def _lists(self, claims: list[Claim]) -> Iterable[Answer]:
        """Yield an answer for each distinct list of places in one role."""
        by_source: dict[tuple[Role | None, str], list[Claim]] = {}
        for claim in claims:
            by_source.setdefault((claim.role, claim.source_id), []).append(claim)
        by_list: dict[tuple[Role | None, frozenset[str]], list[Claim]] = {}
        for (role, _), found in by_source.items():
            by_list.setdefault((role, frozenset(claim.place_id for claim in found)), []).extend(found)
        words = self.context.words
        for (role, ids), found in by_list.items():
            places = tuple(place for place_id, place in self.context.evidence.places.items() if place_id in ids)
            count = words.plural("{count} place", "{count} places", len(places))
            label = words("{role}: {places}", role=words(ROLE_LABELS[role]), places=count) if role else count
            yield self._answer(label, tuple(found), counted=True, places=places)

    def _values(self, claims: list[Claim]) -> Iterable[Answer]:
        """Yield an answer for each distinct value; if there are several attributes, the answer names its own."""
        several = len({claim.attribute for claim in claims}) > 1
        by_value: dict[tuple[str, str], list[Claim]] = {}
        for claim in claims:
            label = attribute_label(claim.attribute, self.context.evidence, self.context.words) if several else ""
            by_value.setdefault((label, self._text(claim)), []).append(claim)
        for (label, text), found in by_value.items():
            counted = all(map(is_counted, found))
            missing = not counted and (found[0].topic, found[0].attribute) in self.numbered
            heading = f"{label}: {text}" if label else text
            topic = self.context.words(TOPIC_LABELS[found[0].topic])
            shown = text if is_told(label, text, topic) else heading
            yield self._answer(shown, tuple(found), heading=heading, counted=counted, is_number_missing=missing)

    def _text(self, claim: Claim) -> str:
        words = self.context.words
        if not claim.value and claim.window is None:
            place = self.context.evidence.places.get(claim.place_id)
            return words.of(place, "name") if place else words.of(claim, "statement")
        return value_text(claim, words)

    def _answer(
        self,
        text: str,
        claims: tuple[Claim, ...],
        *,
        counted: bool,
        heading: str = "",
        is_number_missing: bool = False,
        places: tuple[Place, ...] = (),
    ) -> Answer:
        grouped = group_sources((claim.source_id for claim in claims), self.groups)
        return Answer(
            text, heading or text, counted, is_number_missing, places, _credit(claims, self.context.words), grouped, claims
        )
