"""The map of a figure: ground, dots and names, with the inset or the locator and the scale bar."""

from typing import Final

from geo.draw.figure.description import describe_map
from geo.draw.figure.labels.candidates import wanted_names
from geo.draw.figure.labels.placement import draw_names, place_names
from geo.draw.figure.map.basemap import paint_ground
from geo.draw.figure.map.extent import country_frame, view_frame
from geo.draw.figure.map.frame import Frame
from geo.draw.figure.map.inset import Inset, dot_boxes, draw_inset, find_inset
from geo.draw.figure.map.locator import draw_locator
from geo.draw.figure.map.scale_bar import draw_scale_bar
from geo.draw.figure.map.symbols import draw_dots
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Box, Item, Picture

_MARGIN: Final = 8.0
_GAP: Final = 1.2
"""Pixels on an A4 sheet."""


def draw_map(view: StyledView, width: float, height: float) -> Block:
    """Return the map of what a view shows, in a rectangle, as one picture."""
    picture = Picture(describe_map(view), Box(0, 0, width, height), map_items(view, width, height))
    return Block(width, height, (picture,))


def map_items(view: StyledView, width: float, height: float) -> tuple[Item, ...]:
    """Return what the map is drawn of, the lowest first."""
    px, atlas = view.style.px, view.context.atlas
    frame = view_frame(atlas, view.extent, (width, height), margin=px(_MARGIN))
    is_part = frame != country_frame(atlas, width, height, margin=px(_MARGIN))
    inset = None if is_part else find_inset(atlas, frame, view.style.scale)
    corner, covered = _corner(view, frame, inset, is_part=is_part)
    bar = draw_scale_bar(frame.scale, min(px(110), width * 0.25), view.style, view.context.words)
    bar_box = _bar_place(bar, covered, frame, px(_MARGIN))
    taken = [bar_box.grown(px(3)), *dot_boxes(view, frame), *covered]
    names = place_names(wanted_names(view, frame), sheet=frame.box, taken=taken, gap=px(_GAP))
    return (
        paint_ground(view, frame, "country"),
        *corner,
        draw_dots(view, frame),
        *draw_names(names, px(0.6)),
        *bar.at(bar_box.left, bar_box.top),
    )


def _corner(view: StyledView, frame: Frame, inset: Inset | None, *, is_part: bool) -> tuple[tuple[Item, ...], list[Box]]:
    """Return what stands in the lower left corner, the inset or the locator, and the boxes that it takes."""
    px = view.style.px
    if inset:
        titled = Box(inset.box.left, inset.box.top - px(13), inset.box.right, inset.box.bottom)
        return tuple(draw_inset(view, inset)), [titled.grown(px(2))]
    if is_part:
        locator = draw_locator(view, frame)
        top = frame.height - px(_MARGIN) - locator.height
        box = Box(px(_MARGIN), top, px(_MARGIN) + locator.width, top + locator.height)
        return locator.at(box.left, box.top), [box.grown(px(2))]
    return (), []


def _bar_place(bar: Block, covered: list[Box], frame: Frame, margin: float) -> Box:
    left = covered[0].right + margin if covered else margin
    top = frame.height - margin - bar.height
    return Box(left, top, left + bar.width, top + bar.height)
