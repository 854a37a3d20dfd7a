"""Drawings of a selection: the map, its symbols and colours."""

from geo.draw.escape import to_script
from geo.draw.fills import Fill, Palette, make_palette
from geo.draw.legend import Swatch, swatch_svg
from geo.draw.map.folium_map import Assets, AtlasMap
from geo.draw.map.map_config import build_config, config_version
from geo.draw.map.map_script import map_script, map_script_version, map_sheet_version
from geo.draw.map.view_layer import MapSync, build_layer, build_map, layer_of, paint_view, warm_up
from geo.draw.markup import escape as to_html
from geo.draw.source_graph import SourceGroupFigure, SourceNode, draw_source_groups
from geo.draw.symbols import SHAPES, css_rules, svg_path

__all__ = [
    "SHAPES",
    "Assets",
    "AtlasMap",
    "Fill",
    "MapSync",
    "Palette",
    "SourceGroupFigure",
    "SourceNode",
    "Swatch",
    "build_config",
    "build_layer",
    "build_map",
    "config_version",
    "css_rules",
    "draw_source_groups",
    "layer_of",
    "make_palette",
    "map_script",
    "map_script_version",
    "map_sheet_version",
    "paint_view",
    "svg_path",
    "swatch_svg",
    "to_html",
    "to_script",
    "warm_up",
]
