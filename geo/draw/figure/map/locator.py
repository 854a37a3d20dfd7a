"""The locator: all of Peru, small, with the part of it that the map shows."""

from typing import Final

from geo.draw.figure.map.basemap import unit_colours
from geo.draw.figure.map.extent import country_frame
from geo.draw.figure.map.frame import Frame, frame_paths
from geo.draw.figure.map.inset import rectangle
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Box, Mark
from geo.draw.markup import element, shape

_HEIGHT: Final = 0.24
_MOST: Final = 150.0
_LEAST: Final = 60.0
"""Pixels on an A4 sheet."""
_NARROW: Final = 0.72
"""Width to height."""


def draw_locator(view: StyledView, frame: Frame) -> Block:
    """Return the locator of a map's frame."""
    px, paint = view.style.px, view.style.paint
    height = max(px(_LEAST), min(px(_MOST), _HEIGHT * frame.height))
    small = country_frame(view.context.atlas, height * _NARROW, height, margin=px(3))
    units = view.context.selection.units
    areas = (
        shape("path", d=outline.area, fill=unit_colours(view, units.get(code))[0])
        for code, outline in frame_paths(view.context.atlas, small).units.items()
    )
    paper = rectangle(small.box, fill=paint.sea, stroke=paint.text, stroke_width=px(0.7))
    borders = "".join(outline.outline for outline in frame_paths(view.context.atlas, small).units.values())
    line = shape("path", d=borders, fill="none", stroke=paint.unit_line, stroke_width=px(0.35))
    window = rectangle(_window(frame, small), fill="none", stroke=paint.focus, stroke_width=px(1.4))
    return Block(small.width, small.height, (Mark(element("g", paper, *areas, line, window, classes="locator")),))


def _window(frame: Frame, small: Frame) -> Box:
    """Return where a frame lies on a smaller one, within its edges."""
    corners = ((0.0, 0.0), (frame.width, frame.height))
    (left, top), (right, bottom) = (small.put((frame.left + x / frame.scale, frame.top + y / frame.scale)) for x, y in corners)
    return Box(max(0.0, left), max(0.0, top), min(small.width, right), min(small.height, bottom))
