"""The records of the evidence: frozen dataclasses, one for each table of ``data/evidence``.

Every field has the name of its column. A missing text is ``""``, any other missing value ``None``. Both ends of a window are
inclusive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.evidence.history import History
from geo.evidence.vocabulary import Basis, Certainty, Comparison, Precision, Role, Topic
from geo.evidence.window import Window


@dataclass(frozen=True, slots=True)
class Source:
    """A text or page that claims are taken from (``sources.csv``)."""

    source_id: str
    title: str
    title_es: str
    """Spanish form of a bracketed, descriptive title; empty where the title is the source's own."""
    publisher: str
    author: str
    published: str
    """ISO 8601 date, month or year, as exact as it is known."""
    url: str
    language: str
    """ISO 639-1 code of the source's language; its key phrases are in it."""
    basis: Basis
    derives_from: tuple[str, ...]
    """Ids of sources, or names of outside origins, that it rests on or copies."""
    stance: str
    stance_es: str
    note_en: str
    note_es: str
    author_inverted: str = ""
    """A person as ``Family, Given``, which a citation needs; empty where the author is an organisation or not known."""
    short_en: str = ""
    """Short name for readers; publisher or id if the table has no such column."""
    short_es: str = ""


@dataclass(frozen=True, slots=True)
class Authorisation:
    """An act that lets foreign personnel in (``authorisations.csv``); all else about it is derived from claims."""

    authorisation_id: str
    year: int
    name_en: str
    name_es: str
    short_en: str
    short_es: str
    window: Window
    """Columns ``start`` and ``end`` (empty: no end stated). It bounds the filter of days; a window claim gives its source."""
    colour: str
    """``#rrggbb`` for light backgrounds."""
    at_start: bool = False
    """Whether it is on for a visitor without a link."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a claim names (``places.csv``)."""

    place_id: str
    name: str
    name_es: str
    """Spanish name where it differs from ``name``."""
    kind: str
    unit: str
    """ISO 3166-2 code of the first-level unit that it is or lies in; empty if it lies in several."""
    latitude: float | None
    """Degrees, WGS 84; None for an area without a point."""
    longitude: float | None
    """Degrees, WGS 84; None for an area without a point."""
    ubigeo: str
    """INEI code of the unit, district or populated centre."""
    geonames_id: str
    precision: Precision
    coordinate_source: str
    note_en: str
    note_es: str

    @property
    def is_area(self) -> bool:
        """Whether the place is shown as its whole unit: named as a unit, or of a level that is not stated."""
        return bool(self.unit) and self.precision in (Precision.UNIT, Precision.LEVEL_NOT_STATED)

    @property
    def is_point(self) -> bool:
        """Whether the place is drawn as a point."""
        return self.latitude is not None and self.precision is not Precision.UNIT


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact as one source gives it, about at most one place (``claims.csv``)."""

    claim_id: str
    authorisation_id: str
    """Empty for context."""
    topic: Topic
    attribute: str
    """What is stated, e.g. ``for`` of topic ``vote``; its label is in ``attributes.csv``."""
    place_id: str
    role: Role | None
    value: str
    """Bare value as text; its type is ``value_type``. Empty where the window or the place is the value."""
    comparison: Comparison | None
    value_type: str
    value_es: str
    unit: str
    """Unit of the value (persons, votes, percent); not a first-level unit."""
    window: Window | None
    """Columns ``start`` and ``end`` (empty: no end stated); None for the window of the authorisation."""
    statement_en: str
    statement_es: str
    certainty: Certainty
    attributed_to: str
    attributed_to_es: str
    source_id: str
    paragraph: int | None
    """Number of the non-blank paragraph, from 1; None for corroboration."""
    phrase: str
    """At most 12 words of the source, verbatim, in the source's language."""
    disagreement_id: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question on which sources disagree (``disagreements.csv``). The claims with its id are the answers."""

    disagreement_id: str
    question_en: str
    question_es: str
    known_en: str
    known_es: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """The label of an attribute of claims (``attributes.csv``). An attribute without a label is shown as its name."""

    attribute: str
    label_en: str
    label_es: str


@dataclass(frozen=True, slots=True)
class Change:
    """A version of the data, and what was new in it (``changes`` of the descriptor)."""

    version: str
    date: str
    """ISO 8601."""
    note_en: str
    note_es: str


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence of the data (``licenses`` of the descriptor)."""

    title: str
    path: str
    """Web address of its text."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The whole of ``data/evidence``, valid; every mapping is in the order of its file, but acts are sorted by first day."""

    version: str
    """Version of the data package."""
    sources: Mapping[str, Source]
    authorisations: Mapping[str, Authorisation]
    """By first day; acts that begin on the same day in the order of the file. Links, views and files keep this order."""
    places: Mapping[str, Place]
    claims: Mapping[str, Claim]
    disagreements: Mapping[str, Disagreement]
    attributes: Mapping[str, Attribute]
    changes: tuple[Change, ...] = ()
    """The versions of the data, newest first."""
    licences: tuple[Licence, ...] = ()
    history: History = field(default_factory=History)
    """Which claims each version changed."""

    def window_of(self, claim: Claim) -> Window | None:
        """Return the claim's own window, or its authorisation's; None for context without a window."""
        if claim.window is not None:
            return claim.window
        authorisation = self.authorisations.get(claim.authorisation_id)
        return authorisation.window if authorisation else None
