"""The small map of one act: ground, dots and, where there is room, names; nothing that the other maps of the sheet repeat."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from geo.draw.figure.labels.candidates import locality_name, unit_name
from geo.draw.figure.labels.placement import Name, draw_names, place_names
from geo.draw.figure.map.basemap import paint_ground
from geo.draw.figure.map.extent import view_frame
from geo.draw.figure.map.frame import Frame
from geo.draw.figure.map.inset import dot_boxes
from geo.draw.figure.map.projection import project_bounds
from geo.draw.figure.map.scale_bar import draw_scale_bar
from geo.draw.figure.map.symbols import dot_box, draw_dots
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Mark, Text
from geo.draw.markup import Attribute, Markup, join, shape
from geo.view import ViewContext

_MARGIN: Final = 3.0
_GAP: Final = 1.2
"""Pixels on an A4 sheet."""
_LEAST_UNIT: Final = 9.0
_SQUARE: Final = 6.5
"""Pixels on an A4 sheet: of a unit that can be seen, and of the square that stands for one that cannot."""
_BAR_SHARE: Final = 0.3


def draw_small_map(act: StyledView, size: tuple[float, float], *, has_names: bool, has_bar: bool) -> Block:
    """Return the map of a view in which one act alone is on.

    Parameters
    ----------
    size
        Width and height in pixels.
    has_names
        Whether it bears the names of the places that the act names.
    has_bar
        Whether it has a scale bar.
    """
    px, frame = act.style.px, view_frame(act.context.atlas, act.extent, size, margin=act.style.px(_MARGIN))
    bar = draw_scale_bar(frame.scale, size[0] * _BAR_SHARE, act.style, act.context.words)
    scale = bar.at(px(_MARGIN), size[1] - px(_MARGIN) - bar.height) if has_bar else ()
    taken = [*(item.box for item in scale if isinstance(item, Text)), *dot_boxes(act, frame)]
    wanted = _wanted_names(act, frame) if has_names else ()
    names = place_names(wanted, sheet=frame.box, taken=taken, gap=px(_GAP))
    ground = paint_ground(act, frame, "small-map")
    squares = Mark(join(_square(act, at) for at in tiny_units(act.context, frame, px(_LEAST_UNIT)).values()))
    return Block(*size, (ground, squares, draw_dots(act, frame), *draw_names(names, px(0.6)), *scale))


def tiny_units(context: ViewContext, frame: Frame, least: float) -> dict[str, tuple[float, float]]:
    """Return where the named units lie that are too small to be seen on a frame, and have no dot.

    Parameters
    ----------
    least
        Pixels: a unit that is less wide and less high cannot be seen.

    Returns
    -------
    dict
        Place in pixels of the frame, by ISO 3166-2 code.
    """
    found = {}
    for code, shown in context.selection.units.items():
        if shown.named is None or shown.named.place.is_point:
            continue
        unit = context.atlas.unit(code)
        left, top, right, bottom = project_bounds(*unit.bounds)
        if max(right - left, bottom - top) * frame.scale < least:
            found[code] = frame.place(unit.label)
    return found


def _square(act: StyledView, at: tuple[float, float]) -> Markup:
    """Return the square that stands for a unit too small to be seen: a rectangle, as regions have in the legend."""
    side, paint = act.style.px(_SQUARE), act.style.paint
    look: dict[str, Attribute] = {"fill": act.colour(act.context.state.authorisations), "stroke": paint.unit}
    return shape(
        "rect", x=at[0] - side / 2, y=at[1] - side / 2, width=side, height=side, stroke_width=act.style.px(0.8), **look
    )


def _wanted_names(act: StyledView, frame: Frame) -> Iterator[Name]:
    """Yield the names of the places that the act names, without the signs of their roles."""
    dotted = set()
    for shown in act.context.selection.places.values():
        target = dot_box(act, frame, shown)
        if target:
            yield replace(locality_name(act, frame, shown, target), signs=())
            dotted.add(shown.place.unit if shown.place.is_area else "")
    for code, unit in act.context.selection.units.items():
        if unit.named and code not in dotted:
            yield replace(unit_name(act, frame, act.context.atlas.unit(code)), signs=())
