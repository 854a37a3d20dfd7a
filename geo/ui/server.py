"""The server around the page: what it serves besides, and what it does before the first visitor comes.

Design note, 2026-11-22. Importing what draws the page takes longer than a browser needs to load an empty one. So the server
listens at once, with nothing but Streamlit imported, and a thread imports and loads the rest meanwhile. A visitor's script
that comes early waits until that thread has imported everything: two threads that import the same packages from different
ends can each wait for the other, which Python ends with an error in one of them.
"""

import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from threading import Event, Thread
from typing import Any, Final

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from geo.ui.figure_address import figure_routes
from geo.ui.headers import SecurityHeaders
from geo.ui.link_preview import LinkPreview
from geo.ui.paths import ATLAS_DIRECTORY, MAP_ASSETS_DIRECTORY, SCRIPTS_DIRECTORY
from geo.ui.preloading import Preloading

_KEPT: Final = "public, max-age=86400"
"""For an address with a version in it, and for the files of pinned packages."""

_READY: Final = Event()
"""Whether the data is loaded and was drawn once."""
_IMPORTED: Final = Event()
"""Whether no other thread imports what draws the page; so it is where no server was started, as in a test."""
_IMPORTED.set()
_LONGEST_IMPORT: Final = 60.0
"""Seconds after which a script imports by itself."""


class KeptFiles(StaticFiles):
    """Files that a browser may keep: those of pinned packages always, our own when their address has a version."""

    def __init__(self, *, always: bool = False, only: str = "", **options: Any) -> None:  # noqa: ANN401 - Starlette's own
        """Serve a directory or packages, as Starlette does; with ``only``, nothing but files with that ending."""
        super().__init__(**options)
        self._always = always
        self._only = only

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, and say how long it may be kept."""
        if not path.endswith(self._only):
            raise HTTPException(status_code=HTTPStatus.NOT_FOUND)
        response = await super().get_response(path, scope)
        if self._always or "v" in QueryParams(scope.get("query_string", b"")):
            response.headers["Cache-Control"] = _KEPT
        return response


def middleware() -> list[Middleware]:
    """Return what every request goes through before Streamlit's own."""
    return [Middleware(SecurityHeaders), Middleware(Preloading), Middleware(LinkPreview, is_ready=_READY.is_set)]


def routes() -> list[BaseRoute]:
    """Return the routes of what the map is made of: Leaflet and text face from packages, our script and style, geometry."""
    return [
        *figure_routes(),
        Route("/assets/map.json", map_config),
        Mount("/assets/leaflet", KeptFiles(always=True, packages=[("js_lib_leaflet", "static/js_lib_leaflet")])),
        Mount("/assets/fonts", KeptFiles(always=True, packages=[("font_source_sans_pro", "files")])),
        Mount("/assets/page", KeptFiles(directory=SCRIPTS_DIRECTORY)),
        Route("/assets/map/bundle.js", map_bundle),
        Mount("/assets/map", KeptFiles(directory=MAP_ASSETS_DIRECTORY)),
        Mount("/assets/atlas", KeptFiles(only=".geojson", directory=ATLAS_DIRECTORY)),
    ]


def map_bundle(request: Request) -> Response:
    """Give the script of the map; a browser may keep it under the address with a version in it."""
    from geo.draw.map.map_script import map_script  # noqa: PLC0415 - see the note above

    headers = {"Cache-Control": _KEPT if "v" in request.query_params else "no-cache"}
    return Response(map_script(), media_type="text/javascript", headers=headers)


def map_config(_request: Request) -> JSONResponse:
    """Give what the constant map is drawn from; a browser asks each time, since edited data may have kept its version."""
    from geo.draw import build_config  # noqa: PLC0415 - see the note above
    from geo.ui.resources import load_resources  # noqa: PLC0415

    data = load_resources()
    config = build_config(data.evidence, data.atlas)
    return JSONResponse(config, headers={"Cache-Control": "no-cache"})


@asynccontextmanager
async def prewarm(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Start the thread that loads the data and draws once, and listen meanwhile."""
    _IMPORTED.clear()
    Thread(target=_warm_up, name="prewarm", daemon=True).start()
    yield {}


def wait_for_imports() -> None:
    """Wait until the thread of :func:`prewarm`, if there is one, has imported what draws the page."""
    _IMPORTED.wait(_LONGEST_IMPORT)


def _warm_up() -> None:
    try:
        importlib.import_module("folium.plugins")  # the slow part of streamlit_folium, which itself must wait for a script run
        importlib.import_module("geo.ui.views.choice")
        draw = importlib.import_module("geo.draw")
        resources = importlib.import_module("geo.ui.resources")
    finally:
        _IMPORTED.set()
    data = resources.load_resources()
    draw.warm_up(data.evidence, data.atlas, data.assets)
    _READY.set()
