"""Small maps of Peru, one for each act, all of the same extent: what each act names, read without any overlap.

The outline is drawn once (:func:`outline_svg`), and each map refers to it. Longitudes are shortened by the cosine of the middle
latitude: at this size that cannot be told from an equal-area projection.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from typing import Any, Final

from markupsafe import Markup, escape

from geo.atlas import Atlas
from geo.draw.fills import TINT
from geo.evidence import Precision
from geo.view.selection import Selection, ShownPlace

WIDTH: Final = 120
"""Units of the drawing."""
OUTLINE_ID: Final = "small-map-outline"
_TOLERANCE: Final = 0.06
"""Degrees by which an outline may differ from that of the atlas."""
_MARGIN: Final = 3
_POINT: Final = 3.2
"""Radius of a point."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """Path data of the units, and the size of the drawing."""

    units: Mapping[str, str]
    """``d`` of an SVG path, by ISO 3166-2 code."""
    west: float
    north: float
    scale: float
    """Units of the drawing for a degree of latitude."""
    height: float

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point lies in the drawing."""
        across = (longitude - self.west) * _shortening() * self.scale + _MARGIN
        return across, (self.north - latitude) * self.scale + _MARGIN


def _shortening() -> float:
    return cos(radians(9.2))


@lru_cache(maxsize=2)
def outlines(atlas: Atlas) -> Outlines:
    """Return the simplified outlines of the units of an atlas; worked out once for each."""
    from shapely import coverage_simplify  # noqa: PLC0415 - slow to import
    from shapely.geometry import shape  # noqa: PLC0415

    features = atlas.layers.units["features"]
    shapes = coverage_simplify([shape(feature["geometry"]) for feature in features], _TOLERANCE)
    west = min(unit.bounds[0] for unit in atlas.units)
    south = min(unit.bounds[1] for unit in atlas.units)
    east = max(unit.bounds[2] for unit in atlas.units)
    north = max(unit.bounds[3] for unit in atlas.units)
    scale = (WIDTH - 2 * _MARGIN) / ((east - west) * _shortening())
    drawing = Outlines({}, west, north, scale, (north - south) * scale + 2 * _MARGIN)
    paths = {feature["id"]: _path(unit, drawing) for feature, unit in zip(features, shapes, strict=True)}
    return Outlines(paths, west, north, scale, drawing.height)


def _path(unit: Any, drawing: Outlines) -> str:  # noqa: ANN401 - shapely has no types
    polygons = getattr(unit, "geoms", [unit])
    rings = (ring.coords for polygon in polygons for ring in (polygon.exterior, *polygon.interiors))
    return "".join(_ring([drawing.point(*corner[:2]) for corner in ring]) for ring in rings)


def _ring(corners: Iterable[tuple[float, float]]) -> str:
    return f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in corners)}Z"


def outline_svg(atlas: Atlas) -> Markup:
    """Return the outline that the small maps of a page refer to, as an SVG element that takes no room."""
    path = "".join(outlines(atlas).units.values())
    return Markup('<svg width="0" height="0" aria-hidden="true"><defs><path id="{}" d="{}"/></defs></svg>').format(
        OUTLINE_ID, path
    )


def small_map_svg(atlas: Atlas, selection: Selection, act_id: str, colour: str, *, description: str) -> Markup:
    """Return the map of one act: regions that it names are filled, those that only contain a named locality hatched.

    A name of which the level is not stated is a pale tint with dashes and a dot, as on the large map.

    Parameters
    ----------
    colour
        ``#rrggbb``.
    description
        What the map shows, for who does not see it.
    """
    drawing = outlines(atlas)
    shown = [place for place in selection.places.values() if act_id in place.authorisations]
    stated = {place.place.unit for place in shown if place.place.precision is Precision.UNIT}
    named = {place.place.unit for place in shown if place.place.is_area}
    containing = {place.place.unit for place in shown if not place.place.is_area and place.place.unit} - named
    hatching = f"small-hatching-{act_id}"
    parts = (
        Markup('<pattern id="{0}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">').format(
            hatching
        ),
        Markup('<path d="M0 0V4" stroke="{}" stroke-width="1.6"/></pattern>').format(colour),
        Markup('<use href="#{}" class="land"/>').format(OUTLINE_ID),
        _units(stated & named, colour, drawing),
        _units(named - stated, colour, drawing, level_is_open=True),
        _units(containing, f"url(#{hatching})", drawing),
        *(_dot(place, drawing) for place in shown if place.place.is_point),
    )
    start = '<svg class="small-map" viewBox="0 0 {} {}" role="img" aria-label="{}">'
    opening = Markup(start).format(WIDTH, f"{drawing.height:.0f}", description)  # noqa: S704 - a constant
    return opening + Markup("").join(parts) + Markup("</svg>")


def _units(codes: Iterable[str], fill: str, drawing: Outlines, *, level_is_open: bool = False) -> Markup:
    path = "".join(drawing.units[code] for code in sorted(codes) if code in drawing.units)
    if not path:
        return Markup()
    if level_is_open:
        tint = Markup('<path class="open-level" d="{}" fill="{}" fill-opacity="{:.2f}"/>')
        return tint.format(path, escape(fill), 1 - TINT)
    return Markup('<path class="named" d="{}" fill="{}"/>').format(path, escape(fill))


def _dot(shown: ShownPlace, drawing: Outlines) -> Markup:
    place = shown.place
    if place.longitude is None or place.latitude is None:
        return Markup()
    x, y = drawing.point(place.longitude, place.latitude)
    return Markup('<circle cx="{}" cy="{}" r="{}"/>').format(f"{x:.1f}", f"{y:.1f}", _POINT)
