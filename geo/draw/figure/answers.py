"""What the sources say as a figure: as many questions on a sheet as have room, the others on further sheets.

A file of sheets has every answer, where a sheet has room for the longest row. A file of one sheet has the first answers to the
questions that the page shows unfolded, as many as have room, and says how many questions it leaves out.
"""

from typing import Final

from geo.draw.figure.answers_table import AnswersTable
from geo.draw.figure.figure import Extent, Figure, styled_view
from geo.draw.figure.layout import LEVELS, draw_foot, margin_of
from geo.draw.figure.paragraphs import even, plain
from geo.draw.figure.parts.title import draw_heading
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Item, Run, divide, stack
from geo.text import message
from geo.view import View, ViewContext
from geo.view.answers.questions import build_sections

HEADING: Final = message("What the sources say")
CAUTION_OF_ANSWERS: Final = message("Authorised is not deployed: this is what sources say of the acts, not where forces were.")
_GAP: Final = 10.0
_ROW_GAP: Final = 5.0
"""Pixels on an A4 sheet: between the parts of a sheet, and between rows."""
_LEVEL: Final = next(level for level in LEVELS if level.sources == "count" and level.link)


def draw_answers(
    context: ViewContext, size: FigureSize, *, theme: str = "light", extent: Extent = "view", is_single: bool = False
) -> tuple[Figure, ...]:
    """Draw what the sources of a view say, in the language of the view.

    Parameters
    ----------
    theme, extent
        As of :func:`~geo.draw.figure.figure.draw_figure`; there is no map, so the extent changes nothing.
    is_single
        Whether the file has room for one sheet only.

    Returns
    -------
    tuple of Figure
        The sheets, at least one.

    Raises
    ------
    ValueError
        If a row is higher than the sheet.
    """
    view = styled_view(context, size, theme=theme, extent=extent)
    sheets = _divide(view, size, is_single=is_single)
    return tuple(
        Figure(
            size=size,
            language=context.state.language,
            title=context.words(HEADING),
            description=" ".join((f"{context.words(HEADING)}.", context.headline.text, view.context.words(CAUTION_OF_ANSWERS))),
            paper=view.style.paint.paper,
            items=_place(view, size, rows, which=_which(view, index, len(sheets))),
        )
        for index, rows in enumerate(sheets, start=1)
    )


def _divide(view: StyledView, size: FigureSize, *, is_single: bool) -> list[list[Block]]:
    """Return the rows of each sheet."""
    width, room = size.width - 2 * margin_of(view, size), _room(view, size)
    sections = build_sections(view.context, differing=view.context.state.view is View.DISAGREEMENTS)
    count = sum(len(section.leading) + len(section.rest) for section in sections)
    rows = list(AnswersTable(view, width, is_whole=not is_single).rows(sections, folded=is_single))
    if any(row.height > room for row in rows):
        rows = list(AnswersTable(view, width).rows(sections, folded=is_single))
    if any(row.height > room for row in rows):
        raise ValueError(
            f"size: what the sources say has no room on {size.width:.0f} x {size.height:.0f} pixels: ask for a larger size"
        )
    sheets = divide(rows, room, gap=view.style.px(_ROW_GAP))
    if not is_single:
        return sheets
    first = sheets[0]
    left = count - len(first)
    return [[*first, _left_out(view, left, width)] if left else first]


def _left_out(view: StyledView, count: int, width: float) -> Block:
    words = view.context.words
    text = words.plural(
        "{count} more question: in the PDF, and at the link.", "{count} more questions: in the PDF, and at the link.", count
    )
    return plain(text, view.style.note_strong, width)


def _room(view: StyledView, size: FigureSize) -> float:
    """Return the height for rows: what head and foot leave, with a line to say what is left out."""
    width, margin, px = size.width - 2 * margin_of(view, size), margin_of(view, size), view.style.px
    used = _head(view, width, _which(view, 99, 99)).height + _foot(view, width).height + _left_out(view, 99, width).height
    return size.height - 2 * margin - used - px(2 * _GAP + _ROW_GAP)


def _place(view: StyledView, size: FigureSize, rows: list[Block], *, which: str) -> tuple[Item, ...]:
    margin, px = margin_of(view, size), view.style.px
    width = size.width - 2 * margin
    head, foot = _head(view, width, which), _foot(view, width)
    body = stack(rows, gap=px(_ROW_GAP))
    top = margin + head.height + px(_GAP)
    return (
        *head.at(margin, margin),
        *body.at(margin, top),
        *foot.at(margin, size.height - margin - foot.height),
    )


def _head(view: StyledView, width: float, which: str) -> Block:
    """Return title, acts with their days, caution, and the heads of the columns."""
    lines = [draw_heading(view, view.context.words(HEADING), width)]
    caution = " ".join(filter(None, (view.context.words(CAUTION_OF_ANSWERS), which)))
    lines.append(even([Run(caution, view.style.tight_caution)], width))
    lines.append(AnswersTable(view, width).heads())
    return stack(lines, gap=view.style.px(5))


def _foot(view: StyledView, width: float) -> Block:
    return draw_foot(view, width, _LEVEL, filters=True)


def _which(view: StyledView, index: int, sheets: int) -> str:
    return view.context.words("Sheet {number} of {sheets}.", number=index, sheets=sheets) if sheets > 1 else ""
