"""What the sources say: a row for each question, the acts side by side, every answer with those who give it.

A question is an attribute of the claims, such as the number of personnel. Attributes that answer one recorded disagreement are
one question, such as the votes for, against and abstaining. Nothing is averaged or dropped: a cell shows its first answers, and
the opened row all of its claims.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from geo.evidence import Certainty, Claim, Disagreement, Evidence, Place, Role, Topic
from geo.text import Translator
from geo.view.answers.compare import IndependentSources, voices_of
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
"""Answers of a cell that are shown while its row is folded."""
_FEW_LABELS: Final = 2
_TALLIES: Final = frozenset({Topic.PLACE, Topic.VOTE, Topic.PERSONNEL, Topic.WINDOW, Topic.EQUIPMENT, Topic.NUMBER})
"""Topics whose attributes add up to one thing, which is called like the topic."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, and everybody who gives it."""

    text: str
    counted: bool
    """Whether it is a number, days or a list, which says something by itself."""
    is_number_missing: bool
    """Whether it says in words that there is no number, where other sources give one."""
    places: tuple[Place, ...]
    """The list that it stands for, in the order of the data; empty for an answer that is no list of places."""
    credit: str
    """How sure it is and from whom it comes, where all of its claims say the same of that and none states it itself."""
    voices: IndependentSources
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers under each act."""

    question_id: str
    """Id of its first recorded disagreement or, without one, ``topic.attribute``."""
    label: str
    topic: Topic
    cells: Mapping[str, tuple[Answer, ...]]
    """By id of the act, context under ``""``; an act on which no shown source says anything is missing."""
    disagreements: tuple[Disagreement, ...]
    """The recorded disagreements among its claims of which the filters leave at least two answers."""

    @property
    def differs(self) -> bool:
        """Whether the shown sources differ."""
        return bool(self.disagreements)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All of its claims."""
        return tuple(claim for answers in self.cells.values() for answer in answers for claim in answer.claims)


@dataclass(frozen=True, slots=True)
class Section:
    """The questions on one topic."""

    topic: Topic
    leading: tuple[Question, ...]
    """Those on which sources differ, and those that can be compared."""
    rest: tuple[Question, ...]


def build_sections(context: ViewContext, *, differing: bool = False, act_id: str | None = None) -> tuple[Section, ...]:
    """Return the questions that the shown claims answer, by topic.

    Parameters
    ----------
    differing
        Only those on which the sources differ.
    act_id
        Only those that are answered for this act; ``""`` for the context. None for all.
    """
    questions = build_questions(context)
    kept = [
        question
        for question in questions
        if (question.differs or not differing) and (act_id is None or act_id in question.cells)
    ]
    by_topic = {topic: [question for question in kept if question.topic is topic] for topic in TOPICS}
    return tuple(
        Section(topic, tuple(found), ()) if differing else _section(topic, found, context)
        for topic, found in by_topic.items()
        if found
    )


def build_questions(context: ViewContext) -> tuple[Question, ...]:
    """Return every question that a shown claim answers, in the order in which the data first has them."""
    evidence = context.evidence
    joined = joined_attributes(evidence.claims.values())
    by_question: dict[AttributeKey, list[Claim]] = {}
    for claim in context.selection.claims:
        by_question.setdefault(joined[claim.topic, claim.attribute], []).append(claim)
    claims = evidence.claims.values()
    build = _Builder(context, independent_sources(evidence.sources), numbered_attributes(claims), main_topics(claims))
    return tuple(build.question(found) for found in by_question.values())


def _section(topic: Topic, questions: list[Question], context: ViewContext) -> Section:
    leading = tuple(question for question in questions if _leads(question, context))
    rest = tuple(question for question in questions if not _leads(question, context))
    return Section(topic, tuple(sorted(leading, key=lambda question: not question.differs)), rest)


def _leads(question: Question, context: ViewContext) -> bool:
    """Return whether a question stands before the fold: it is disputed, or has a number or days for several acts or sources.

    The context is folded as a whole.
    """
    if question.topic is Topic.CONTEXT:
        return False
    if question.question_id in context.evidence.disagreements:
        return True
    answers = [answer for found in question.cells.values() for answer in found if answer.counted]
    return len(question.cells) > 1 and bool(answers)


def disagreements_in(claims: Iterable[Claim], evidence: Evidence) -> tuple[Disagreement, ...]:
    """Return the recorded disagreements that claims take part in, each once."""
    ids = dict.fromkeys(claim.disagreement_id for claim in claims if claim.disagreement_id)
    return tuple(evidence.disagreements[disagreement_id] for disagreement_id in ids)


def is_counted(claim: Claim) -> bool:
    """Return whether the value of a claim is a number or days, and not a word."""
    return claim.value_type in (*COUNTED, "date") or not claim.value


def _rank(answer: Answer) -> tuple[bool, bool, bool, int]:
    """Return what sorts answers: lists, then numbers, then words; in each those of the most independent sources first."""
    return (answer.is_number_missing, not answer.counted, not answer.places, -len(answer.voices))


def _credit(claims: Iterable[Claim], words: Translator) -> str:
    said = {
        words(SHORT_CREDITED_LABELS[claim.certainty], who=words.of(claim, "attributed_to"))
        if claim.attributed_to
        else words(SHORT_CERTAINTY_LABELS[claim.certainty])
        for claim in claims
    }
    return said.pop() if len(said) == 1 and all(claim.certainty is not Certainty.STATED for claim in claims) else ""


@dataclass(frozen=True, slots=True)
class _Builder:
    """What turns claims into questions."""

    context: ViewContext
    groups: Mapping[str, str]
    """Id of the first source of its group, by source id."""
    numbered: frozenset[AttributeKey]
    """Attributes of which some source gives a number."""
    main_topics: Mapping[str, Topic]
    """By id of a recorded disagreement."""

    def question(self, claims: list[Claim]) -> Question:
        """Return the question that some claims answer."""
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
        """Return the answers under one act: those of the most independent sources first, those without a number last."""
        votes = [claim for claim in claims if is_count_of_votes(claim)]
        naming = [claim for claim in claims if claim.place_id and claim.role]
        other = [claim for claim in claims if claim not in votes and claim not in naming] if votes or naming else claims
        answers = (*self._votes(votes), *self._lists(naming), *self._values(other))
        return tuple(sorted(answers, key=_rank))

    def _votes(self, claims: list[Claim]) -> Iterable[Answer]:
        for result in vote_results(claims, self.groups):
            yield self._answer(votes_text(result, self.context.words), result.claims, counted=True)

    def _lists(self, claims: list[Claim]) -> Iterable[Answer]:
        """Yield an answer for each distinct list of places that a source gives in one role."""
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
        """Yield an answer for each distinct value; with several attributes it says of which."""
        several = len({claim.attribute for claim in claims}) > 1
        by_text: dict[str, list[Claim]] = {}
        for claim in claims:
            text = self._text(claim)
            if several:
                label = attribute_label(claim.attribute, self.context.evidence, self.context.words)
                text = f"{label}: {text}"
            by_text.setdefault(text, []).append(claim)
        for text, found in by_text.items():
            counted = all(map(is_counted, found))
            missing = not counted and (found[0].topic, found[0].attribute) in self.numbered
            yield self._answer(text, tuple(found), counted=counted, is_number_missing=missing)

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
        is_number_missing: bool = False,
        places: tuple[Place, ...] = (),
    ) -> Answer:
        voices = voices_of((claim.source_id for claim in claims), self.groups)
        return Answer(text, counted, is_number_missing, places, _credit(claims, self.context.words), voices, claims)
