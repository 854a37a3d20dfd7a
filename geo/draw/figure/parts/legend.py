"""The legend of a figure, drawn from the entries that every legend lists."""

from dataclasses import replace
from typing import Final

from geo.draw.figure.map.basemap import DASH_WIDTH, DASHES, HATCH_SPACING, HATCH_WIDTH, STRIPE_WIDTH
from geo.draw.figure.map.frame import path_of
from geo.draw.figure.map.hatching import hatch, stripes
from geo.draw.figure.map.projection import Geometry
from geo.draw.figure.map.symbols import DOT_RADIUS, dot_colours, draw_dot
from geo.draw.figure.paragraphs import even, plain
from geo.draw.figure.scene import Scene
from geo.draw.figure.svg import Block, Mark, Run, Text, Type
from geo.draw.markup import Attribute, Markup, join, number, shape
from geo.draw.symbols import svg_path
from geo.view.legend_entries import LegendEntry, LegendMark, legend_entries

_WIDTH: Final = 20.0
_HEIGHT: Final = 11.0
_GAP: Final = 6.0
_SIGN_RADIUS: Final = 4.4


def draw_brief_legend(scene: Scene, width: float) -> Block:
    """Return what the head does not tell, in few words, as many entries to a line as have room; empty for nothing."""
    px, letters = scene.style.px, replace(scene.style.note, colour=scene.style.paint.text)
    indent, space = px(_WIDTH + _GAP), px(10)
    items: list[Text | Mark] = []
    left = top = tall = 0.0
    for entry in legend_entries(scene.context):
        if len(entry.authorisations) == 1 and entry.mark in (LegendMark.FILL, LegendMark.DOT) and not scene.palette.by_number:
            continue  # the head names each act behind its colour
        wanted = indent + Run(entry.brief, letters).width
        if left and left + wanted > width:
            left, top, tall = 0.0, top + tall + px(2.5), 0.0
        row = _row(entry, entry.brief, scene, width - left, letters=letters)
        items.extend(row.at(left, top))
        left, tall = left + wanted + space, max(tall, row.height)
    return Block(width, top + tall, tuple(items))


def draw_legend(scene: Scene, width: float, *, columns: int = 1, tight: bool = False) -> Block:
    """Return the legend in columns; a sentence where nothing is shown.

    Parameters
    ----------
    tight
        Whether there is little room.
    """
    style, px = scene.style, scene.style.px
    entries = legend_entries(scene.context)
    if not entries:
        return plain(scene.context.words("No region or place matches the filters of this view."), style.body, width)
    space = px(14)
    column = (width - space * (columns - 1)) / columns
    letters = replace(style.note, colour=style.paint.text) if tight else style.small
    rows = [_row(entry, entry.text, scene, column, letters=letters) for entry in entries]
    per_column = -(-len(rows) // columns)
    items: list[Text | Mark] = []
    tallest = 0.0
    for number_of_column in range(columns):
        top = 0.0
        for row in rows[number_of_column * per_column : (number_of_column + 1) * per_column]:
            items.extend(row.at(number_of_column * (column + space), top))
            top += row.height + px(3.5)
        tallest = max(tallest, top - px(3.5))
    return Block(width, tallest, tuple(items))


def _row(entry: LegendEntry, said: str, scene: Scene, width: float, *, letters: Type) -> Block:
    px = scene.style.px
    indent = px(_WIDTH + _GAP)
    text = even([Run(said, letters)], width - indent, leading=1.2)
    swatch = Mark(draw_swatch(entry, scene), 0, px(-0.8))
    return Block(width, max(text.height, px(_HEIGHT)), (swatch, *text.at(indent, 0)))


def draw_swatch(entry: LegendEntry, scene: Scene) -> Markup:
    """Return the swatch of an entry, 20 x 11 pixels of an A4 sheet."""
    px, paint = scene.style.px, scene.style.paint
    middle = px(_WIDTH / 2), px(_HEIGHT / 2)
    if entry.role:
        return shape("path", d=svg_path(entry.role, x=middle[0], y=middle[1], radius=px(_SIGN_RADIUS)), fill=paint.quiet)
    if entry.mark is LegendMark.DOT:
        return draw_dot(dot_colours(scene, entry.authorisations), *middle, radius=px(DOT_RADIUS))
    if entry.mark is LegendMark.HATCHING:
        return _hatched(scene, scene.colour(entry.authorisations))
    fill = scene.palette.fill(entry.authorisations)
    if fill is None:
        return _rectangle(scene, fill=paint.context_fill)
    if entry.mark is LegendMark.OPEN_LEVEL:
        dashes = " ".join(number(px(length)) for length in DASHES)
        line: dict[str, Attribute] = {"stroke": paint.text, "stroke_width": px(DASH_WIDTH), "stroke_dasharray": dashes}
        return _striped(scene, fill.tinted(paint.unit).colours) + _rectangle(scene, fill="none", **line)
    return _striped(scene, fill.colours)


def _striped(scene: Scene, colours: tuple[str, ...]) -> Markup:
    plain_fill = _rectangle(scene, fill=colours[0])
    bands = stripes(_area(scene), width=scene.style.px(STRIPE_WIDTH), count=len(colours)) if len(colours) > 1 else ()
    drawn = [shape("path", d=path_of(band), fill=colour) for band, colour in zip(bands, colours, strict=False)]
    return plain_fill + join(drawn[1:])


def _hatched(scene: Scene, colour: str) -> Markup:
    px, paint = scene.style.px, scene.style.paint
    lines = path_of(hatch(_area(scene), spacing=px(HATCH_SPACING)))
    frame = _rectangle(scene, fill="none", stroke=colour, stroke_width=px(1.1))
    hatching = shape("path", d=lines, fill="none", stroke=colour, stroke_width=px(HATCH_WIDTH))
    return _rectangle(scene, fill=paint.unit) + hatching + frame


def _rectangle(scene: Scene, **style: Attribute) -> Markup:
    return shape("rect", width=scene.style.px(_WIDTH), height=scene.style.px(_HEIGHT), **style)


def _area(scene: Scene) -> Geometry:
    import shapely  # noqa: PLC0415 - slow to import

    return shapely.box(0, 0, scene.style.px(_WIDTH), scene.style.px(_HEIGHT))
