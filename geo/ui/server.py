"""The server around the page: what it serves besides, and what it does before the first visitor comes."""

import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from geo.draw import warm_up
from geo.ui.resources import ATLAS_DIRECTORY, PROJECT, load_resources


def routes() -> list[BaseRoute]:
    """Return the routes of what the map is made of: Leaflet and text face from packages, our script and style, geometry."""
    leaflet = StaticFiles(packages=[("js_lib_leaflet", "static/js_lib_leaflet")])
    fonts = StaticFiles(packages=[("font_source_sans_pro", "files")])
    return [
        Mount("/assets/leaflet", leaflet),
        Mount("/assets/fonts", fonts),
        Mount("/assets/map", StaticFiles(directory=PROJECT / "geo" / "draw" / "assets")),
        Mount("/assets/atlas", StaticFiles(directory=ATLAS_DIRECTORY)),
    ]


@asynccontextmanager
async def prewarm(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Load the data and draw once, so that the first visitor does not wait for it."""
    importlib.import_module("folium.plugins")  # the slow part of streamlit_folium, which itself must wait for a script run
    resources = load_resources()
    warm_up(resources.evidence, resources.atlas, resources.assets)
    yield {}
