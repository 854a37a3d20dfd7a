"""How the parts of a figure share its sheet.

Upright and square sheets have the head above, the map with the legend beside it, and the notes below; wide ones a column of
text beside a map of the full height. Where the room does not do, parts are told in fewer words or left out, in the order of
:data:`LEVELS`, always whole: never half a sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from geo.draw.figure.map.map_panel import draw_map
from geo.draw.figure.parts.legend import draw_brief_legend, draw_legend
from geo.draw.figure.parts.notes import (
    SourceDetail,
    draw_colophon,
    draw_credits,
    draw_filters,
    draw_notes,
    draw_origin,
    draw_sources,
)
from geo.draw.figure.parts.places_by_source import draw_places_by_source
from geo.draw.figure.parts.timeline import StripDetail, draw_strip
from geo.draw.figure.parts.title import draw_caution, draw_lead, draw_title
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Item, stack

_WIDE: Final = 1.25
"""Width to height from which on the text stands beside the map."""
PERU: Final = 0.7
"""Width to height of the country."""
_LEAST_MAP: Final = 0.54
_LEAST_TIGHT_MAP: Final = 0.5
"""Least height of the country on the map, as a share of what it would have on a sheet of its own."""
_TALLEST: Final = 1.75
_WIDEST: Final = 1.5
"""Most height to width, and width to height, of a map: beyond, the atlas has no more ground."""
_NARROWEST: Final = 0.62
"""Least width to height of a map beside a column of text."""
_SIDE: Final = 0.255
_LEAST_SIDE: Final = 150.0
_LEAST_BESIDE: Final = 330.0
_MOST_COLUMN: Final = 640.0
_LEAST_COLUMN: Final = 130.0
_LEGEND_COLUMN: Final = 170.0
_GAP: Final = 12.0
_MOST_GAP: Final = 26.0
"""Pixels on an A4 sheet."""


@dataclass(frozen=True, slots=True)
class Level:
    """How much a figure tells."""

    sources: SourceDetail = "full"
    short_credits: bool = False
    strip: StripDetail = "full"
    filters: bool = True
    headline: bool = True
    legend: bool = True
    brief_legend: bool = False
    """Whether the legend tells in few words what the head does not."""
    link: bool = True
    tight: bool = False
    """Whether title and text are small, and the foot is one paragraph."""

    @property
    def least_map(self) -> float:
        """Share of its height that the country must keep; a legend in few words is not worth a map that is small."""
        return _LEAST_TIGHT_MAP if self.tight and not self.brief_legend else _LEAST_MAP

    @property
    def is_whole(self) -> bool:
        """Whether counts, filters, sources and link are all told."""
        return self.headline and self.filters and self.link and self.sources != "count"


_LEAST: Final = Level(
    sources="count", short_credits=True, strip="none", filters=False, headline=False, legend=False, link=False, tight=True
)
LEVELS: Final = (
    Level(),
    Level(sources="short"),
    Level(sources="short", short_credits=True),
    Level(sources="names"),
    Level(sources="names", short_credits=True),
    Level(sources="names", short_credits=True, strip="bars"),
    Level(sources="names", short_credits=True, strip="bars", filters=False),
    Level(sources="names", short_credits=True, strip="none"),
    Level(sources="count", short_credits=True, strip="none", filters=False),
    replace(_LEAST, link=True, legend=True, headline=True),
    replace(_LEAST, link=True, legend=True),
    replace(_LEAST, link=True, legend=True, brief_legend=True),
    replace(_LEAST, legend=True),
    replace(_LEAST, legend=True, brief_legend=True),
    _LEAST,
)
"""From the whole to the least; title, caution, credits, licences and data version are on every figure."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of a figure in the order in which they are read, and where their corners are.

    The map is drawn in what the others leave, and read after the first of them.
    """

    parts: tuple[tuple[Block, float, float], ...]
    before_map: int
    """How many parts are read before the map: the head, and the legend."""
    map_at: tuple[float, float]
    map_size: tuple[float, float]
    fits: bool
    """Whether every part has its room; the map may still be too small."""
    level: Level

    @property
    def country(self) -> float:
        """Height in pixels at which the country can be drawn."""
        return min(self.map_size[0] / PERU, self.map_size[1])


def lay_out(view: StyledView, size: FigureSize) -> tuple[Item, ...]:
    """Return everything on the sheet, in the order in which it is read."""
    plan = choose_plan(view, size)
    map_part = (draw_map(view, *plan.map_size), *plan.map_at)
    parts = (*plan.parts[: plan.before_map], map_part, *plan.parts[plan.before_map :])
    return tuple(item for block, x, y in parts for item in block.at(x, y))


def choose_plan(view: StyledView, size: FigureSize) -> Plan:
    """Return the plan that tells most and leaves the map large enough; if there is none, the one with the largest map."""
    usual, other = (_beside, _stacked) if size.width / size.height >= _WIDE else (_stacked, _beside)
    alone = min(size.width / PERU, size.height)
    plans = []
    for level in LEVELS:
        found = [arrange(view, size, level) for arrange in ((usual, other) if level.tight else (usual,))]
        best = max(found, key=_rank)
        if best.fits and best.country >= alone * level.least_map:
            return best
        plans.append(best)
    return max(plans, key=_rank)


def _rank(plan: Plan) -> tuple[bool, float]:
    return plan.fits, plan.country


def margin_of(view: StyledView, size: FigureSize) -> float:
    """Return the margin of a sheet in pixels."""
    return min(view.style.px(46), 0.05 * min(size.width, size.height))


def _head(view: StyledView, width: float, level: Level) -> Block:
    parts = [draw_title(view, width, tight=level.tight)]
    parts.extend(draw_lead(view, width) if level.headline else [draw_caution(view, width, tight=level.tight)])
    return stack(parts, gap=view.style.px(3 if level.tight else 5))


def draw_foot(view: StyledView, width: float, level: Level, *, filters: bool, acts: bool = False) -> Block:
    """Return the notes: filters if they stand here, and the acts with them; sources, credits, data version and link."""
    return draw_notes(view, width, _foot_parts(view, width, level, filters=filters, acts=acts))


def _foot_parts(view: StyledView, width: float, level: Level, *, filters: bool, acts: bool) -> Iterator[Block]:
    if level.filters and filters:
        yield draw_filters(view, width, acts=acts)
    if not level.tight or level.link:
        yield draw_sources(view, width, level.sources)
    if level.link:
        yield draw_credits(view, width, short=level.short_credits)
        yield draw_origin(view, width, link=True)
    else:
        yield draw_colophon(view, width)


def _stacked(view: StyledView, size: FigureSize, level: Level) -> Plan:
    """Return the plan of an upright sheet."""
    px, margin = view.style.px, margin_of(view, size)
    width, gap = size.width - 2 * margin, px(_GAP)
    side_width = max(px(_LEAST_SIDE), _SIDE * width)
    beside = level.legend and not level.tight and width - side_width - gap >= px(_LEAST_BESIDE)
    head, foot = _head(view, width, level), draw_foot(view, width, level, filters=not beside, acts=True)
    below = [block for block in _below(view, width, level, legend=not beside) if not block.is_empty]
    top = margin + head.height + gap
    room = size.height - top - margin - foot.height - gap - sum(block.height + gap for block in below)
    map_width = width - side_width - gap if beside else width
    height = min(room, _TALLEST * map_width)
    side = _side(view, side_width, height, level) if beside else ()
    parts = [(head, margin, margin), *((block, margin + map_width + gap, top + at) for block, at in side)]
    y = top + height + gap
    for block in below:
        parts.append((block, margin, y))
        y += block.height + gap
    parts.append((foot, margin, max(y, size.height - margin - foot.height)))
    fits = height > 0 and (not side or _side_height(side) <= height)
    return Plan(tuple(parts), 1 + level.legend, (margin, top), (map_width, max(height, px(40))), fits, level)


def _below(view: StyledView, width: float, level: Level, *, legend: bool) -> Iterator[Block]:
    if level.legend and legend:
        yield _legend(view, width, level)
    yield draw_strip(view, width, level.strip)


def _legend(view: StyledView, width: float, level: Level) -> Block:
    if level.brief_legend:
        return draw_brief_legend(view, width)
    return draw_legend(view, width, columns=_legend_columns(view, width), tight=level.tight)


def _side(view: StyledView, width: float, height: float, level: Level) -> tuple[tuple[Block, float], ...]:
    """Return what stands beside the map: the legend at its head, the filters at its foot."""
    legend = draw_legend(view, width)
    if not level.filters:
        return ((legend, 0.0),)
    filters = draw_filters(view, width, acts=True)
    return ((legend, 0.0), (filters, max(legend.height + view.style.px(_GAP), height - filters.height)))


def _side_height(side: tuple[tuple[Block, float], ...]) -> float:
    return max(at + block.height for block, at in side)


def _beside(view: StyledView, size: FigureSize, level: Level) -> Plan:
    """Return the plan of a wide sheet."""
    px, margin = view.style.px, margin_of(view, size)
    gap, height = px(10 if level.tight else 20), size.height - 2 * margin
    whole = size.width - 2 * margin - gap
    column = max(min(whole - _NARROWEST * height, px(_MOST_COLUMN), 0.54 * whole), whole - _WIDEST * height)
    column = max(column, px(_LEAST_COLUMN))
    foot = draw_foot(view, column, level, filters=True, acts=True)
    parts = [block for block in _column(view, column, level) if not block.is_empty]
    spare = height - foot.height - sum(block.height for block in parts)
    filling = draw_places_by_source(view, column)
    if not filling.is_empty and spare - filling.height >= px(_GAP) * len(parts):
        parts.append(filling)
        spare -= filling.height
    between = min(px(_MOST_GAP), spare / max(1, len(parts)))
    placed, y = [], margin
    for block in parts:
        placed.append((block, margin, y))
        y += block.height + between
    placed.append((foot, margin, size.height - margin - foot.height))
    map_size = (max(whole - column, px(40)), height)
    fits = between >= px(6 if level.tight else _GAP) and map_size[0] + column <= whole + 1
    return Plan(tuple(placed), 1 + level.legend, (margin + column + gap, margin), map_size, fits, level)


def _legend_columns(view: StyledView, width: float) -> int:
    return max(1, int(width // view.style.px(_LEGEND_COLUMN)))


def _column(view: StyledView, width: float, level: Level) -> Iterator[Block]:
    yield _head(view, width, level)
    if level.legend:
        yield _legend(view, width, level)
    yield draw_strip(view, width, level.strip)
