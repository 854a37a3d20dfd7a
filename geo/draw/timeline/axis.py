"""The axis of a timeline: the position of a day, the labels of its ticks, and the breaks where empty days are left out.

Positions are fractions of the width of the axis, from 0 at the left to 1 at the right.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from geo.draw.text_width import text_width
from geo.evidence import Window
from geo.text import Translator
from geo.view import Segment, month_name, short_day

TEXT_SIZE: Final = 11.5
"""Size of the labels of the axis, in pixels."""

_BREAK_SHARE: Final = 0.14
_MOST_BREAKS: Final = 0.4
_LEAST_SHARE: Final = 0.2
_MONTH_STEPS: Final = (1, 2, 3, 6, 12)
_DAY_STEPS: Final = (1, 2, 5, 10)
_DAYS_WITH_MONTHS: Final = 70
"""A segment of more days than these has months as its ticks, a shorter one days."""
_ROOM: Final = 6.0


@dataclass(frozen=True, slots=True)
class Part:
    """A segment with the positions of its ends."""

    segment: Segment
    left: float
    right: float

    def at(self, day: date) -> float:
        """Return the position at which a day begins."""
        window = self.segment.window
        return self.left + (self.right - self.left) * (day - window.start).days / window.days


@dataclass(frozen=True, slots=True)
class Tick:
    """Labelled days on the axis."""

    window: Window
    label: str
    left: float
    right: float
    by_month: bool
    """Whether the label is a month; if not, it is a day."""
    choice: bool
    """Whether the days are a single month, which a reader can choose."""


@dataclass(frozen=True, slots=True)
class YearMark:
    """The start of a year on a segment, or of the segment within a year."""

    year: int
    left: float
    is_named: bool
    """Whether its number has room before the next year begins."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Segments side by side, with the breaks between them."""

    parts: tuple[Part, ...]

    def span(self, window: Window) -> tuple[float, float]:
        """Return the positions of the start of a window's first day and of the end of its last day.

        Raises
        ------
        ValueError
            If no segment contains the window.
        """
        for part in self.parts:
            if window.clipped_to(part.segment.window) == window:
                return part.at(window.start), part.at(window.end + timedelta(days=1))
        raise ValueError(f"no segment of the axis holds {window.start} to {window.end}")

    def holds(self, window: Window) -> bool:
        """Return whether a window has days in common with one of the segments."""
        return any(window.overlaps(part.segment.window) for part in self.parts)


def build_axis(segments: Iterable[Segment]) -> Axis:
    """Return an axis of segments side by side, each as wide as the square root of its days."""
    segments = tuple(segments)
    weights = [math.sqrt(segment.window.days) for segment in segments]
    least = _LEAST_SHARE * sum(weights)
    weights = [max(weight, least) for weight in weights] if len(weights) * _LEAST_SHARE < 1 else weights
    between = max(0, len(segments) - 1)
    breaks = min(_BREAK_SHARE * between, _MOST_BREAKS)
    gap = breaks / max(1, between)
    left, parts = 0.0, []
    for segment, weight in zip(segments, weights, strict=True):
        right = left + (1 - breaks) * weight / sum(weights)
        parts.append(Part(segment, left, right))
        left = right + gap
    return Axis(tuple(parts))


def ticks(part: Part, width: float, words: Translator) -> tuple[Tick, ...]:
    """Return as many ticks of a segment as have room for their labels on an axis of a width in pixels."""
    window = part.segment.window
    pixels = (part.right - part.left) * width / window.days
    if window.days > _DAYS_WITH_MONTHS:
        widest = max(text_width(month_name(date(2000, month, 1), words), TEXT_SIZE) for month in range(1, 13))
        step = next((step for step in _MONTH_STEPS if step * 30 * pixels >= widest + _ROOM), _MONTH_STEPS[-1])
        stretches = _months(window, step)
    else:
        step = next((step for step in _DAY_STEPS if step * pixels >= 2.4 * TEXT_SIZE), _DAY_STEPS[-1])
        stretches = _days(window, step)
    return tuple(_named(part, stretches, single=step == 1, words=words))


def year_marks(part: Part, width: float) -> tuple[YearMark, ...]:
    """Return a mark for the start of a segment and for every year that begins in it, on an axis of a width in pixels."""
    window = part.segment.window
    begins = [window.start, *(date(year, 1, 1) for year in range(window.start.year + 1, window.end.year + 1))]
    places = [part.at(day) for day in begins]
    rooms = [(after - before) * width for before, after in pairwise((*places, part.right))]
    is_only = len(places) == 1
    return tuple(
        YearMark(day.year, left, is_only or text_width(str(day.year), TEXT_SIZE, bold=True) <= room)
        for day, left, room in zip(begins, places, rooms, strict=True)
    )


def _named(part: Part, stretches: Iterable[Window], *, single: bool, words: Translator) -> Iterator[Tick]:
    by_month = part.segment.window.days > _DAYS_WITH_MONTHS
    month = 0
    for stretch in stretches:
        shown = stretch.clipped_to(part.segment.window) or stretch
        start = shown.start
        label = month_name(start, words) if by_month else short_day(start, words) if month != start.month else str(start.day)
        month = start.month
        right = part.at(shown.end + timedelta(days=1))
        yield Tick(stretch, label, part.at(start), right, by_month, by_month and single)


def _months(window: Window, step: int) -> Iterator[Window]:
    """Yield windows of ``step`` whole months that have days in a window."""
    number = (window.start.year * 12 + window.start.month - 1) // step * step
    while _first(number) <= window.end:
        stretch = Window(_first(number), _first(number + step) - timedelta(days=1))
        if stretch.overlaps(window):
            yield stretch
        number += step


def _days(window: Window, step: int) -> Iterator[Window]:
    """Yield the days with a label: the first of each month and every ``step``-th day after it."""
    for offset in range(window.days):
        day = window.start + timedelta(days=offset)
        if (day.day - 1) % step == 0 and day.day <= 32 - min(step, 4):
            yield Window(day, day)


def _first(number: int) -> date:
    """Return the first day of a month counted from the year 0."""
    return date(number // 12, number % 12 + 1, 1)
