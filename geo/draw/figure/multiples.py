"""Small maps on a sheet, one for each act that is on: the same ground, so that many acts are read without any overlap.

Each map has the colour of its act, and below it the act's name, its days and its places. A sheet holds at most twelve, a small
sheet fewer; further acts follow on further sheets.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import Final

from geo.draw.figure.description import describe_map, describe_small_maps
from geo.draw.figure.figure import Extent, Figure, styled_view
from geo.draw.figure.map.small_map import draw_small_map
from geo.draw.figure.parts.title import title_of
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.small_map_grid import SheetPlan, SheetPlanner
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Box, Item, Picture
from geo.draw.fills import make_palette
from geo.view import ViewContext

MOST_ON_SHEET: Final = 12
_LEAST_WITH_NAMES: Final = 210.0
"""Height of the country from which on a map bears the names of its places, in pixels on an A4 sheet."""


def draw_multiples(
    context: ViewContext, size: FigureSize, *, theme: str = "light", extent: Extent = "view"
) -> tuple[Figure, ...]:
    """Draw a small map of each act that is on, in the language of the view.

    Parameters
    ----------
    theme, extent
        As of :func:`~geo.draw.figure.figure.draw_figure`.

    Returns
    -------
    tuple of Figure
        The sheets, at least one.
    """
    view = styled_view(context, size, theme=theme, extent=extent)
    return tuple(
        Figure(
            size=size,
            language=context.state.language,
            title=title_of(view),
            description=describe_small_maps(
                view, [act.context for act in sheet.acts], number=sheet.number, sheets=sheet.sheets
            ),
            paper=view.style.paint.paper,
            items=tuple(_drawn(sheet.acts, sheet.plan)),
        )
        for sheet in _sheets(view, size)
    )


def count_sheets(context: ViewContext, size: FigureSize) -> int:
    """Return how many sheets of a size the acts that are on need."""
    return len(_sheets(styled_view(context, size, theme="light", extent="view"), size))


def _sheets(view: StyledView, size: FigureSize) -> list[SheetPlanner]:
    """Return as few sheets as there must be for maps that can be read, with about as many acts on each."""
    acts = [_alone(view, act_id) for act_id in view.context.state.authorisations]
    sheets: list[SheetPlanner] = []
    for count in range(max(1, ceil(len(acts) / MOST_ON_SHEET)), max(1, len(acts)) + 1):
        most = max(1, ceil(len(acts) / count))
        groups = [acts[start : start + most] for start in range(0, max(1, len(acts)), most)]
        sheets = [SheetPlanner(view, group, size, number, len(groups)) for number, group in enumerate(groups, start=1)]
        if all(sheet.plan.is_readable for sheet in sheets):
            break
    return sheets


def _alone(view: StyledView, act_id: str) -> StyledView:
    """Return a view with one act alone on."""
    palette = make_palette(view.context.evidence.authorisations, (act_id,), view.style.theme)
    return replace(view, context=view.context.act_alone(act_id), palette=palette)


def _drawn(acts: Sequence[StyledView], plan: SheetPlan) -> Iterator[Item]:
    """Yield everything on a sheet, each map as one picture; the first map has the scale bar for all."""
    for index, (act, (x, y)) in enumerate(zip(acts, plan.cells, strict=True)):
        has_names = plan.country >= act.style.px(_LEAST_WITH_NAMES)
        drawn = draw_small_map(act, plan.map_size, has_names=has_names, has_bar=not index)
        yield Picture(describe_map(act), Box(0, 0, *plan.map_size), drawn.items).moved(x, y)
    for block, x, y in plan.parts:
        yield from block.at(x, y)
