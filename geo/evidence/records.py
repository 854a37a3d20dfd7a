"""The records of the evidence, as frozen values; one class per table of ``data/evidence``.

Every field is named after its column. A text that the source does not give is ``""``, any other missing value ``None``.
Dates are plain dates, and the two ends of a window are both inclusive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from geo.evidence.history import History
from geo.evidence.vocabulary import Basis, Certainty, Comparison, Precision, Role, Topic


@dataclass(frozen=True, slots=True)
class Window:
    """A span of whole days, both ends inclusive.

    An open window has no stated end. Its ``end`` is then the last day that the data knows of, so that days can be counted,
    drawn and chosen; what a reader or a file is told is ``stated_end``.

    Raises
    ------
    ValueError
        If the window ends before it starts.
    """

    start: date
    end: date
    is_open: bool = False
    """Whether nobody states an end."""

    def __post_init__(self) -> None:
        """Refuse a window that ends before it starts."""
        if self.end < self.start:
            message = f"a window cannot end ({self.end}) before it starts ({self.start})"
            raise ValueError(message)

    @property
    def stated_end(self) -> date | None:
        """The last day as the data states it; None for an open window."""
        return None if self.is_open else self.end

    @property
    def days(self) -> int:
        """Number of days, both ends counted; of an open window those up to the last day that the data knows of."""
        return (self.end - self.start).days + 1

    def overlaps(self, other: "Window") -> bool:
        """Whether the two windows have at least one day in common."""
        return self.start <= other.end and other.start <= self.end

    def clipped_to(self, bounds: "Window") -> "Window | None":
        """Return the days that the two windows have in common, or None; open where they reach the end of open bounds."""
        if not self.overlaps(bounds):
            return None
        end = min(self.end, bounds.end)
        return Window(max(self.start, bounds.start), end, is_open=bounds.is_open and end == bounds.end)


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
    """What a reader calls it; its publisher or id where the table has no such column."""
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
    """Columns ``start`` and ``end`` (empty: no end stated); it only bounds the filter, and a window claim supports it."""
    colour: str
    """``#rrggbb`` for light backgrounds."""
    at_start: bool = False
    """Whether it is on for a visitor who comes without a link."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a claim names (``places.csv``)."""

    place_id: str
    name: str
    name_es: str
    """Spanish name where it differs from ``name``."""
    kind: str
    unit: str
    """ISO 3166-2 code of the first-level unit that it is or lies in; empty when it is in no single unit."""
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
        """Whether the place stands for the whole of its unit (named by itself, or of unstated level)."""
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
    """Columns ``start`` and ``end`` (empty: no end stated); None means that the claim has its authorisation's window."""
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
    """A question on which sources disagree (``disagreements.csv``); its answers are the claims that name it."""

    disagreement_id: str
    question_en: str
    question_es: str
    known_en: str
    known_es: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """The label of a claim's attribute (``attributes.csv``); an attribute without one is shown by its own name."""

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
