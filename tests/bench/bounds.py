"""The bounds of the design (section 8) that the figures are held against. Nothing here measures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tests.bench.results import (
    BESIDE_EXPORTS,
    CHECK,
    DETAIL,
    ERRORS,
    FAR,
    FILTER,
    GROWTH,
    JUMPS,
    KEPT,
    KEPT_GROWN,
    LATER,
    MANY_ACTS,
    MANY_CLAIMS,
    MANY_FACTS,
    MEMORY,
    SENT,
    SLOW_BYTES,
    SLOW_PICTURE,
    SLOW_READY,
    SOAK,
    SOAK_LIMIT,
    START,
    TIMES_ALONE,
    TWO_ACTS,
    Found,
    Series,
    claims_name,
    figure_name,
    load_name,
    second,
    views_name,
)


@dataclass(frozen=True, slots=True)
class Bound:
    """One line of the design: a figure of the page that may not exceed a multiple of another, or a plain number."""

    measure: str
    factor: float
    """Times the reference or, without one, the number itself, in the unit of the measure."""
    against: tuple[str, str] | None = None
    """Measure and page that it is held against."""
    statistic: Literal["median", "p95", "max"] = "median"
    at_least: bool = False
    """Whether the number is the least rather than the most."""
    subject: str = "page"
    """Page whose figure is held against the bound."""


BOUNDS: Final = (
    Bound(FILTER, 1, (FILTER, "floor")),
    Bound(FILTER, 0.2, (FILTER, "plain")),
    Bound(KEPT, 1, at_least=True),
    Bound(FILTER, 0.4, (FILTER, "floor")),
    Bound(FILTER, 30),
    Bound(FILTER, 1, (FILTER, "dash-leaflet")),
    Bound(FILTER, 1, (FILTER, "NiceGUI")),
    Bound(FAR, 0.4, (FAR, "floor")),
    Bound(FAR, 30),
    Bound(FAR, 1, (FAR, "dash-leaflet")),
    Bound(FAR, 1, (FAR, "NiceGUI")),
    Bound(JUMPS, 0, statistic="max"),
    Bound(GROWTH, 2, (GROWTH, TWO_ACTS), subject=MANY_ACTS),
    Bound(DETAIL, 1.5, (FILTER, "floor")),
    Bound(START, 1.5, (START, "floor")),
    Bound(LATER, 1.5, (LATER, "floor")),
    Bound(SLOW_PICTURE, 0.15, (SLOW_READY, "floor")),
    Bound(SLOW_READY, 0.7, (SLOW_READY, "floor")),
    Bound(SLOW_BYTES, 1600),
    Bound(second(SLOW_BYTES), 60),
    Bound(SLOW_READY, 0.25, (SLOW_READY, "floor"), subject="light page"),
    Bound(SLOW_READY, 0.25, (SLOW_READY, "floor"), subject="static site"),
    Bound(SENT, 12),
    Bound(load_name(60), TIMES_ALONE, (load_name(1), "page"), "p95"),
    Bound(f"{load_name(100)}: {ERRORS}", 0),
    Bound(MEMORY, 1024),
    Bound(figure_name("svg"), 0.7, (BESIDE_EXPORTS, "floor")),
    Bound(figure_name("pdf"), 1, (BESIDE_EXPORTS, "floor")),
    Bound(figure_name("png"), 2, (BESIDE_EXPORTS, "floor")),
    Bound(GROWTH, 2, (GROWTH, claims_name(20)), subject=MANY_CLAIMS),
    Bound(GROWTH, 2, (GROWTH, claims_name(20)), subject=MANY_FACTS),
    Bound(KEPT_GROWN, 1, at_least=True, subject=MANY_CLAIMS),
    Bound(views_name(MANY_CLAIMS), 1000, subject="slowest view"),
    Bound(views_name(MANY_FACTS), 1000, subject="slowest view"),
    Bound(f"{views_name(MANY_CLAIMS)}: {ERRORS}", 0),
    Bound(f"{views_name(MANY_FACTS)}: {ERRORS}", 0),
    Bound(CHECK, 3),
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


def judge(found: Found, bounds: Sequence[Bound] = BOUNDS) -> tuple[Verdict, ...]:
    """Hold what was found against the bounds."""
    return tuple(_judge(found, bound) for bound in bounds)


def _judge(found: Found, bound: Bound) -> Verdict:
    value = _figure(found, bound.measure, bound.subject, bound.statistic)
    reference = _figure(found, *bound.against, bound.statistic) if bound.against else 1.0
    return Verdict(bound, value, None if reference is None else reference * bound.factor)


def _figure(found: Found, measure: str, subject: str, statistic: str) -> float | None:
    series = found.get(measure, subject)
    return None if series is None else _statistic(series, statistic)


def _statistic(series: Series, statistic: str) -> float:
    if statistic == "max":
        return max(series.values)
    return series.p95 if statistic == "p95" else series.median
