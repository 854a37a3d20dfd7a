"""The timeline of a figure: for every authorisation its window, the chosen days, and what sources date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from geo.draw.figure.paragraphs import even, plain
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Box, Mark, Picture, Run, Text, stack
from geo.draw.fills import mix
from geo.draw.markup import Attribute, Markup, join, number, shape
from geo.draw.timeline.axis import TEXT_SIZE, Axis, Part, Tick, YearMark, build_axis, ticks, year_marks
from geo.evidence import Window
from geo.view import Dated, Lane, build_timeline
from geo.view.answers.timeline import segments

StripDetail = Literal["full", "bars", "none"]
"""Bars with periods, days and what they mean; the bars alone; nothing."""

_BAR: Final = 8.0
_THIN: Final = 2.4
_ROW: Final = 5.4
_OVERHANG: Final = 3.0
_PALE: Final = 0.68
_LEAST_AXIS: Final = 200.0
"""Pixels on an A4 sheet."""
_NAME_SHARE: Final = 0.27
_WIDE: Final = 430.0


@dataclass(frozen=True, slots=True)
class _Rail:
    """The axis at its width in pixels."""

    view: StyledView
    axis: Axis
    width: float

    def bar(self, window: Window, colour: str, *, top: float, height: float) -> Markup:
        """Return a bar over the days of a window."""
        left, right = (at * self.width for at in self.axis.span(window))
        return shape("rect", x=left, y=top, width=right - left, height=height, fill=colour)

    def dot(self, item: Dated, *, middle: float) -> Markup:
        """Return the dot of a day, hollow where sources differ on it."""
        px, paint = self.view.style.px, self.view.style.paint
        at = sum(self.axis.span(item.window)) / 2 * self.width
        fill = paint.paper if item.disputed else paint.text
        return shape("circle", cx=at, cy=middle, r=px(2.2), fill=fill, stroke=paint.text, stroke_width=px(0.9))

    @property
    def _text_width(self) -> float:
        """The width that the axis would have if its letters had the size of the page's."""
        return self.width * TEXT_SIZE / self.view.style.note.size

    def ticks(self, part: Part) -> tuple[Tick, ...]:
        """Return the months or days that are named under a part of the axis."""
        return ticks(part, self._text_width, self.view.context.words)

    def years(self, part: Part) -> tuple[YearMark, ...]:
        """Return where years begin on a part of the axis."""
        return year_marks(part, self._text_width)


def draw_strip(view: StyledView, width: float, detail: StripDetail) -> Block:
    """Return the timeline of the authorisations that are switched on; nothing without any."""
    if detail == "none":
        return Block(width, 0)
    timeline = build_timeline(view.context)
    lanes = [lane for lane in timeline.lanes if lane.authorisation_id in view.context.state.authorisations]
    px = view.style.px
    if not lanes or width < px(_LEAST_AXIS):
        return Block(width, 0)
    indent = width * _NAME_SHARE if width >= px(_WIDE) else 0.0
    axis = build_axis(segments(item.window for lane in lanes for item in lane.dated))
    rail = _Rail(view, axis, width - indent)
    head = _head(rail)
    rows = stack([_lane(lane, rail, indent, detail) for lane in lanes], gap=px(7))
    items = (*head.at(indent, 0), *_grid(rail).at(indent, head.height - px(3)), *rows.at(0, head.height))
    height, margin = head.height + rows.height, px(_OVERHANG)
    box = Box(0, 0, width, height).grown(margin)
    body = Block(width, height, (Picture(_alternative(view, lanes), box, items),))
    if detail == "bars":
        return body
    return stack([body, even([Run(_explanation(view, lanes, axis), view.style.note)], width)], gap=px(6))


def _alternative(view: StyledView, lanes: list[Lane]) -> str:
    """Say what the timeline shows: each act and its window."""
    words = view.context.words
    acts = (
        words("{act}: {days}", act=lane.name, days=words.span(lane.band.window.start, lane.band.window.stated_end))
        for lane in lanes
    )
    return f"{words('Timeline')}. {'; '.join(acts)}."


def _explanation(view: StyledView, lanes: list[Lane], axis: Axis) -> str:
    words = view.context.words
    items = [item for lane in lanes for group in lane.groups for item in group.dated]
    parts = [words("Bar: the window of the act; pale where its days are left out.")]
    if any(item.window.days > 1 for item in items):
        parts.append(words("Thin lines: periods as single sources give them."))
    if any(item.window.days == 1 for item in items):
        parts.append(words("Dots: dates of presentation, approval or publication; hollow where sources differ."))
    if len(axis.parts) > 1:
        parts.append(words("Each part of the axis has its own scale."))
    return " ".join(parts)


def _head(rail: _Rail) -> Block:
    """Return the years and the names of months or days above the lanes."""
    style, px = rail.view.style, rail.view.style.px
    texts: list[Text] = []
    for part in rail.axis.parts:
        named = [mark for mark in rail.years(part) if mark.is_named]
        texts.extend(Text(mark.left * rail.width, px(7), (Run(str(mark.year), style.note_strong),)) for mark in named)
        taken, end = -1.0, part.right * rail.width + px(2)
        for tick in rail.ticks(part):
            left, run = tick.left * rail.width, Run(tick.label, style.note)
            if left >= taken and left + run.width <= end:
                texts.append(Text(left, px(18), (run,)))
                taken = left + run.width + px(4)
    return Block(rail.width, px(25), tuple(texts))


def _grid(rail: _Rail) -> Block:
    """Return the line under the head, the ticks, and the breaks where empty days are taken out."""
    px, paint, width = rail.view.style.px, rail.view.style.paint, rail.width
    lines = [f"M{number(part.left * width)} 0H{number(part.right * width)}" for part in rail.axis.parts]
    lines += [f"M{number(tick.left * width)} 0v{number(px(-4))}" for part in rail.axis.parts for tick in rail.ticks(part)]
    lines += [f"M{number(year.left * width)} 0v{number(px(-20))}" for part in rail.axis.parts for year in rail.years(part)[1:]]
    solid = shape("path", d="".join(lines), fill="none", stroke=paint.rule, stroke_width=px(0.7))
    gaps = "".join(
        f"M{number(before.right * width + px(3))} 0H{number(after.left * width - px(3))}"
        for before, after in pairwise(rail.axis.parts)
    )
    dots: dict[str, Attribute] = {"stroke_width": px(0.8), "stroke_dasharray": f"{number(px(0.8))} {number(px(3))}"}
    dotted = shape("path", d=gaps, fill="none", stroke=paint.quiet, **dots) if gaps else ""
    return Block(width, 0, (Mark(solid + dotted),))


def _lane(lane: Lane, rail: _Rail, indent: float, detail: StripDetail) -> Block:
    """Return an authorisation: its names, at the left if there is an indent and else above, and its marks."""
    style, px = rail.view.style, rail.view.style.px
    short = rail.view.context.words.of(rail.view.context.evidence.authorisations[lane.authorisation_id], "short")
    room = (indent or rail.width) - px(10)
    told = [plain(short, style.note_strong, room, leading=1.2), plain(lane.name, style.note, room, leading=1.2)]
    name, marks = stack(told, gap=0), _marks(lane, rail, detail)
    if indent:
        return Block(indent + rail.width, max(name.height, marks.height), (*name.items, *marks.at(indent, 0)))
    return stack([name, marks], gap=px(2))


def _marks(lane: Lane, rail: _Rail, detail: StripDetail) -> Block:
    """Return the bar of an authorisation and, below it, periods and days as sources give them."""
    view, px = rail.view, rail.view.style.px
    colour = view.palette.colours[lane.authorisation_id]
    pale = mix(colour, view.style.paint.paper, _PALE)
    items = [item for group in lane.groups for item in group.dated] if detail == "full" else []
    rows = tuple(_rows(item.window for item in items if item.window.days > 1))
    pieces = [
        rail.bar(lane.band.window, pale, top=0, height=px(_BAR)),
        rail.bar(view.context.state.range_of(lane.authorisation_id), colour, top=0, height=px(_BAR)),
        *(rail.bar(window, colour, top=px(_BAR + 3 + row * _ROW), height=px(_THIN)) for row, window in rows),
        *(rail.dot(item, middle=px(_BAR / 2)) for item in items if item.window.days == 1),
    ]
    below = 3 + (1 + max(row for row, _ in rows)) * _ROW if rows else 0.0
    return Block(rail.width, px(_BAR + below), (Mark(join(pieces)),))


def _rows(windows: Iterable[Window]) -> Iterator[tuple[int, Window]]:
    """Yield periods with the first row in which a day is between them and any other; the same days take one row only."""
    ends: list[Window] = []
    for window in sorted(set(windows), key=lambda window: (window.start, window.end)):
        row = next((index for index, last in enumerate(ends) if (window.start - last.end).days > 1), len(ends))
        ends[row : row + 1] = [window]
        yield row, window
