"""The timeline of a figure: for every authorisation its window, the chosen days, and what sources date."""

from collections.abc import Iterator
from typing import Final

from geo.draw.axis import TEXT_SIZE, Axis, build_axis, ticks
from geo.draw.colour import mix
from geo.draw.figure.paragraphs import plain
from geo.draw.figure.scene import Scene
from geo.draw.figure.sheet import Block, Mark, Run, Text, Type, number, stack
from geo.evidence import Window
from geo.view import Dated, Lane, build_timeline

_BAR: Final = 8.0
_THIN: Final = 2.4
_ROW: Final = 5.4
_PALE: Final = 0.68
_LEAST_AXIS: Final = 200.0
"""Pixels on an A4 sheet."""
_NAME_SHARE: Final = 0.27
_WIDE: Final = 430.0


def draw_strip(scene: Scene, width: float) -> Block:
    """Return the timeline of the authorisations that are switched on; nothing without any."""
    timeline = build_timeline(scene.evidence, scene.state.basis, scene.words)
    lanes = [lane for lane in timeline.lanes if lane.authorisation_id in scene.state.authorisations]
    px = scene.style.px
    if not lanes or width < px(_LEAST_AXIS):
        return Block(width, 0)
    beside = width >= px(_WIDE)
    indent = width * _NAME_SHARE if beside else 0.0
    axis = build_axis(timeline.segments)
    head = _head(scene, axis, width - indent)
    rows = [_lane(lane, scene, axis, width=width, indent=indent) for lane in lanes]
    note = plain(_explanation(scene, lanes), scene.style.note, width)
    lanes_block = stack(rows, gap=px(7))
    grid = _grid(scene, axis, width - indent, lanes_block.height + px(3))
    body = Block(
        width,
        head.height + lanes_block.height,
        (*head.at(indent, 0), *grid.at(indent, head.height - px(3)), *lanes_block.at(0, head.height)),
    )
    return stack([body, note], gap=px(6))


def _explanation(scene: Scene, lanes: list[Lane]) -> str:
    words = scene.words
    items = [item for lane in lanes for group in lane.groups for item in group.dated]
    parts = [words("Bar: the window of the act; pale where its days are left out.")]
    if any(item.window.days > 1 for item in items):
        parts.append(words("Thin lines: periods as single sources give them."))
    if any(item.window.days == 1 for item in items):
        parts.append(words("Dots: dates of presentation, approval or publication; hollow where sources differ."))
    return " ".join(parts)


def _head(scene: Scene, axis: Axis, width: float) -> Block:
    """Return the years and the names of months or days above the lanes."""
    style, px = scene.style, scene.style.px
    texts: list[Text] = []
    years = Type(style.note_strong.face, style.note.size, style.paint.text)
    for part in axis.parts:
        middle = part.segment.window
        label = f"{middle.start.year}" if middle.start.year == middle.end.year else f"{_main_year(middle)}"
        texts.append(Text(part.left * width, px(7), (Run(label, years),)))
        taken = -1.0
        for tick in ticks(part, width * TEXT_SIZE / style.note.size, scene.words):
            left = tick.left * width
            run = Run(tick.label, style.note)
            if left >= taken and left + run.width <= part.right * width + px(2):
                texts.append(Text(left + px(1.5), px(18), (run,)))
                taken = left + run.width + px(4)
    return Block(width, px(25), tuple(texts))


def _main_year(window: Window) -> int:
    return (window.start + (window.end - window.start) / 2).year


def _grid(scene: Scene, axis: Axis, width: float, height: float) -> Block:
    """Return the line under the head, the ticks, and the breaks where empty days are taken out."""
    px, paint = scene.style.px, scene.style.paint
    lines = []
    for part in axis.parts:
        lines.append(f"M{number(part.left * width)} 0H{number(part.right * width)}")
        for tick in ticks(part, width * TEXT_SIZE / scene.style.note.size, scene.words):
            lines.append(f"M{number(tick.left * width)} 0v{number(px(-4))}")
    solid = f'<path d="{"".join(lines)}" fill="none" stroke="{paint.rule}" stroke-width="{number(px(0.7))}"/>'
    gaps = "".join(
        f"M{number(before.right * width + px(3))} 0H{number(after.left * width - px(3))}"
        for before, after in zip(axis.parts, axis.parts[1:], strict=False)
    )
    dots = f' stroke-dasharray="{number(px(0.8))} {number(px(3))}"'
    dotted = f'<path d="{gaps}" fill="none" stroke="{paint.quiet}" stroke-width="{number(px(0.8))}"{dots}/>' if gaps else ""
    return Block(width, height, (Mark(solid + dotted),))


def _lane(lane: Lane, scene: Scene, axis: Axis, *, width: float, indent: float) -> Block:
    px = scene.style.px
    name = plain(lane.name, scene.style.note_strong, (indent or width) - px(10), leading=1.2)
    marks = _marks(lane, scene, axis, width - indent)
    if indent:
        return Block(width, max(name.height, marks.height), (*name.items, *marks.at(indent, 0)))
    return stack([name, marks], gap=px(2))


def _marks(lane: Lane, scene: Scene, axis: Axis, width: float) -> Block:
    """Return the bar of an authorisation and, below it, periods and days as sources give them."""
    px, paint = scene.style.px, scene.style.paint
    colour = scene.colour((lane.authorisation_id,))
    chosen = scene.state.range_of(lane.authorisation_id)
    pieces = [_bar(axis, lane.band.window, width, 0, px(_BAR), mix(colour, paint.paper, _PALE))]
    pieces.append(_bar(axis, chosen, width, 0, px(_BAR), colour))
    items = [item for group in lane.groups for item in group.dated if axis.holds(item.window)]
    rows = 0
    for row, item in _rows(item for item in items if item.window.days > 1):
        pieces.append(_bar(axis, item.window, width, px(_BAR + 3 + row * _ROW), px(_THIN), colour))
        rows = max(rows, row + 1)
    for item in items:
        if item.window.days == 1:
            pieces.append(_dot(axis, item, width, px(_BAR / 2), scene))
    return Block(width, px(_BAR + (3 + rows * _ROW if rows else 0)), (Mark("".join(pieces)),))


def _rows(items: Iterator[Dated]) -> Iterator[tuple[int, Dated]]:
    """Yield periods with the first row in which they touch no other; the same days take one row only."""
    ends: list[Window] = []
    seen: set[Window] = set()
    for item in sorted(items, key=lambda item: (item.window.start, item.window.end)):
        if item.window in seen:
            continue
        seen.add(item.window)
        row = next((index for index, last in enumerate(ends) if last.end < item.window.start), len(ends))
        ends[row : row + 1] = [item.window]
        yield row, item


def _bar(axis: Axis, window: Window, width: float, top: float, height: float, colour: str) -> str:
    left, right = axis.span(window)
    place = f'x="{number(left * width)}" y="{number(top)}" width="{number((right - left) * width)}" height="{number(height)}"'
    return f'<rect {place} fill="{colour}"/>'


def _dot(axis: Axis, item: Dated, width: float, middle: float, scene: Scene) -> str:
    px, paint = scene.style.px, scene.style.paint
    left, right = axis.span(item.window)
    fill = paint.paper if item.disputed else paint.text
    return (
        f'<circle cx="{number((left + right) / 2 * width)}" cy="{number(middle)}" r="{number(px(2.2))}" fill="{fill}" '
        f'stroke="{paint.text}" stroke-width="{number(px(0.9))}"/>'
    )
