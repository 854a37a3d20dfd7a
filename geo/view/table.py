"""The claims as rows of a table, in the words of one language, and the search among them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from geo.atlas import fold_name
from geo.evidence import Certainty, Claim, Evidence, Role, Topic, Window
from geo.text import Words, message
from geo.view.periods import attribute_label
from geo.view.values import value_text

TOPIC_LABELS: Final[Mapping[Topic, str]] = {
    Topic.PLACE: message("Places"),
    Topic.WINDOW: message("Days"),
    Topic.VOTE: message("Vote"),
    Topic.APPROVAL: message("Approval"),
    Topic.NUMBER: message("Numbers of the act"),
    Topic.PERSONNEL: message("Personnel"),
    Topic.EQUIPMENT: message("Equipment"),
    Topic.PURPOSE: message("Purpose and support"),
    Topic.LEGAL: message("Legal basis"),
    Topic.COST: message("Cost"),
    Topic.ASSURANCE: message("Assurances"),
    Topic.OBJECTION: message("Objections"),
    Topic.ACTOR: message("Persons and bodies"),
    Topic.CONTEXT: message("Context"),
}


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


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the closed vocabularies that the page has, untranslated."""

    roles: Mapping[Role, str]
    certainties: Mapping[Certainty, str]


def build_rows(claims: Iterable[Claim], evidence: Evidence, words: Words, labels: Vocabulary) -> tuple[ClaimRow, ...]:
    """Return a row for each claim in their order, those that name a place before those that do not."""
    ordered = sorted(claims, key=lambda claim: not claim.place_id)
    return tuple(_row(claim, evidence, words, labels) for claim in ordered)


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


def _row(claim: Claim, evidence: Evidence, words: Words, labels: Vocabulary) -> ClaimRow:
    act = evidence.authorisations.get(claim.authorisation_id)
    place = evidence.places.get(claim.place_id)
    window: Window | None = evidence.window_of(claim)
    return ClaimRow(
        claim_id=claim.claim_id,
        authorisation=words.of(act, "short") if act else words("Context"),
        topic=words(TOPIC_LABELS[claim.topic]),
        attribute=attribute_label(claim.attribute, evidence, words),
        place=words.of(place, "name") if place else "",
        role=words(labels.roles[claim.role]) if claim.role else "",
        value=value_text(claim, words) if claim.value or claim.window else "",
        start=window.start if window else None,
        end=window.stated_end if window else None,
        statement=words.of(claim, "statement"),
        certainty=words(labels.certainties[claim.certainty]),
        attributed_to=words.of(claim, "attributed_to"),
        source=source_name(evidence, claim.source_id, words),
        paragraph=claim.paragraph,
        phrase=claim.phrase,
        disagreement=claim.disagreement_id,
        place_id=claim.place_id,
    )


def source_name(evidence: Evidence, source_id: str, words: Words) -> str:
    """Return the id of a source and its publisher, or its title where the publisher is not known."""
    source = evidence.sources[source_id]
    return f"{source_id} {source.publisher or words.of(source, 'title')}"
