"""The table view: a row of words for each claim, and the search in the rows. A new column is a field of ClaimRow."""

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
    """One claim in words; a value that is not stated is ``""`` or None."""

    claim_id: str
    authorisation: str
    topic: str
    attribute: str
    place: str
    role: str
    value: str
    """With its comparison and unit."""
    start: date | None
    """First day, inclusive, of the claim's window or, without one, of its authorisation's."""
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
    """Id of the disagreement that it takes part in."""
    place_id: str

    @property
    def text(self) -> str:
        """All text of the row, folded for comparison."""
        values = (getattr(self, field.name) for field in fields(self))
        return fold_name(" ".join(value for value in values if isinstance(value, str)))


def build_rows(context: ViewContext) -> tuple[ClaimRow, ...]:
    """Return a row for each claim that a view lists: claims about a place first, then in the order of the data."""
    ordered = sorted(context.selection.listed(), key=lambda claim: not claim.place_id)
    return tuple(_row(claim, context) for claim in ordered)


def search_rows(rows: tuple[ClaimRow, ...], query: str) -> tuple[ClaimRow, ...]:
    """Return the rows that contain every word of a query, in any column; accents, case and punctuation are ignored.

    A query without a word returns ``rows`` itself.
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
    """Return the id of a source with its publisher or, if that is not known, its title."""
    source = evidence.sources[source_id]
    return f"{source_id} {source.publisher or words.of(source, 'title')}"
