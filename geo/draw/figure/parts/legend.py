"""The legend of a figure: what occurs on its map, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from geo.draw.figure.map.basemap import CONTEXT_SHARE, HATCH_SPACING, HATCH_WIDTH, STRIPE_STEP, STRIPE_WIDTH
from geo.draw.figure.map.hatching import hatch
from geo.draw.figure.map.symbols import RADIUS, shown_roles
from geo.draw.figure.paragraphs import even, plain
from geo.draw.figure.scene import Scene
from geo.draw.figure.svg import Block, Mark, Run, Text, Type, number
from geo.draw.fills import Fill, mix
from geo.draw.symbols import svg_path
from geo.evidence import Precision, Role
from geo.view.labels import ROLE_LABELS

_WIDTH: Final = 20.0
_HEIGHT: Final = 11.0
_GAP: Final = 6.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A swatch, as SVG of 20 x 11 pixels of an A4 sheet, and what it means."""

    swatch: str
    text: str


def legend_entries(scene: Scene) -> tuple[Entry, ...]:
    """Return the entries of what occurs, fills first."""
    return (*_fills(scene), *_shapes(scene))


def draw_brief_legend(scene: Scene, width: float) -> Block:
    """Return what the head does not tell, in few words, as many entries to a line as have room; empty for nothing."""
    px, letters = scene.style.px, replace(scene.style.note, colour=scene.style.paint.text)
    indent, space = px(_WIDTH + _GAP), px(10)
    items: list[Text | Mark] = []
    left = top = tall = 0.0
    for entry in _brief_entries(scene):
        wanted = indent + Run(entry.text, letters).width
        if left and left + wanted > width:
            left, top, tall = 0.0, top + tall + px(2.5), 0.0
        row = _entry(entry, scene, width - left, letters)
        items.extend(row.at(left, top))
        left, tall = left + wanted + space, max(tall, row.height)
    return Block(width, top + tall, tuple(items))


def _brief_entries(scene: Scene) -> Iterator[Entry]:
    """Yield fills of several authorisations, what is no plain fill, and shapes; single authorisations stand in the head."""
    words, named = scene.context.words, _named(scene)
    for ink in scene.fills:
        if len(ink.authorisations) > 1 and ink.authorisations in named:
            yield Entry(_filled(scene, ink), scene.context.act_names(ink.authorisations))
    yield from _unfilled(scene, words("Only a locality named"), words("Level not stated"), words("Context"))
    yield from _shapes(scene)


def draw_legend(scene: Scene, width: float, *, columns: int = 1, tight: bool = False) -> Block:
    """Return the legend in columns; a sentence where nothing is shown.

    Parameters
    ----------
    tight
        Whether there is little room.
    """
    style, px = scene.style, scene.style.px
    entries = legend_entries(scene)
    if not entries:
        return plain(scene.context.words("No region or place matches the filters of this view."), style.body, width)
    space = px(14)
    column = (width - space * (columns - 1)) / columns
    letters = replace(style.note, colour=style.paint.text) if tight else style.small
    rows = [_entry(entry, scene, column, letters) for entry in entries]
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


def _entry(entry: Entry, scene: Scene, width: float, letters: Type) -> Block:
    px = scene.style.px
    indent = px(_WIDTH + _GAP)
    text = even([Run(entry.text, letters)], width - indent, leading=1.2)
    swatch = Mark(entry.swatch, 0, px(-0.8))
    return Block(width, max(text.height, px(_HEIGHT)), (swatch, *text.at(indent, 0)))


def _fills(scene: Scene) -> Iterator[Entry]:
    words, named = scene.context.words, _named(scene)
    for ink in scene.fills:
        if ink.authorisations in named:
            yield Entry(_filled(scene, ink), words("Region named: {acts}", acts=scene.context.act_names(ink.authorisations)))
    yield from _unfilled(
        scene,
        words("Region that only contains a named locality"),
        words("Dashed: city, province or region meant, not stated"),
        words("Region named in the context only"),
    )


def _named(scene: Scene) -> set[tuple[str, ...]]:
    """Return the authorisations under which regions are named by themselves, for each such region."""
    return {unit.authorisations for unit in scene.context.selection.units.values() if unit.named}


def _unfilled(scene: Scene, locality: str, level: str, context: str) -> Iterator[Entry]:
    """Yield, each under its words, what is shown otherwise than in the fill of an authorisation."""
    units = scene.context.selection.units.values()
    hatched = {unit.authorisations for unit in units if not unit.named}
    if hatched:
        first = next((ink.fill for ink in scene.fills if ink.authorisations in hatched), scene.style.paint.context)
        yield Entry(_hatched(scene, first), locality)
    if any(unit.named and unit.named.place.precision is Precision.LEVEL_NOT_STATED for unit in units):
        yield Entry(_dashed(scene), level)
    if () in _named(scene):
        yield Entry(_quiet(scene), context)


def _shapes(scene: Scene) -> Iterator[Entry]:
    shown = {role for place in scene.context.selection.places.values() for role in shown_roles(place)}
    px, paint = scene.style.px, scene.style.paint
    for role in Role:
        if role in shown:
            shape = svg_path(role, x=px(_WIDTH / 2), y=px(_HEIGHT / 2), radius=px(RADIUS))
            yield Entry(f'<path d="{shape}" fill="{paint.quiet}"/>', scene.context.words(ROLE_LABELS[role]))


def _filled(scene: Scene, ink: Fill) -> str:
    px = scene.style.px
    spacing = px(STRIPE_STEP) * (len(ink.stripes) + 1)
    stripes = (
        _lines(scene, colour, spacing=spacing, shift=index * px(STRIPE_STEP), width=px(STRIPE_WIDTH))
        for index, colour in enumerate(ink.stripes, start=1)
    )
    return _rectangle(scene, f'fill="{ink.fill}"') + "".join(stripes)


def _hatched(scene: Scene, colour: str) -> str:
    px, paint = scene.style.px, scene.style.paint
    lines = _lines(scene, colour, spacing=px(HATCH_SPACING), shift=0, width=px(HATCH_WIDTH))
    frame = _rectangle(scene, f'fill="none" stroke="{colour}" stroke-width="{number(px(1.1))}"')
    return _rectangle(scene, f'fill="{paint.unit}"') + lines + frame


def _dashed(scene: Scene) -> str:
    px, paint = scene.style.px, scene.style.paint
    dash = f'stroke-dasharray="{number(px(3.4))} {number(px(2.4))}"'
    return _rectangle(scene, f'fill="none" stroke="{paint.text}" stroke-width="{number(px(1))}" {dash}')


def _quiet(scene: Scene) -> str:
    paint = scene.style.paint
    return _rectangle(scene, f'fill="{mix(paint.unit, paint.context, CONTEXT_SHARE)}"')


def _rectangle(scene: Scene, look: str) -> str:
    px = scene.style.px
    return f'<rect width="{number(px(_WIDTH))}" height="{number(px(_HEIGHT))}" {look}/>'


def _lines(scene: Scene, colour: str, *, spacing: float, shift: float, width: float) -> str:
    import numpy as np  # noqa: PLC0415 - slow to import

    right, bottom = scene.style.px(_WIDTH), scene.style.px(_HEIGHT)
    ring = np.asarray([(0, 0), (right, 0), (right, bottom), (0, bottom), (0, 0)], dtype=float)
    path = hatch([ring], spacing=spacing, shift=shift)
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{number(width)}"/>'
