"""The legend of a figure, drawn from the entries that every legend lists."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from geo.draw.figure.map.basemap import DASH_WIDTH, DASHES, HATCH_SPACING, HATCH_WIDTH, STRIPE_WIDTH
from geo.draw.figure.map.frame import path_of
from geo.draw.figure.map.hatching import hatch, stripes
from geo.draw.figure.map.projection import Geometry
from geo.draw.figure.map.symbols import DOT_RADIUS, dot_colours, draw_dot
from geo.draw.figure.paragraphs import even, plain
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Item, Mark, Run, Type
from geo.draw.markup import Attribute, Markup, join, number, shape
from geo.draw.symbols import svg_path
from geo.view import ViewContext
from geo.view.legend_entries import LegendEntry, LegendMark, legend_entries, small_map_entries

_WIDTH: Final = 20.0
_HEIGHT: Final = 11.0
_GAP: Final = 6.0
_SIGN_RADIUS: Final = 4.4


def draw_brief_legend(view: StyledView, width: float) -> Block:
    """Return what the head does not tell, in few words, as many entries to a line as have room; empty for nothing."""
    letters = replace(view.style.note, colour=view.style.paint.text)
    told = [(entry, entry.brief) for entry in legend_entries(view.context) if not _is_in_head(entry, view)]
    return _in_lines(told, view, width, letters=letters)


def _is_in_head(entry: LegendEntry, view: StyledView) -> bool:
    """Whether an entry tells no more than the head, which names each act behind its colour."""
    is_fill = entry.mark in (LegendMark.FILL, LegendMark.DOT)
    return is_fill and len(entry.authorisations) == 1 and not view.palette.by_number


def draw_legend(view: StyledView, width: float, *, columns: int = 1, tight: bool = False) -> Block:
    """Return the legend in columns; a sentence where nothing is shown.

    Parameters
    ----------
    tight
        Whether there is little room.
    """
    style, px = view.style, view.style.px
    entries = legend_entries(view.context)
    if not entries:
        return plain(view.context.words("No region or place matches the filters of this view."), style.body, width)
    space = px(14)
    column = (width - space * (columns - 1)) / columns
    letters = replace(style.note, colour=style.paint.text) if tight else style.small
    rows = [_row(entry, entry.text, view, column, letters=letters) for entry in entries]
    per_column = -(-len(rows) // columns)
    items: list[Item] = []
    tallest = 0.0
    for number_of_column in range(columns):
        top = 0.0
        for row in rows[number_of_column * per_column : (number_of_column + 1) * per_column]:
            items.extend(row.at(number_of_column * (column + space), top))
            top += row.height + px(3.5)
        tallest = max(tallest, top - px(3.5))
    return Block(width, tallest, tuple(items))


def draw_small_map_legend(view: StyledView, contexts: Sequence[ViewContext], width: float) -> Block:
    """Return what the marks of small maps mean, as many entries to a line as have room.

    Parameters
    ----------
    contexts
        Of each map, with its act alone on.
    """
    letters = replace(view.style.note, colour=view.style.paint.text)
    return _in_lines([(entry, entry.text) for entry in small_map_entries(contexts)], view, width, letters=letters)


def _in_lines(told: Iterable[tuple[LegendEntry, str]], view: StyledView, width: float, *, letters: Type) -> Block:
    """Return entries side by side, as many to a line as have room."""
    px = view.style.px
    indent, space = px(_WIDTH + _GAP), px(10)
    items: list[Item] = []
    left = top = tall = 0.0
    for entry, said in told:
        wanted = indent + Run(said, letters).width
        if left and left + wanted > width:
            left, top, tall = 0.0, top + tall + px(2.5), 0.0
        row = _row(entry, said, view, width - left, letters=letters)
        items.extend(row.at(left, top))
        left, tall = left + wanted + space, max(tall, row.height)
    return Block(width, top + tall, tuple(items))


def _row(entry: LegendEntry, said: str, view: StyledView, width: float, *, letters: Type) -> Block:
    px = view.style.px
    indent = px(_WIDTH + _GAP)
    text = even([Run(said, letters)], width - indent, leading=1.2)
    swatch = Mark(draw_swatch(entry, view), 0, px(-0.8))
    return Block(width, max(text.height, px(_HEIGHT)), (swatch, *text.at(indent, 0)))


def draw_swatch(entry: LegendEntry, view: StyledView) -> Markup:
    """Return the swatch of an entry, 20 x 11 pixels of an A4 sheet."""
    px, paint = view.style.px, view.style.paint
    middle = px(_WIDTH / 2), px(_HEIGHT / 2)
    if entry.role:
        return shape("path", d=svg_path(entry.role, x=middle[0], y=middle[1], radius=px(_SIGN_RADIUS)), fill=paint.quiet)
    if entry.mark is LegendMark.DOT:
        return draw_dot(dot_colours(view, entry.authorisations), *middle, radius=px(DOT_RADIUS))
    if entry.mark is LegendMark.HATCHING:
        return _hatched(view, view.colour(entry.authorisations))
    fill = view.palette.fill(entry.authorisations)
    if entry.mark is LegendMark.OPEN_LEVEL:
        dashes = " ".join(number(px(length)) for length in DASHES)
        line: dict[str, Attribute] = {"stroke": paint.text, "stroke_width": px(DASH_WIDTH), "stroke_dasharray": dashes}
        tint = fill.tinted(paint.unit).colours if fill else (paint.context_fill,)
        return _striped(view, tint) + _rectangle(view, fill="none", **line)
    return _striped(view, fill.colours if fill else (paint.context_fill,))


def _striped(view: StyledView, colours: tuple[str, ...]) -> Markup:
    plain_fill = _rectangle(view, fill=colours[0])
    bands = stripes(_area(view), width=view.style.px(STRIPE_WIDTH), count=len(colours)) if len(colours) > 1 else ()
    drawn = [shape("path", d=path_of(band), fill=colour) for band, colour in zip(bands, colours, strict=False)]
    return plain_fill + join(drawn[1:])


def _hatched(view: StyledView, colour: str) -> Markup:
    px, paint = view.style.px, view.style.paint
    lines = path_of(hatch(_area(view), spacing=px(HATCH_SPACING)))
    frame = _rectangle(view, fill="none", stroke=colour, stroke_width=px(1.1))
    hatching = shape("path", d=lines, fill="none", stroke=colour, stroke_width=px(HATCH_WIDTH))
    return _rectangle(view, fill=paint.unit) + hatching + frame


def _rectangle(view: StyledView, **style: Attribute) -> Markup:
    return shape("rect", width=view.style.px(_WIDTH), height=view.style.px(_HEIGHT), **style)


def _area(view: StyledView) -> Geometry:
    import shapely  # noqa: PLC0415 - slow to import

    return shapely.box(0, 0, view.style.px(_WIDTH), view.style.px(_HEIGHT))
