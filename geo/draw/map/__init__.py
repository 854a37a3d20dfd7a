"""The folium map, its configuration, the layer of a view, and in ``scripts`` the code that draws them in the browser.

Importing it imports folium, which takes half a second; the rest of ``geo.draw`` does without.
"""

from geo.draw.map.folium_map import Assets, AtlasMap
from geo.draw.map.map_config import build_config, config_version
from geo.draw.map.map_script import map_script, map_script_version, map_sheet_version
from geo.draw.map.view_layer import MapSync, build_layer, build_map, layer_of, paint_view, warm_up

__all__ = [
    "Assets",
    "AtlasMap",
    "MapSync",
    "build_config",
    "build_layer",
    "build_map",
    "config_version",
    "layer_of",
    "map_script",
    "map_script_version",
    "map_sheet_version",
    "paint_view",
    "warm_up",
]
