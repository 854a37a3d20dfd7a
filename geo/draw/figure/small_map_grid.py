"""How small maps share a sheet with head, legend and notes: as large as they can be, with as much told as then has room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil
from typing import Final

from geo.draw.figure.layout import LEVELS, PERU, Level, draw_foot, margin_of
from geo.draw.figure.paragraphs import even, plain
from geo.draw.figure.parts.legend import draw_small_map_legend
from geo.draw.figure.parts.title import caution_of, draw_subject, lead_of
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Run, stack

_SHARE: Final = 0.86
"""Least height of the country on a small map, as a share of the most that it can have."""
_LEAST_MAP: Final = 64.0
"""Least height of the country on a small map."""
_WIDEST: Final = 1.1
_TALLEST: Final = 1.6
"""Most width to height, and height to width, of a small map."""
_GAP: Final = 12.0
_BELOW_MAP: Final = 3.0
"""Pixels on an A4 sheet."""
_LEVELS: Final = tuple(dict.fromkeys(replace(level, strip="none") for level in LEVELS))


@dataclass(frozen=True, slots=True)
class Grid:
    """Equal maps in rows, each with its caption below it; places are counted from the corner of the grid."""

    cells: tuple[tuple[float, float], ...]
    """Upper left corner of each map."""
    captions: tuple[tuple[Block, float, float], ...]
    map_size: tuple[float, float]

    @property
    def country(self) -> float:
        """Height in pixels at which the country can be drawn."""
        return min(self.map_size[0] / PERU, self.map_size[1])


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet before its maps are drawn."""

    parts: tuple[tuple[Block, float, float], ...]
    """Head, captions, legend and notes, with their corners."""
    cells: tuple[tuple[float, float], ...]
    """Upper left corner of each map."""
    map_size: tuple[float, float]
    country: float
    """Height in pixels at which the country can be drawn."""
    is_readable: bool
    """Whether the maps are large enough to be read."""


@dataclass(frozen=True)
class SheetPlanner:
    """The plans of one sheet."""

    view: StyledView
    """The whole view, of which head and notes speak."""
    acts: Sequence[StyledView]
    """The view of each map, with its act alone on."""
    size: FigureSize
    number: int = 1
    sheets: int = 1
    """Which sheet it is, of how many."""

    @cached_property
    def plan(self) -> SheetPlan:
        """The plan that tells most and leaves the maps about as large as they can be; one without a link is the last choice."""
        plans = [(level, self._arranged(level)) for level in _LEVELS]
        readable = [(level, plan) for level, plan in plans if plan.is_readable]
        found = [plan for level, plan in readable if level.link] or [plan for _, plan in readable or plans]
        largest = max(plan.country for plan in found)
        return next(plan for plan in found if plan.country >= _SHARE * largest)

    def _arranged(self, level: Level) -> SheetPlan:
        view, px, margin = self.view, self.view.style.px, margin_of(self.view, self.size)
        width, gap, bottom = self.size.width - 2 * margin, self.view.style.px(_GAP), self.size.height - margin
        head, foot = self._head(width, level), draw_foot(view, width, level, filters=True)
        legend = draw_small_map_legend(view, [act.context for act in self.acts] if level.legend else [], width)
        parts = [(head, margin, margin), (foot, margin, bottom - foot.height)]
        bottom -= foot.height + gap
        if not legend.is_empty:
            parts.append((legend, margin, bottom - legend.height))
            bottom -= legend.height + gap
        top = margin + head.height + gap
        grid = self._best_grid((width, bottom - top), level)
        parts += [(caption, margin + x, top + y) for caption, x, y in grid.captions]
        cells = tuple((margin + x, top + y) for x, y in grid.cells)
        return SheetPlan(tuple(parts), cells, grid.map_size, grid.country, is_readable=grid.country >= px(_LEAST_MAP))

    def _head(self, width: float, level: Level) -> Block:
        """Return title, counts and caution; of several sheets also which one it is."""
        view, style, words = self.view, self.view.style, self.view.context.words
        which = words("Sheet {number} of {sheets}.", number=self.number, sheets=self.sheets) if self.sheets > 1 else ""
        lead = " ".join(filter(None, (lead_of(view) if level.headline else "", which)))
        lines = [draw_subject(view, width, tight=level.tight)]
        if lead:
            lines.append(even([Run(lead, style.tight if level.tight else style.body)], width))
        lines.append(even([Run(caution_of(view), style.tight_caution if level.tight else style.caution)], width))
        return stack(lines, gap=style.px(3 if level.tight else 5))

    def _best_grid(self, room: tuple[float, float], level: Level) -> Grid:
        """Return the grid with the largest maps."""
        if not self.acts:
            return Grid((), (), room)
        grids = (self._grid(columns, room, level) for columns in range(1, len(self.acts) + 1))
        return max(grids, key=lambda grid: grid.country)

    def _grid(self, columns: int, room: tuple[float, float], level: Level) -> Grid:
        px, count = self.view.style.px, len(self.acts)
        gap, rows = px(_GAP), ceil(count / columns)
        across, down = (room[0] - gap * (columns - 1)) / columns, (room[1] - gap * (rows - 1)) / rows
        captions = self._captions(across, tight=level.tight)
        height = down - max(caption.height for caption in captions) - px(_BELOW_MAP)
        map_size = max(1.0, min(across, height * _WIDEST)), max(1.0, min(height, across * _TALLEST))
        cells = tuple((index % columns * (across + gap), index // columns * (down + gap)) for index in range(count))
        below = map_size[1] + px(_BELOW_MAP)
        return Grid(cells, tuple((block, x, y + below) for block, (x, y) in zip(captions, cells, strict=True)), map_size)

    @cached_property
    def _made_captions(self) -> dict[tuple[float, bool], tuple[Block, ...]]:
        return {}

    def _captions(self, width: float, *, tight: bool) -> tuple[Block, ...]:
        """Return the captions for a width; kept, because many plans have the same."""
        made = self._made_captions
        if (width, tight) not in made:
            made[width, tight] = tuple(stack(_caption(act, width, tight=tight), gap=act.style.px(1)) for act in self.acts)
        return made[width, tight]


def _caption(act: StyledView, width: float, *, tight: bool) -> Iterator[Block]:
    """Yield the name of an act behind its colour, its days, and its places: their number, and their names while few."""
    style, words = act.style, act.context.words
    line, count = act.context.headline.lines[0], len(act.context.selection.places)
    letters, notes = style.tight_strong if tight else style.body_strong, replace(style.note, colour=style.paint.text)
    colour = act.palette.colours[line.act_id]
    number = words.plural("{count} place", "{count} places", count)
    yield even([Run("■ ", replace(letters, colour=colour)), Run(line.name, letters)], width, leading=1.15)
    yield plain(line.days, notes, width, leading=1.2)
    places = number if tight or not count else words("{count}: {places}", count=number, places=line.places)
    yield plain(places, notes, width, leading=1.2)
