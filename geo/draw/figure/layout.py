"""How the parts of a figure share its sheet.

Upright and square sheets have the head above, the map with the legend beside it, and the notes below; wide ones a column of
text beside a map of the full height. Where the room does not do, parts are told in fewer words or left out, in the order of
:data:`LEVELS`, always whole: never half a sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from geo.draw.figure.heading import caution_of, draw_lead, draw_title
from geo.draw.figure.legend import draw_legend
from geo.draw.figure.map_panel import draw_map
from geo.draw.figure.notes import SourceDetail, draw_credits, draw_filters, draw_notes, draw_origin, draw_sources
from geo.draw.figure.paragraphs import plain
from geo.draw.figure.scene import Scene
from geo.draw.figure.sheet import Block, Mark, Text, stack
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.strip import draw_strip

Items = tuple[Text | Mark, ...]

_WIDE: Final = 1.25
"""Width to height from which on the text stands beside the map."""
_MAP_SHARE: Final = 0.42
"""Least share of the height of an upright sheet that is the map's."""
_TALLEST: Final = 1.75
_WIDEST: Final = 1.5
"""Most height to width, and width to height, of a map: beyond, the atlas has no more ground."""
_NARROWEST: Final = 0.62
"""Least width to height of a map beside a column of text."""
_SIDE: Final = 0.255
_LEAST_SIDE: Final = 150.0
_MOST_COLUMN: Final = 640.0


@dataclass(frozen=True, slots=True)
class Level:
    """How much a figure tells."""

    sources: SourceDetail = "full"
    strip: bool = True
    filters: bool = True
    headline: bool = True
    short_credits: bool = False
    link: bool = True
    legend: bool = True
    caution: bool = True


LEVELS: Final = (
    Level(),
    Level(sources="short"),
    Level(sources="ids"),
    Level(sources="ids", short_credits=True),
    Level(sources="ids", short_credits=True, strip=False),
    Level(sources="count", short_credits=True, strip=False),
    Level(sources="count", short_credits=True, strip=False, filters=False),
    Level(sources="count", short_credits=True, strip=False, filters=False, headline=False),
    Level(sources="count", short_credits=True, strip=False, filters=False, headline=False, link=False),
    Level(sources="count", short_credits=True, strip=False, filters=False, headline=False, link=False, legend=False),
)
"""From the whole to the least; credits, licences, data version and the caution are on every figure."""


def lay_out(scene: Scene, size: FigureSize) -> Items:
    """Return everything on the sheet."""
    draw = _beside if size.width / size.height >= _WIDE else _stacked
    for level in LEVELS:
        items = draw(scene, size, level, forced=level is LEVELS[-1])
        if items:
            return items
    return ()


def _margin(scene: Scene, size: FigureSize) -> float:
    return min(scene.style.px(46), 0.045 * min(size.width, size.height) + scene.style.px(6))


def _head(scene: Scene, width: float, level: Level) -> Block:
    parts = [draw_title(scene, width)]
    if level.headline:
        parts.extend(draw_lead(scene, width))
    else:
        parts.append(plain(caution_of(scene), scene.style.caution, width))
    return stack(parts, gap=scene.style.px(5))


def _foot(scene: Scene, width: float, level: Level) -> Block:
    return draw_notes(scene, width, _foot_parts(scene, width, level))


def _foot_parts(scene: Scene, width: float, level: Level) -> Iterator[Block]:
    if level.filters:
        yield draw_filters(scene, width)
    yield draw_sources(scene, width, level.sources)
    yield draw_credits(scene, width, short=level.short_credits)
    yield draw_origin(scene, width, link=level.link)


def _stacked(scene: Scene, size: FigureSize, level: Level, *, forced: bool) -> Items:
    """Return the upright sheet; nothing if the map would be too small."""
    px, margin = scene.style.px, _margin(scene, size)
    width = size.width - 2 * margin
    gap = px(12)
    head, foot = _head(scene, width, level), _foot(scene, width, level)
    strip = draw_strip(scene, width) if level.strip else Block(width, 0)
    fixed = 2 * margin + head.height + gap + foot.height + gap + (strip.height + gap if strip.items else 0)
    side = max(px(_LEAST_SIDE), _SIDE * width)
    beside = level.legend and width - side - gap >= px(330)
    legend = _legend(scene, width, side, beside=beside) if level.legend else Block(width, 0)
    room = size.height - fixed - (0 if beside or legend.is_empty else legend.height + gap)
    map_width = width - side - gap if beside else width
    height = min(room, _TALLEST * map_width)
    if not forced and (room < _MAP_SHARE * size.height or (beside and legend.height > height)):
        return ()
    return _upright(scene, size, _Parts(head, legend, strip, foot), map_size=(map_width, max(height, px(60))), beside=beside)


@dataclass(frozen=True, slots=True)
class _Parts:
    head: Block
    legend: Block
    strip: Block
    foot: Block


def _legend(scene: Scene, width: float, side: float, *, beside: bool) -> Block:
    if beside:
        return draw_legend(scene, side)
    return draw_legend(scene, width, columns=max(1, int(width // scene.style.px(150))))


def _upright(scene: Scene, size: FigureSize, parts: _Parts, *, map_size: tuple[float, float], beside: bool) -> Items:
    margin, gap = _margin(scene, size), scene.style.px(12)
    items = [*parts.head.at(margin, margin)]
    top = margin + parts.head.height + gap
    items.extend(draw_map(scene, *map_size).at(margin, top))
    if beside:
        items.extend(parts.legend.at(margin + map_size[0] + gap, top))
    top += map_size[1] + gap
    rest = [*([] if beside else [parts.legend]), parts.strip]
    for block in rest:
        if not block.is_empty:
            items.extend(block.at(margin, top))
            top += block.height + gap
    items.extend(parts.foot.at(margin, max(top, size.height - margin - parts.foot.height)))
    return tuple(items)


def _beside(scene: Scene, size: FigureSize, level: Level, *, forced: bool) -> Items:
    """Return the wide sheet; nothing if the text has no room beside the map."""
    px, margin = scene.style.px, _margin(scene, size)
    gap, height = px(20), size.height - 2 * margin
    whole = size.width - 2 * margin - gap
    column = min(whole - _NARROWEST * height, px(_MOST_COLUMN), 0.54 * whole)
    column = max(column, whole - _WIDEST * height)
    if forced:
        column = max(column, 0.4 * whole)
    foot = _foot(scene, column, level)
    parts = [_head(scene, column, level)]
    if level.legend:
        parts.append(draw_legend(scene, column, columns=max(1, int(column // px(190)))))
    if level.strip:
        parts.append(draw_strip(scene, column))
    text = stack(parts, gap=px(14))
    if not forced and text.height + px(12) + foot.height > height:
        return ()
    return (
        *text.at(margin, margin),
        *foot.at(margin, size.height - margin - foot.height),
        *draw_map(scene, whole - column, height).at(margin + column + gap, margin),
    )
