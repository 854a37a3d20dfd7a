"""What is drawn of the axis of a timeline: years, the names of months or days, lines, and the breaks."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from geo.draw.escape import to_html
from geo.draw.text_width import text_width
from geo.draw.timeline.axis import TEXT_SIZE, Axis, Part, Tick, ticks
from geo.text import Translator
from geo.view import Timeline

HEAD: Final = 34.0
"""Height of the axis, in pixels."""
TARGET: Final = 24.0
"""Least height of what can be chosen, in pixels (WCAG 2.2, target size)."""


def axis_head(axis: Axis, timeline: Timeline, width: float, words: Translator) -> Iterator[str]:
    """Yield years, the names of months or days, the line of the axis, and the breaks in it."""
    for part in axis.parts:
        year = 0
        for tick in _with_room(part, width, words):
            if tick.window.start.year != year:
                year = tick.window.start.year
                place = f'x="{percent(tick.left)}"' if tick.by_month else _tick_place(tick, part, width)
                yield f'<text {place} y="11" font-size="{TEXT_SIZE}" font-weight="600">{year}</text>'
            yield _tick_label(tick, timeline, words, part=part, width=width)
        yield (
            f'<line x1="{percent(part.left)}" x2="{percent(part.right)}" y1="{HEAD - 2}" y2="{HEAD - 2}" '
            'stroke="currentColor" stroke-opacity="0.55"/>'
        )
    for before, after in pairwise(axis.parts):
        middle = (before.right + after.left) / 2
        lines = (words.plural("{count} day", "{count} days", after.segment.empty_before), words("nothing dated"))
        for index, line in enumerate(lines):
            yield (
                f'<text x="{percent(middle)}" y="{11 + 15 * index}" font-size="{TEXT_SIZE}" text-anchor="middle" '
                f'class="break">{to_html(line)}</text>'
            )


def _with_room(part: Part, width: float, words: Translator) -> Iterator[Tick]:
    """Yield the ticks of a segment whose names fit."""
    for tick in ticks(part, width, words):
        if not tick.by_month or (tick.right - tick.left) * width >= text_width(tick.label, TEXT_SIZE) + 2:
            yield tick


def _tick_label(tick: Tick, timeline: Timeline, words: Translator, *, part: Part, width: float) -> str:
    place = _tick_place(tick, part, width)
    text = f'<text {place} y="26" font-size="{TEXT_SIZE}" class="tick">{to_html(tick.label)}</text>'
    if not tick.choice or not any(tick.window.overlaps(lane.band.window) for lane in timeline.lanes):
        return text
    days = f"{tick.window.start}..{tick.window.end}"
    label = words("Show these days: {days}", days=words.span(tick.window.start, tick.window.end))
    return (
        f'<g class="choice" role="button" tabindex="0" data-choose=":{days}" aria-label="{to_html(label)}">'
        f'<rect class="hit" x="{percent(tick.left)}" y="8" width="{percent(tick.right - tick.left)}" height="{TARGET}" rx="2" '
        f'fill="transparent"/>{text}</g>'
    )


def _tick_place(tick: Tick, part: Part, width: float) -> str:
    """Return the attributes that centre a name on its days, or keep it within the segment."""
    middle = (tick.left + tick.right) / 2
    half = text_width(tick.label, TEXT_SIZE) / 2 / width
    if middle - half < part.left:
        return f'x="{percent(tick.left)}"'
    if middle + half > part.right:
        return f'x="{percent(tick.right)}" text-anchor="end"'
    return f'x="{percent(middle)}" text-anchor="middle"'


def axis_grid(axis: Axis, width: float, height: float, words: Translator) -> str:
    """Return the upright lines of ticks and breaks."""
    lines = []
    for part in axis.parts:
        for tick in ticks(part, width, words):
            at = tick.left if tick.by_month else (tick.left + tick.right) / 2
            lines.append(_upright(at, HEAD - 6, HEAD - 2, 'stroke-opacity="0.55"'))
            lines.append(_upright(at, HEAD - 2, height, 'stroke-opacity="0.08"'))
    for before, after in pairwise(axis.parts):
        lines.extend(
            _upright(at, 2, height, 'stroke-opacity="0.3" stroke-dasharray="2 4"') for at in (before.right, after.left)
        )
    return "".join(lines)


def _upright(at: float, top: float, bottom: float, style: str) -> str:
    return (
        f'<line x1="{percent(at)}" x2="{percent(at)}" y1="{pixels(top)}" y2="{pixels(bottom)}" stroke="currentColor" {style}/>'
    )


def pixels(value: float) -> str:
    """Write a length in pixels."""
    return f"{value:.1f}".removesuffix(".0")


def percent(fraction: float) -> str:
    """Write a fraction of the width."""
    return f"{fraction * 100:.2f}".rstrip("0").rstrip(".") + "%"
