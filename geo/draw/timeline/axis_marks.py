"""What is drawn of the axis of a timeline: years, the names of months or days, lines, and the breaks."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from geo.draw.markup import Attribute, Markup, element, join, shape, text
from geo.draw.text_width import text_width
from geo.draw.timeline.axis import TEXT_SIZE, Axis, Part, Tick, ticks, year_marks
from geo.text import Translator
from geo.view import Timeline

HEAD: Final = 34.0
"""Height of the axis, in pixels."""
TARGET: Final = 24.0
"""Least height of what can be chosen, in pixels (WCAG 2.2, target size)."""


def axis_head(axis: Axis, timeline: Timeline, width: float, words: Translator) -> Iterator[Markup]:
    """Yield years, the names of months or days, the line of the axis, and the breaks in it."""
    for part in axis.parts:
        for mark in year_marks(part, width):
            if mark.is_named:
                yield text("text", str(mark.year), x=percent(mark.left), y=11, font_size=TEXT_SIZE, font_weight=600)
        for tick in _with_room(part, width, words):
            yield _tick_label(tick, timeline, words, part=part, width=width)
        yield shape("line", x1=percent(part.left), x2=percent(part.right), y1=HEAD - 2, y2=HEAD - 2, **_ink(0.55))
    for before, after in pairwise(axis.parts):
        middle = (before.right + after.left) / 2
        lines = (words.plural("{count} day", "{count} days", after.segment.empty_before), words("nothing dated"))
        for index, line in enumerate(lines):
            place: dict[str, Attribute] = {"x": percent(middle), "y": 11 + 15 * index, "text_anchor": "middle"}
            yield text("text", line, classes="break", font_size=TEXT_SIZE, **place)


def _with_room(part: Part, width: float, words: Translator) -> Iterator[Tick]:
    """Yield the ticks of a segment whose names fit."""
    for tick in ticks(part, width, words):
        if not tick.by_month or (tick.right - tick.left) * width >= text_width(tick.label, TEXT_SIZE) + 2:
            yield tick


def _tick_label(tick: Tick, timeline: Timeline, words: Translator, *, part: Part, width: float) -> Markup:
    label = text("text", tick.label, classes="tick", y=26, font_size=TEXT_SIZE, **_tick_place(tick, part, width))
    if not tick.choice or not any(tick.window.overlaps(lane.band.window) for lane in timeline.lanes):
        return label
    days = f"{tick.window.start}..{tick.window.end}"
    spoken = words("Show these days: {days}", days=words.span(tick.window.start, tick.window.end))
    place = {"x": percent(tick.left), "width": percent(tick.right - tick.left)}
    hit = shape("rect", classes="hit", y=8, height=TARGET, rx=2, fill="transparent", **place)
    choice = {"role": "button", "tabindex": "0", "data_choose": f":{days}", "aria_label": spoken}
    return element("g", hit, label, classes="choice", **choice)


def _tick_place(tick: Tick, part: Part, width: float) -> dict[str, Attribute]:
    """Return the attributes that begin a name where its days begin, or end it where the segment ends."""
    if tick.left + text_width(tick.label, TEXT_SIZE) / width > part.right:
        return {"x": percent(part.right), "text_anchor": "end"}
    return {"x": percent(tick.left)}


def axis_grid(axis: Axis, width: float, height: float, words: Translator) -> Markup:
    """Return the upright lines of ticks, of years and of breaks."""
    lines = []
    for part in axis.parts:
        for tick in ticks(part, width, words):
            lines.append(_upright(tick.left, HEAD - 6, HEAD - 2, **_ink(0.55)))
            lines.append(_upright(tick.left, HEAD - 2, height, **_ink(0.08)))
        for mark in year_marks(part, width)[1:]:
            lines.append(_upright(mark.left, 2, HEAD - 2, classes="year", **_ink(0.55)))
            lines.append(_upright(mark.left, HEAD - 2, height, **_ink(0.3)))
    for before, after in pairwise(axis.parts):
        lines.extend(_upright(at, 2, height, stroke_dasharray="2 4", **_ink(0.3)) for at in (before.right, after.left))
    return join(lines)


def _ink(opacity: float) -> dict[str, Attribute]:
    return {"stroke": "currentColor", "stroke_opacity": opacity}


def _upright(at: float, top: float, bottom: float, *, classes: Attribute = "", **style: Attribute) -> Markup:
    return shape("line", classes=classes, x1=percent(at), x2=percent(at), y1=top, y2=bottom, **style)


def percent(fraction: float) -> str:
    """Write a fraction of the width."""
    return f"{fraction * 100:.2f}".rstrip("0").rstrip(".") + "%"
