"""The inset: a piece of ground that is too small to be read on the map, shown enlarged on its sea."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geo.atlas import Atlas
from geo.draw.figure.labels.candidates import locality_name, unit_name
from geo.draw.figure.labels.placement import Name, draw_names, place_names
from geo.draw.figure.map.basemap import paint_ground
from geo.draw.figure.map.frame import Frame, cut_units, fit_frame
from geo.draw.figure.map.projection import project_bounds
from geo.draw.figure.map.scale_bar import draw_scale_bar
from geo.draw.figure.map.symbols import dot_box, draw_dots
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Block, Box, Item, Mark, Run, Text, Type
from geo.draw.markup import Attribute, Markup, number, shape
from geo.view.place_symbols import INSET_UNIT, roles_with_symbol

INSET_REACH: Final = 0.62
"""Degrees from the middle of the inset to its edges."""

_SHARES: Final = (0.31, 0.28, 0.25, 0.22)
_HEIGHT: Final = 0.3
"""Most of a map's height that the inset may have."""
_LEAST: Final = 74.0
_MOST: Final = 165.0
"""Pixels on an A4 sheet."""
_MARGIN: Final = 8.0
_GAP: Final = 1.2


@dataclass(frozen=True, slots=True)
class Inset:
    """The piece of ground that is shown enlarged."""

    frame: Frame
    x: float
    y: float
    """Its upper left corner on the map."""
    window: Box
    """The same ground on the map."""

    @property
    def box(self) -> Box:
        """The inset on the map."""
        return Box(self.x, self.y, self.x + self.frame.width, self.y + self.frame.height)


@lru_cache(maxsize=24)
def find_inset(atlas: Atlas, frame: Frame, scale: float) -> Inset | None:
    """Return the largest inset in the lower left corner that covers no unit; None if there is no room for one.

    Parameters
    ----------
    scale
        Pixels per pixel of an A4 sheet.
    """
    west, south, east, north = atlas.unit(INSET_UNIT).bounds
    middle = ((west + east) / 2, (south + north) / 2)
    reach = (middle[0] - INSET_REACH, middle[1] - INSET_REACH, middle[0] + INSET_REACH, middle[1] + INSET_REACH)
    ground = project_bounds(*reach)
    margin = _MARGIN * scale
    for share in _SHARES:
        side = min(share * frame.width, _HEIGHT * frame.height, _MOST * scale)
        box = Box(margin, frame.height - margin - side, margin + side, frame.height - margin)
        room = Box(box.left, box.top - 14 * scale, box.right + 4 * scale, box.bottom)
        if side >= _LEAST * scale and not _touches_units(atlas, frame, room):
            left, top = frame.put(ground[:2])
            right, bottom = frame.put(ground[2:])
            return Inset(fit_frame(ground, side, side, margin=0), box.left, box.top, Box(left, top, right, bottom))
    return None


def _touches_units(atlas: Atlas, frame: Frame, box: Box) -> bool:
    """Whether a unit has ground in a box."""
    import shapely  # noqa: PLC0415 - slow to import

    area = shapely.box(box.left, box.top, box.right, box.bottom)
    return any(unit.intersects(area) for unit in cut_units(atlas, frame).values())


def draw_inset(view: StyledView, inset: Inset) -> Iterable[Item]:
    """Return the inset with its title, and its window on the map."""
    style, px, frame = view.style, view.style.px, inset.frame
    line: dict[str, Attribute] = {"fill": "none", "stroke": style.paint.text, "stroke_width": px(0.7)}
    window = rectangle(inset.window, **line)
    way = f"M{number(inset.window.left)} {number(inset.window.bottom)}L{number(inset.box.right)} {number(inset.box.top)}"
    lead = shape("path", d=way, stroke_dasharray=f"{number(px(1))} {number(px(2))}", **line)
    heading = Type(style.body_strong.face, px(9.4), style.paint.text)
    title = Text(inset.box.left, inset.box.top - px(4), (Run(view.context.words("Lima–Callao"), heading),))
    bar = draw_scale_bar(frame.scale, frame.width * 0.3, style, view.context.words)
    bar_box = Box(px(5), frame.height - bar.height - px(4), px(5) + bar.width, frame.height - px(4))
    dots = dot_boxes(view, frame)
    names = [*_names(view, frame)]
    placed = place_names(names, sheet=frame.box, taken=[bar_box.grown(px(2)), *dots], gap=px(_GAP))
    alone = place_names(names, sheet=frame.box, taken=dots, gap=px(_GAP))
    has_bar = len(placed) == len(alone)  # a name says more than a second scale bar
    items = (
        paint_ground(view, frame, "inset"),
        draw_dots(view, frame),
        *draw_names(placed if has_bar else alone, px(0.6)),
        *(bar.at(bar_box.left, bar_box.top) if has_bar else ()),
        Mark(rectangle(frame.box, **line)),
    )
    return (Mark(window + lead), title, *Block(frame.width, frame.height, items).at(inset.x, inset.y))


def dot_boxes(view: StyledView, frame: Frame) -> list[Box]:
    """Return the boxes of all dots on a frame."""
    boxes = (dot_box(view, frame, shown) for shown in view.context.selection.places.values())
    return [box for box in boxes if box]


def _names(view: StyledView, frame: Frame) -> Iterable[Name]:
    for shown in view.context.selection.places.values():
        target = dot_box(view, frame, shown)
        if target:
            yield locality_name(view, frame, shown, target)
    unit = view.context.selection.units.get(INSET_UNIT)
    if not (unit and unit.named and unit.named.place.is_point and roles_with_symbol(unit.named)):
        yield unit_name(view, frame, view.context.atlas.unit(INSET_UNIT))


def rectangle(box: Box, **style: Attribute) -> Markup:
    """Return the outline of a box."""
    return shape("rect", x=box.left, y=box.top, width=box.width, height=box.height, **style)
