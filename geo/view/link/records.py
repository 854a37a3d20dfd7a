"""Input and result of reading a link: :class:`LinkContext`, :class:`Reading` and :class:`Notice`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.view.state import ViewState

SHOWN_LENGTH: Final = 40
"""Characters of a part of a link that a notice repeats."""


class Reason(StrEnum):
    """Why a part of a link is not shown as written; :mod:`geo.view.link.notices` has a sentence for each reason."""

    UNKNOWN = "unknown"
    """It names something that the data does not have, and is left out."""
    UNREADABLE = "unreadable"
    CLIPPED = "clipped"
    """The days reach beyond the window of the act."""
    OUTSIDE_WINDOW = "outside window"
    """None of the days is in the window of the act."""
    OUTSIDE_MAP = "outside map"
    REVERSED = "reversed"
    """The last day comes before the first; the two are swapped."""
    INCOMPLETE = "incomplete"
    """The value ends after a comma, or has no last day though the act has one."""
    OTHER_DATA = "other data"
    """The version of the data differs from the present one."""
    REPEATED = "repeated"
    """The key has several different values."""
    TOO_LONG = "too long"
    CUT_OFF = "cut off"
    """The end of the link is missing; the notice's value lists the keys that are missing, with commas."""
    SHORT_LINK = "short link"
    """A short link, which does not contain the view."""
    NO_LINK = "no link"
    """The text is neither a link nor a query."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A part of a link that is not shown as written."""

    key: str
    """Key of the link; empty if the notice is about the whole link."""
    value: str
    """The part as written in the link, cut to 40 characters."""
    reason: Reason

    @classmethod
    def of(cls, key: str, value: str, reason: Reason) -> Self:
        """Return a notice with key and value cut to length."""
        return cls(key[:SHOWN_LENGTH], value if len(value) <= SHOWN_LENGTH else f"{value[:SHOWN_LENGTH]}…", reason)

    @property
    def found(self) -> str:
        """The part as written in the link: key and value."""
        return f"{self.key}={self.value}" if self.key else self.value

    @property
    def is_no_view(self) -> bool:
        """Whether the text contains no view."""
        return self.reason in (Reason.SHORT_LINK, Reason.NO_LINK)


@dataclass(frozen=True, slots=True)
class Reading:
    """The view of a link, with the parts that could not be read."""

    state: ViewState
    notices: tuple[Notice, ...] = ()
    other: tuple[tuple[str, str], ...] = ()
    """Keys and values that are not part of a view: options of a figure, trackers."""
    address: str = ""
    """Address of the page, without query; empty if the text was a query alone."""


@dataclass(frozen=True, slots=True)
class LinkContext:
    """The ids that the values of a link may name."""

    evidence: Evidence
    units: frozenset[str]
    """ISO 3166-2 codes of the first-level units."""
    unit_names: Mapping[str, str] = field(default_factory=dict)
    """Official names by code; for a unit without a name the code is shown."""

    @classmethod
    def of(cls, evidence: Evidence, atlas: Atlas) -> Self:
        """Return the context for an evidence and an atlas."""
        names = {unit.code: unit.name for unit in atlas.units}
        return cls(evidence, frozenset(names), names)
