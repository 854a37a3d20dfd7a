"""The disagreements of a view: the questions that claims and facts of the view answer, in the order of the data."""

from dataclasses import dataclass
from typing import Final

from geo.evidence import Disagreement
from geo.export.frames.claims import claim_rows
from geo.export.frames.facts import fact_rows
from geo.export.frames.frame import Column, DataFrame, Kind, build_frame
from geo.text import message
from geo.view import ViewContext


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """A question in a view."""

    context: ViewContext
    question: Disagreement
    claim_ids: tuple[str, ...]
    """Ids of the shown claims that answer it."""


DISAGREEMENTS: Final[tuple[Column[DisagreementRow], ...]] = (
    Column("disagreement_id", Kind.TEXT, message("Id of the question"), lambda row: row.question.disagreement_id),
    Column(
        "question",
        Kind.TEXT,
        message("On what the sources disagree"),
        lambda row: row.context.words.of(row.question, "question"),
    ),
    Column("known", Kind.TEXT, message("What is known"), lambda row: row.context.words.of(row.question, "known")),
    Column("claim_ids", Kind.LIST, message("Ids of the claims"), lambda row: row.claim_ids),
)


def disagreements_frame(context: ViewContext) -> DataFrame:
    """Return a frame with a row for every question that a shown claim answers; columns :data:`DISAGREEMENTS`."""
    answers: dict[str, list[str]] = {}
    for row in (*claim_rows(context), *fact_rows(context)):
        answers.setdefault(row.claim.disagreement_id, []).append(row.claim.claim_id)
    rows = (
        DisagreementRow(context, question, tuple(answers[disagreement_id]))
        for disagreement_id, question in context.evidence.disagreements.items()
        if disagreement_id in answers
    )
    return build_frame(rows, DISAGREEMENTS)
