"""Further sheets of a figure, with what its map has left no room for: counts, filters, every source, credits and link."""

from collections.abc import Iterator
from typing import Final

from geo.draw.figure.figure import Figure, styled_view
from geo.draw.figure.layout import choose_plan, margin_of
from geo.draw.figure.paragraphs import plain
from geo.draw.figure.parts.notes import draw_credits, draw_filters, draw_origin, source_rows
from geo.draw.figure.parts.title import draw_heading, lead_of
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, divide, stack
from geo.text import message
from geo.view import ViewContext

HEADING: Final = message("Notes on the figure")
_GAP: Final = 4.0
"""Pixels on an A4 sheet."""


def draw_notes_sheets(context: ViewContext, size: FigureSize, *, theme: str = "light") -> tuple[Figure, ...]:
    """Return the sheets that follow a figure, for a file that has several; none where the figure tells all by itself.

    Parameters
    ----------
    theme
        ``light`` or ``dark``.
    """
    view = styled_view(context, size, theme=theme, extent="view")
    if choose_plan(view, size).level.is_whole:
        return ()
    margin = margin_of(view, size)
    room, gap = size.height - 2 * margin, view.style.px(_GAP)
    return tuple(
        Figure(
            size=size,
            language=context.state.language,
            title=context.words(HEADING),
            description=context.words(HEADING),
            paper=view.style.paint.paper,
            items=stack(blocks, gap=gap).at(margin, margin),
        )
        for blocks in divide(_notes(view, size.width - 2 * margin), room, gap=gap)
    )


def _notes(view: StyledView, width: float) -> Iterator[Block]:
    yield draw_heading(view, view.context.words(HEADING), width)
    yield plain(lead_of(view), view.style.tight, width)
    yield draw_filters(view, width, acts=True)
    yield from source_rows(view, width, "short")
    yield draw_credits(view, width, short=False)
    yield draw_origin(view, width, link=True)
