"""What was measured, and the bounds of the design (section 8) that it is held against. Nothing here measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final, Literal

FILTER: Final = "filter change"
DETAIL: Final = "place click to detail"
START: Final = "server start to first view"
LATER: Final = "later visitor's first view"
SENT: Final = "sent per filter change"
MEMORY: Final = "memory per session"
KEPT: Final = "maps kept by filter changes"
BESIDE_EXPORTS: Final = "filter change beside exports"
GROWTH: Final = "filter change, generated data"
KEPT_GROWN: Final = "maps kept, generated data"
CAPACITY: Final = "sessions on one core within 3 x p95 of one"
SOAK: Final = "growth of memory in a soak"
SOAK_LIMIT: Final = 3.0
"""Percent; what the allocator keeps for a while is no growth."""
TIMES_ALONE: Final = 3.0
"""How much longer than a single session's a run may take when there are many."""
ERRORS: Final = "errors"

UNITS: Final[Mapping[str, str]] = {
    FILTER: "ms", DETAIL: "ms", START: "s", LATER: "s", SENT: "KiB", MEMORY: "KiB", KEPT: "of 1", KEPT_GROWN: "of 1",
    CAPACITY: "", SOAK: "%", ERRORS: "",
}  # fmt: skip


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
    """Return the unit of a measure; runs under load are in milliseconds."""
    return UNITS.get(measure.rpartition(": ")[2], "ms")


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


@dataclass(frozen=True, slots=True)
class Bound:
    """One line of the design: a figure of the page that may not exceed a multiple of another, or a plain number."""

    measure: str
    factor: float
    """Times the reference or, without one, the number itself, in the unit of the measure."""
    against: tuple[str, str] | None = None
    """Measure and page that it is held against."""
    statistic: Literal["median", "p95"] = "median"
    at_least: bool = False
    """Whether the number is the least rather than the most."""
    subject: str = "page"
    """Page whose figure is held against the bound."""


BOUNDS: Final = (
    Bound(FILTER, 1.2, (FILTER, "floor")),
    Bound(FILTER, 0.2, (FILTER, "plain")),
    Bound(KEPT, 1, at_least=True),
    Bound(DETAIL, 3, (FILTER, "floor")),
    Bound(START, 2, (START, "floor")),
    Bound(LATER, 1.8, (LATER, "floor")),
    Bound(SENT, 12),
    Bound(figure_name("svg"), 1, (BESIDE_EXPORTS, "floor")),
    Bound(figure_name("pdf"), 2, (BESIDE_EXPORTS, "floor")),
    Bound(figure_name("png"), 4, (BESIDE_EXPORTS, "floor")),
    Bound(GROWTH, 3, (GROWTH, claims_name(20)), subject=claims_name(10_000)),
    Bound(KEPT_GROWN, 1, at_least=True, subject=claims_name(10_000)),
    Bound(MEMORY, 1024),
    Bound(load_name(60), TIMES_ALONE, (load_name(1), "page"), "p95"),
    Bound(f"{load_name(100)}: {ERRORS}", 0),
    Bound(SOAK, SOAK_LIMIT),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bound, and whether the page keeps it."""

    bound: Bound
    value: float | None
    """None if it was not measured."""
    limit: float | None
    """None if what it is held against was not measured."""

    @property
    def word(self) -> str:
        """``met``, ``missed`` or ``not measured``."""
        if self.value is None or self.limit is None:
            return "not measured"
        met = self.value >= self.limit if self.bound.at_least else self.value <= self.limit
        return "met" if met else "missed"


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


def judge(found: Found, bounds: Sequence[Bound] = BOUNDS) -> tuple[Verdict, ...]:
    """Hold what was found against the bounds."""
    return tuple(_judge(found, bound) for bound in bounds)


def _judge(found: Found, bound: Bound) -> Verdict:
    value = _figure(found, bound.measure, bound.subject, bound.statistic)
    reference = _figure(found, *bound.against, bound.statistic) if bound.against else 1.0
    return Verdict(bound, value, None if reference is None else reference * bound.factor)


def _figure(found: Found, measure: str, subject: str, statistic: str) -> float | None:
    series = found.get(measure, subject)
    if series is None:
        return None
    return series.p95 if statistic == "p95" else series.median
