"""Drawings of a selection: the map, its symbols and colours."""

from geo.draw.escape import to_script
from geo.draw.fills import Fill, Palette, make_palette
from geo.draw.legend import Swatch, swatch_svg
from geo.draw.markup import escape as to_html
from geo.draw.source_graph import SourceGroupFigure, SourceNode, draw_source_groups
from geo.draw.symbols import SHAPES, css_rules, svg_path

__all__ = [
    "SHAPES",
    "Fill",
    "Palette",
    "SourceGroupFigure",
    "SourceNode",
    "Swatch",
    "css_rules",
    "draw_source_groups",
    "make_palette",
    "svg_path",
    "swatch_svg",
    "to_html",
    "to_script",
]
