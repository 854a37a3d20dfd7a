"""What the sources say, as the page shows it: a row for each answer to a question under an act, with the sources behind it."""

from dataclasses import dataclass
from typing import Final

from geo.export.frames.frame import Column, DataFrame, Kind, build_frame
from geo.text import message
from geo.view import ViewContext
from geo.view.answers.questions import TOPICS, Answer, Question, build_questions
from geo.view.labels import TOPIC_LABELS, source_label


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer to a question under one act."""

    context: ViewContext
    question: Question
    act_id: str
    """Empty for the context."""
    answer: Answer

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of the sources that give the answer, those that count as one beside each other."""
        return tuple(source_id for group in self.answer.source_groups for source_id in group)

    @property
    def text(self) -> str:
        """The answer in words, with the names of the places that it lists."""
        words = self.context.words
        names = "; ".join(words.of(place, "name") for place in self.answer.places)
        return words("{heading}: {names}", heading=self.answer.heading, names=names) if names else self.answer.heading


ANSWERS: Final[tuple[Column[AnswerRow], ...]] = (
    Column("question", Kind.TEXT, message("The question"), lambda row: row.question.label),
    Column("act", Kind.TEXT, message("Short name of the authorisation"), lambda row: row.context.act_name(row.act_id)),
    Column("answer", Kind.TEXT, message("The answer"), lambda row: row.text),
    Column(
        "source_names",
        Kind.TEXT,
        message("Names of these sources, as the page calls them"),
        lambda row: "; ".join(source_label(row.context.evidence.sources[each], row.context.words) for each in row.source_ids),
    ),
    Column(
        "independent_sources",
        Kind.INTEGER,
        message("Number of these sources; those that rest on one another count once"),
        lambda row: len(row.answer.source_groups),
    ),
    Column(
        "sources_differ",
        Kind.BOOLEAN,
        message("Whether the shown sources answer the question differently"),
        lambda row: row.question.differs,
    ),
    Column(
        "topic_name", Kind.TEXT, message("The topic in words"), lambda row: row.context.words(TOPIC_LABELS[row.question.topic])
    ),
    Column("topic", Kind.TEXT, message("Id of what the claim is about"), lambda row: row.question.topic.value),
    Column("question_id", Kind.TEXT, message("Id of the question"), lambda row: row.question.question_id),
    Column(
        "authorisation_id",
        Kind.TEXT,
        message("Id of the authorisation; empty for context, which is under none"),
        lambda row: row.act_id,
    ),
    Column("source_ids", Kind.LIST, message("Ids of these sources"), lambda row: row.source_ids),
    Column(
        "claim_ids",
        Kind.LIST,
        message("Ids of the claims"),
        lambda row: tuple(claim.claim_id for claim in row.answer.claims),
    ),
)


def answers_frame(context: ViewContext) -> DataFrame:
    """Return a frame with a row for every answer that the page shows, topic by topic; columns :data:`ANSWERS`."""
    order = {topic: number for number, topic in enumerate(TOPICS)}
    questions = sorted(build_questions(context), key=lambda question: order[question.topic])
    rows = (
        AnswerRow(context, question, act_id, answer)
        for question in questions
        for act_id, answers in question.cells.items()
        for answer in answers
    )
    return build_frame(rows, ANSWERS)
