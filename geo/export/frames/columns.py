"""Columns that several tables share, and the rows from which they take their values.

A new column is one entry: here if several tables have it, otherwise in the module of its table.
"""

from dataclasses import dataclass
from typing import Final

from geo.evidence import Authorisation, Claim, Place, Source, Window
from geo.export.frames.frame import Column, Kind
from geo.text import message
from geo.view import ViewContext, independent_sources
from geo.view.labels import KIND_LABELS, ROLE_LABELS


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a view."""

    context: ViewContext
    source: Source


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a view, and the shown claims with the same content."""

    context: ViewContext
    claim: Claim
    alike: tuple[Claim, ...]
    """The claim and all shown claims with the same content, in the order of the data."""

    @property
    def act(self) -> Authorisation | None:
        """The authorisation; None for context."""
        return self.context.evidence.authorisations.get(self.claim.authorisation_id)

    @property
    def place(self) -> Place | None:
        """The place that the claim names; None if it names none."""
        return self.context.evidence.places.get(self.claim.place_id)

    @property
    def kind(self) -> str:
        """The kind of the place in words; if a kind has no label, as in the data; empty without a place."""
        kind = self.place.kind if self.place else ""
        return self.context.words(KIND_LABELS[kind]) if kind in KIND_LABELS else kind

    @property
    def window(self) -> Window | None:
        """The days of the claim or, if it has none, of its authorisation; None for context without days."""
        return self.context.evidence.window_of(self.claim)

    @property
    def source(self) -> SourceRow:
        """The source of the claim."""
        return SourceRow(self.context, self.context.evidence.sources[self.claim.source_id])

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of the sources of the claims alike, each once, sorted."""
        return tuple(sorted({claim.source_id for claim in self.alike}))

    @property
    def independent_sources(self) -> int:
        """Number of these sources; sources that rest on one another count once."""
        groups = independent_sources(self.context.evidence.sources)
        return len({groups[source_id] for source_id in self.source_ids})

    @property
    def disagreement_ids(self) -> tuple[str, ...]:
        """Ids of the questions that the claims alike answer, each once."""
        return tuple(dict.fromkeys(claim.disagreement_id for claim in self.alike if claim.disagreement_id))


ClaimColumns = tuple[Column[ClaimRow], ...]

ACT: Final[ClaimColumns] = (  # the name comes first: some programs damage the first column's name by the byte order mark
    Column(
        "authorisation",
        Kind.TEXT,
        message("Short name of the authorisation"),
        lambda row: row.context.words.of(row.act, "short") if row.act else "",
    ),
    Column(
        "authorisation_id",
        Kind.TEXT,
        message("Id of the authorisation; empty for context, which is under none"),
        lambda row: row.claim.authorisation_id,
    ),
)
PLACE_NAME: Final[ClaimColumns] = (
    Column("place_id", Kind.TEXT, message("Id of the place"), lambda row: row.claim.place_id),
    Column(
        "place",
        Kind.TEXT,
        message("Name of the place"),
        lambda row: row.context.words.of(row.place, "name") if row.place else "",
    ),
)
UNIT: Final[Column[ClaimRow]] = Column(
    "unit",
    Kind.TEXT,
    message("ISO 3166-2 code of the region that the place is or lies in; empty for no single one"),
    lambda row: row.place.unit if row.place else "",
)
PLACE: Final[ClaimColumns] = (
    *PLACE_NAME,
    Column("kind", Kind.TEXT, message("What the name stands for"), lambda row: row.kind),
    Column(
        "precision",
        Kind.TEXT,
        message("What the geometry stands for: unit, locality, level not stated, or inferred"),
        lambda row: row.place.precision.value if row.place else "",
    ),
    UNIT,
    Column(
        "unit_name",
        Kind.TEXT,
        message("Official name of that region"),
        lambda row: row.context.atlas.unit(row.place.unit).name if row.place and row.place.unit else "",
    ),
    Column(
        "latitude",
        Kind.NUMBER,
        message("Degrees north, WGS 84; empty for an area without a point"),
        lambda row: row.place.latitude if row.place else None,
    ),
    Column(
        "longitude",
        Kind.NUMBER,
        message("Degrees east, WGS 84; empty for an area without a point"),
        lambda row: row.place.longitude if row.place else None,
    ),
)
ROLE: Final[ClaimColumns] = (
    Column(
        "role",
        Kind.TEXT,
        message("Id of the role in which the place is named; deployment means authorised, not observed"),
        lambda row: row.claim.role.value if row.claim.role else "",
    ),
    Column(
        "role_name",
        Kind.TEXT,
        message("The role in words"),
        lambda row: row.context.words(ROLE_LABELS[row.claim.role]) if row.claim.role else "",
    ),
)
DAYS: Final[ClaimColumns] = (
    Column(
        "start",
        Kind.DATE,
        message("First day, inclusive; empty where none is stated"),
        lambda row: row.window.start if row.window else None,
    ),
    Column(
        "end",
        Kind.DATE,
        message("Last day, inclusive; empty where none is stated"),
        lambda row: row.window.stated_end if row.window else None,
    ),
    Column(
        "own_days",
        Kind.BOOLEAN,
        message("Whether the claim gives these days itself; if not, they are the authorisation's"),
        lambda row: row.claim.window is not None,
    ),
)
SAID_BY: Final[Column[ClaimRow]] = Column(
    "source_ids",
    Kind.LIST,
    message("Ids of all shown sources that say so: the place in this role for these days, or this value"),
    lambda row: row.source_ids,
)
SOURCE: Final[tuple[Column[SourceRow], ...]] = (
    Column(
        "title",
        Kind.TEXT,
        message("Title of the source; in square brackets if it is our description"),
        lambda row: row.context.words.of(row.source, "title"),
    ),
    Column("publisher", Kind.TEXT, message("Publisher of the source"), lambda row: row.source.publisher),
    Column("author", Kind.TEXT, message("Author of the source"), lambda row: row.source.author),
    Column(
        "published",
        Kind.TEXT,
        message("Day, month or year of publication, as exactly as it is known"),
        lambda row: row.source.published,
    ),
    Column("url", Kind.LINK, message("Web address of the source"), lambda row: row.source.url),
    Column("language", Kind.TEXT, message("ISO 639-1 code of the source's language"), lambda row: row.source.language),
    Column(
        "basis",
        Kind.TEXT,
        message("text for one of the texts that the project rests on, or corroboration"),
        lambda row: row.source.basis.value,
    ),
)


def _of_source(column: Column[SourceRow]) -> Column[ClaimRow]:
    """Return a column of claims with the value of a column of their source."""
    return Column(f"source_{column.name}", column.kind, column.about, lambda row: column.value(row.source))


CLAIM: Final[ClaimColumns] = (
    Column("claim_id", Kind.TEXT, message("Id of the claim: one fact as one source gives it"), lambda row: row.claim.claim_id),
    Column(
        "statement",
        Kind.TEXT,
        message("What the source says, in our words"),
        lambda row: row.context.words.of(row.claim, "statement"),
    ),
    Column(
        "certainty",
        Kind.TEXT,
        message("How the source says it: stated, attributed, estimate or opinion"),
        lambda row: row.claim.certainty.value,
    ),
    Column(
        "attributed_to",
        Kind.TEXT,
        message("Who says so according to the source"),
        lambda row: row.context.words.of(row.claim, "attributed_to"),
    ),
    Column("source_id", Kind.TEXT, message("Id of the source"), lambda row: row.claim.source_id),
    *map(_of_source, SOURCE),
    Column(
        "paragraph",
        Kind.INTEGER,
        message("Number of the paragraph in the source; empty for a corroborating page"),
        lambda row: row.claim.paragraph,
    ),
    Column(
        "phrase",
        Kind.TEXT,
        message("Key phrase, word for word, in the language of the source"),
        lambda row: row.claim.phrase,
    ),
    Column(
        "phrase_language",
        Kind.TEXT,
        message("ISO 639-1 code of the phrase's language"),
        lambda row: row.source.source.language if row.claim.phrase else "",
    ),
    Column(
        "disagreement_ids",
        Kind.LIST,
        message("Ids of the questions on which the sources disagree here"),
        lambda row: (row.claim.disagreement_id,) if row.claim.disagreement_id else (),
    ),
)
