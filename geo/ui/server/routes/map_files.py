"""The files of the map: Leaflet and typefaces from packages, our scripts and style sheet, geometry and configuration."""

from http import HTTPStatus
from typing import Any, Final

from anyio import to_thread
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from geo.ui.browser import scripts_version
from geo.ui.paths import ATLAS_DIRECTORY, MAP_ASSETS_DIRECTORY, SCRIPTS_DIRECTORY

KEPT_ALWAYS: Final = "public, max-age=31536000, immutable"
"""``Cache-Control`` for an address that contains a version."""
KEPT_A_DAY: Final = "public, max-age=86400"
"""``Cache-Control`` for the files of pinned packages."""


class KeptFiles(StaticFiles):
    """Static files with cache headers: a day for those of pinned packages, for good at an address with a version."""

    def __init__(self, *, pinned: bool = False, only: str = "", **options: Any) -> None:  # noqa: ANN401 - Starlette's own
        """Serve a directory or packages, as Starlette does; if ``only`` is set, only files with that ending."""
        super().__init__(**options)
        self._pinned = pinned
        self._only = only

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file with its cache header."""
        if not path.endswith(self._only):
            raise HTTPException(status_code=HTTPStatus.NOT_FOUND)
        response = await super().get_response(path, scope)
        if "v" in QueryParams(scope.get("query_string", b"")):
            response.headers["Cache-Control"] = KEPT_ALWAYS
        elif self._pinned:
            response.headers["Cache-Control"] = KEPT_A_DAY
        return response


class PageScripts(StaticFiles):
    """The scripts of the page, in a folder with their version; a browser may keep them for good under the present version."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a script, whatever its version: a page that was opened before an update finds it too."""
        version, _, name = path.partition("/")
        response = await super().get_response(name, scope)
        response.headers["Cache-Control"] = KEPT_ALWAYS if version == scripts_version() else "no-cache"
        return response


def map_routes(base: str) -> list[BaseRoute]:
    """Return the routes below a base path."""
    assets = f"{base}/assets"
    return [
        Route(f"{assets}/map.json", map_config),
        Mount(f"{assets}/leaflet", KeptFiles(pinned=True, packages=[("js_lib_leaflet", "static/js_lib_leaflet")])),
        Mount(f"{assets}/fonts", KeptFiles(pinned=True, packages=[("font_source_sans_pro", "files")])),
        Mount(f"{assets}/page", PageScripts(directory=SCRIPTS_DIRECTORY)),
        Route(f"{assets}/map/bundle.js", map_bundle),
        Mount(f"{assets}/map", KeptFiles(directory=MAP_ASSETS_DIRECTORY)),
        Mount(f"{assets}/atlas", KeptFiles(only=".geojson", directory=ATLAS_DIRECTORY)),
    ]


def map_bundle(request: Request) -> Response:
    """Return the script of the map; a browser may cache it for good at an address with a version."""
    from geo.draw.map.map_script import map_script  # noqa: PLC0415 - the server listens before these are imported

    headers = {"Cache-Control": KEPT_ALWAYS if "v" in request.query_params else "no-cache"}
    return Response(map_script(), media_type="text/javascript", headers=headers)


async def map_config(request: Request) -> Response:
    """Return the configuration of the map; a browser may keep it under the address that has its digest."""
    config, address = await to_thread.run_sync(_config)
    is_current = address.endswith(f"?{request.url.query}")
    return JSONResponse(config, headers={"Cache-Control": KEPT_ALWAYS if is_current else "no-cache"})


def _config() -> tuple[dict[str, Any], str]:
    """Return the configuration, and its address as it is now."""
    from geo.draw.map import build_config  # noqa: PLC0415
    from geo.ui.resources import load_resources  # noqa: PLC0415

    data = load_resources()
    return dict(build_config(data.evidence, data.atlas)), data.assets.config
