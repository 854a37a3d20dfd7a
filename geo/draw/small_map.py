"""Small maps of Peru on the page, one for each act, all of the same extent: what each act names, read without any overlap.

They are drawn from the frame, the paths and the hatching of figures. The outline is written once (:func:`outline_svg`), and
each map refers to it; what is no colour of an act is left to the page's style sheet.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from geo.atlas import Atlas
from geo.draw.figure.map.extent import country_frame, country_ground
from geo.draw.figure.map.frame import Frame, cut_units, path_of
from geo.draw.figure.map.hatching import hatch_unit
from geo.draw.figure.map.small_map import tiny_units
from geo.draw.fills import TINT
from geo.draw.markup import element, number, shape
from geo.evidence import Precision
from geo.view import ShownPlace, ViewContext

WIDTH: Final = 120.0
"""Units of the drawing."""
OUTLINE_ID: Final = "small-map-outline"
_MARGIN: Final = 3.0
_POINT: Final = 3.2
"""Radius of a point."""
_HATCH_SPACING: Final = 4.0
_HATCH_WIDTH: Final = 1.6
_LEAST_UNIT: Final = 8.0
"""A smaller unit is a square of this side."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """The frame of the drawing, and the path data of the units."""

    frame: Frame
    units: dict[str, str]
    """``d`` of an SVG path, by ISO 3166-2 code."""


@lru_cache(maxsize=2)
def outlines(atlas: Atlas) -> Outlines:
    """Return the outlines of the units of an atlas at this size; worked out once for each."""
    left, top, right, bottom = country_ground(atlas)
    scale = (WIDTH - 2 * _MARGIN) / (right - left)
    frame = country_frame(atlas, WIDTH, (bottom - top) * scale + 2 * _MARGIN, margin=_MARGIN)
    return Outlines(frame, {code: path_of(area) for code, area in cut_units(atlas, frame).items()})


def outline_svg(atlas: Atlas) -> Markup:
    """Return the outline that the small maps of a page refer to, as an SVG element that takes no room."""
    path = shape("path", id=OUTLINE_ID, d="".join(outlines(atlas).units.values()))
    return element("svg", element("defs", path), width=0, height=0, aria_hidden="true")


def small_map_svg(context: ViewContext, colour: str, *, description: str) -> Markup:
    """Return the map of one act: regions that it names are filled, those that only contain a named locality hatched.

    A name of which the level is not stated is a pale tint with dashes and a dot, as on the large map; a region too small to be
    seen is a square.

    Parameters
    ----------
    context
        Of the view with this act alone on.
    colour
        ``#rrggbb``.
    description
        What the map shows, for who does not see it.
    """
    drawing = outlines(context.atlas)
    shown = context.selection.places.values()
    stated = {place.place.unit for place in shown if place.place.precision is Precision.UNIT}
    named = {place.place.unit for place in shown if place.place.is_area}
    containing = {place.place.unit for place in shown if not place.place.is_area and place.place.unit} - named
    hatching = (hatch_unit(context.atlas, drawing.frame, code, spacing=_HATCH_SPACING) for code in sorted(containing))
    parts = (
        shape("use", href=f"#{OUTLINE_ID}", classes="land"),
        _path(stated & named, drawing, classes="named", fill=colour),
        _path(named - stated, drawing, classes="open-level", fill=colour, fill_opacity=f"{1 - TINT:.2f}"),
        _path(containing, drawing, classes="contains", fill="none", stroke=colour),
        shape("path", d="".join(hatching), fill="none", stroke=colour, stroke_width=_HATCH_WIDTH) if containing else Markup(),
        *(_square(at, colour) for at in tiny_units(context, drawing.frame, _LEAST_UNIT).values()),
        *(_dot(place, drawing.frame) for place in shown if place.place.is_point),
    )
    size = f"0 0 {number(drawing.frame.width)} {number(drawing.frame.height)}"
    return element("svg", *parts, classes="small-map", viewBox=size, role="img", aria_label=description)


def _path(codes: Iterable[str], drawing: Outlines, **look: str) -> Markup:
    path = "".join(drawing.units[code] for code in sorted(codes) if code in drawing.units)
    return shape("path", d=path, **look) if path else Markup()


def _square(at: tuple[float, float], colour: str) -> Markup:
    x, y = (place - _LEAST_UNIT / 2 for place in at)
    return shape("rect", classes="named", x=x, y=y, width=_LEAST_UNIT, height=_LEAST_UNIT, fill=colour)


def _dot(shown: ShownPlace, frame: Frame) -> Markup:
    place = shown.place
    if place.longitude is None or place.latitude is None:
        return Markup()
    x, y = frame.place((place.longitude, place.latitude))
    return shape("circle", cx=x, cy=y, r=_POINT)
