"""The claims as rows of a table, in the words of one language, and the search among them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from geo.atlas import fold_name
from geo.evidence import Claim, Evidence, Window
from geo.text import Translator
from geo.view.answers.periods import attribute_label
from geo.view.context import ViewContext
from geo.view.labels import ROLE_LABELS, SHORT_CERTAINTY_LABELS, TOPIC_LABELS
from geo.view.value_text import value_text


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim in words; what is not stated is ``""`` or None."""

    claim_id: str
    authorisation: str
    topic: str
    attribute: str
    place: str
    role: str
    value: str
    """With its comparison and unit."""
    start: date | None
    """First day, inclusive: the claim's own window, or else its authorisation's."""
    end: date | None
    """Last day, inclusive."""
    statement: str
    certainty: str
    attributed_to: str
    source: str
    """Id and name."""
    paragraph: int | None
    phrase: str
    disagreement: str
    """Id of the question that it answers."""
    place_id: str

    @property
    def text(self) -> str:
        """All the texts of the row, folded for comparison."""
        values = (getattr(self, field.name) for field in fields(self))
        return fold_name(" ".join(value for value in values if isinstance(value, str)))


def build_rows(context: ViewContext) -> tuple[ClaimRow, ...]:
    """Return a row for each claim that a view lists, in the order of the data, those that name a place first."""
    ordered = sorted(context.selection.listed(), key=lambda claim: not claim.place_id)
    return tuple(_row(claim, context) for claim in ordered)


def search_rows(rows: tuple[ClaimRow, ...], query: str) -> tuple[ClaimRow, ...]:
    """Return the rows in which each word of a query occurs, in any column; accents, case and punctuation do not count.

    A query without any word gives the very rows that it was given.
    """
    wanted = fold_name(query).split()
    if not wanted:
        return rows
    return tuple(row for row in rows if _has_all(row.text, wanted))


def _has_all(text: str, wanted: Iterable[str]) -> bool:
    return all(word in text for word in wanted)


def _row(claim: Claim, context: ViewContext) -> ClaimRow:
    evidence, words = context.evidence, context.words
    place = evidence.places.get(claim.place_id)
    window: Window | None = evidence.window_of(claim)
    return ClaimRow(
        claim_id=claim.claim_id,
        authorisation=context.act_name(claim.authorisation_id),
        topic=words(TOPIC_LABELS[claim.topic]),
        attribute=attribute_label(claim.attribute, evidence, words),
        place=words.of(place, "name") if place else "",
        role=words(ROLE_LABELS[claim.role]) if claim.role else "",
        value=value_text(claim, words) if claim.value or claim.window else "",
        start=window.start if window else None,
        end=window.stated_end if window else None,
        statement=words.of(claim, "statement"),
        certainty=words(SHORT_CERTAINTY_LABELS[claim.certainty]),
        attributed_to=words.of(claim, "attributed_to"),
        source=source_name(evidence, claim.source_id, words),
        paragraph=claim.paragraph,
        phrase=claim.phrase,
        disagreement=claim.disagreement_id,
        place_id=claim.place_id,
    )


def source_name(evidence: Evidence, source_id: str, words: Translator) -> str:
    """Return the id of a source and its publisher, or its title where the publisher is not known."""
    source = evidence.sources[source_id]
    return f"{source_id} {source.publisher or words.of(source, 'title')}"
