"""What the reading of a link takes and gives: :class:`LinkContext`, :class:`Notice` and :class:`Reading`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.view.state import ViewState

SHOWN_LENGTH: Final = 40
"""How many characters of a part of a link a notice repeats."""


class Reason(StrEnum):
    """Why a part of a link is not shown as it stands; :mod:`geo.view.link.notices` has the sentence for each."""

    UNKNOWN = "unknown"
    """It names what the data does not have, and is left out."""
    UNREADABLE = "unreadable"
    CLIPPED = "clipped"
    """The days reach beyond the window of the act."""
    OUTSIDE_WINDOW = "outside window"
    """None of the days is in the window of the act."""
    OUTSIDE_MAP = "outside map"
    REVERSED = "reversed"
    """The last day comes before the first; they are read the other way round."""
    INCOMPLETE = "incomplete"
    """The value ends too early: after a comma, or before the last day of an act that has one."""
    OTHER_DATA = "other data"
    """The version of the data is not the present one."""
    REPEATED = "repeated"
    """The key has several values that differ."""
    TOO_LONG = "too long"
    CUT_OFF = "cut off"
    """The end of the link is missing; the notice's value lists the keys that are missing, with commas."""
    SHORT_LINK = "short link"
    """A link of a shortener, which does not say the view."""
    NO_LINK = "no link"
    """The text is neither a link nor a query."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A part of a link that is not shown as it stands."""

    key: str
    """Key of the link; empty where the notice is about the link as a whole."""
    value: str
    """The part as the link has it, cut to 40 characters."""
    reason: Reason

    @classmethod
    def of(cls, key: str, value: str, reason: Reason) -> Self:
        """Make a notice with its key and value cut to length."""
        return cls(key[:SHOWN_LENGTH], value if len(value) <= SHOWN_LENGTH else f"{value[:SHOWN_LENGTH]}…", reason)

    @property
    def found(self) -> str:
        """The part as a link has it, key and value."""
        return f"{self.key}={self.value}" if self.key else self.value

    @property
    def is_no_view(self) -> bool:
        """Whether the link says no view at all."""
        return self.reason in (Reason.SHORT_LINK, Reason.NO_LINK)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a link says: the view, and what of it could not be read."""

    state: ViewState
    notices: tuple[Notice, ...] = ()
    other: tuple[tuple[str, str], ...] = ()
    """Keys and values that are no part of a view: the options of a figure, trackers."""
    address: str = ""
    """Address of the page, without query; empty where the text was a query alone."""


@dataclass(frozen=True, slots=True)
class LinkContext:
    """What the values of a link may name."""

    evidence: Evidence
    units: frozenset[str]
    """ISO 3166-2 codes of the first-level units."""
    unit_names: Mapping[str, str] = field(default_factory=dict)
    """Their official names, by code; a unit without one is called by its code."""

    @classmethod
    def of(cls, evidence: Evidence, atlas: Atlas) -> Self:
        """Return what the values of a link may name of an evidence and an atlas."""
        names = {unit.code: unit.name for unit in atlas.units}
        return cls(evidence, frozenset(names), names)
