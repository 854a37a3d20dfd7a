"""The server around the page: what it serves besides, and what it does before the first visitor comes."""

import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from geo.draw import build_config, warm_up
from geo.ui.resources import ATLAS_DIRECTORY, PROJECT, load_resources


def routes() -> list[BaseRoute]:
    """Return the routes of what the map is made of: Leaflet and text face from packages, our script and style, geometry."""
    leaflet = StaticFiles(packages=[("js_lib_leaflet", "static/js_lib_leaflet")])
    fonts = StaticFiles(packages=[("font_source_sans_pro", "files")])
    return [
        Route("/assets/map.json", map_config),
        Mount("/assets/leaflet", leaflet),
        Mount("/assets/fonts", fonts),
        Mount("/assets/page", StaticFiles(directory=PROJECT / "geo" / "ui" / "scripts")),
        Mount("/assets/map", StaticFiles(directory=PROJECT / "geo" / "draw" / "assets")),
        Mount("/assets/atlas", StaticFiles(directory=ATLAS_DIRECTORY)),
    ]


async def map_config(_request: Request) -> JSONResponse:
    """Give what the constant map is drawn from."""
    data = load_resources()
    return JSONResponse(build_config(data.evidence, data.atlas, data.assets))


@asynccontextmanager
async def prewarm(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Load the data and draw once, so that the first visitor does not wait for it."""
    importlib.import_module("folium.plugins")  # the slow part of streamlit_folium, which itself must wait for a script run
    resources = load_resources()
    warm_up(resources.evidence, resources.atlas, resources.assets)
    yield {}
