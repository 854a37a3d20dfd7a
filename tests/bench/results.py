"""What was measured. Nothing here measures."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final

FAR_MS: Final = 150.0
"""Round trip to a server that is far away."""
FILTER: Final = "filter change"
FAR: Final = f"filter change, {FAR_MS:g} ms from the server"
JUMPS: Final = "later jumps of a filter change"
DETAIL: Final = "place click to detail"
START: Final = "server start to first view"
LATER: Final = "later visitor's first view"
SENT: Final = "sent per filter change"
KEPT: Final = "maps kept by filter changes"

SLOW_PICTURE: Final = "slow line: picture of the view"
SLOW_READY: Final = "slow line: painted and usable"
SLOW_BYTES: Final = "slow line: bytes"
SLOW_REQUESTS: Final = "slow line: requests"

BESIDE_EXPORTS: Final = "filter change beside exports"
GROWTH: Final = "filter change, generated data"
KEPT_GROWN: Final = "maps kept, generated data"
CHECK: Final = "check of 10,000 claims"
MEMORY: Final = "memory per session"
CAPACITY: Final = "sessions on one core within 3 x p95 of one"
SOAK: Final = "growth of memory in a soak"
SOAK_LIMIT: Final = 3.0
"""Percent; what the allocator keeps for a while is no growth."""
TIMES_ALONE: Final = 3.0
"""How much longer than a single session's a run may take when there are many."""
ERRORS: Final = "errors"

TWO_ACTS: Final = "2 acts"
MANY_ACTS: Final = "20 acts"
MANY_FACTS: Final = "4,000 facts"
MANY_CLAIMS: Final = "10,000 claims"

_MILLISECONDS: Final = "ms"
_UNITS: Final[Mapping[str, str]] = {
    START: "s", LATER: "s", SENT: "KiB", MEMORY: "KiB", KEPT: "of 1", KEPT_GROWN: "of 1", JUMPS: "", CAPACITY: "", SOAK: "%",
    SLOW_PICTURE: "s", SLOW_READY: "s", SLOW_BYTES: "kB", SLOW_REQUESTS: "", CHECK: "s", ERRORS: "",
}  # fmt: skip
_SECOND: Final = ", second visit"


def second(measure: str) -> str:
    """Return the name of what is measured at a second visit."""
    return measure + _SECOND


def views_name(size: str) -> str:
    """Return the name of how long a view of generated data takes."""
    return f"view opened, {size}"


def load_name(sessions: int) -> str:
    """Return the name of what is measured with a number of sessions at work."""
    return f"run, {sessions} session{'s' if sessions > 1 else ''}"


def figure_name(format_: str) -> str:
    """Return the name of how long a figure takes."""
    return f"A4 figure as {format_.upper()}"


def file_name(format_: str) -> str:
    """Return the name of how long a file takes."""
    return f"file as {format_.upper()}"


def claims_name(claims: int) -> str:
    """Return the name of the page with generated data."""
    return f"{claims:,} claims"


def unit_of(measure: str) -> str:
    """Return the unit of a measure."""
    name = ERRORS if measure.endswith(ERRORS) else measure.removesuffix(_SECOND)
    return _UNITS.get(name, _MILLISECONDS)


@dataclass(frozen=True, slots=True)
class Series:
    """What was found for one measure on one page."""

    measure: str
    subject: str
    values: tuple[float, ...]
    """At least one, in the order in which they were found."""

    @property
    def median(self) -> float:
        """The value in the middle."""
        return median(self.values)

    @property
    def p95(self) -> float:
        """The value that 95 in 100 do not exceed."""
        return quantiles(self.values, n=20, method="inclusive")[-1] if len(self.values) > 1 else self.values[0]


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that one run of the benchmark found."""

    series: tuple[Series, ...]

    def get(self, measure: str, subject: str) -> Series | None:
        """Return one series; None if it was not measured."""
        return next((one for one in self.series if (one.measure, one.subject) == (measure, subject)), None)


def capacity(loads: Mapping[int, Series]) -> int:
    """Return the largest number of sessions up to which no number has a p95 above three times that of a single one.

    Parameters
    ----------
    loads
        Runs by number of sessions, that of one among them.
    """
    within = 0
    for sessions, series in sorted(loads.items()):
        if series.p95 > TIMES_ALONE * loads[1].p95:
            break
        within = sessions
    return within
