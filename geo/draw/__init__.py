"""Drawings of a selection: the map, its symbols and colours."""

from geo.draw.colour import Ink, inks
from geo.draw.escape import to_html, to_script
from geo.draw.legend import Swatch, swatch_svg
from geo.draw.map import (
    ROLE_LABELS,
    Assets,
    AtlasMap,
    Moment,
    build_layer,
    build_map,
    warm_up,
    why_lines,
)
from geo.draw.symbols import SHAPES, svg_path

__all__ = [
    "ROLE_LABELS",
    "SHAPES",
    "Assets",
    "AtlasMap",
    "Ink",
    "Moment",
    "Swatch",
    "build_layer",
    "build_map",
    "inks",
    "svg_path",
    "swatch_svg",
    "to_html",
    "to_script",
    "warm_up",
    "why_lines",
]
