"""Serves the subset typefaces at the addresses of the full ones; without subsets the full ones are served."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from starlette.responses import FileResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.ui.server.address import base_path
from geo.ui.server.routes.map_files import KEPT_A_DAY, KEPT_ALWAYS
from geo.ui.streamlit_bends.cut_faces import FOLDER, has_own_icons

_STREAMLITS: Final = ".woff2"
"""Ending of Streamlit's typefaces, whose names contain a hash; the map's typefaces have another."""


class CutFaces:
    """Middleware that serves the subset typefaces; a route cannot, since Streamlit has routes at these addresses."""

    def __init__(self, app: ASGIApp, *, folder: Path = FOLDER) -> None:
        """Wrap an application."""
        self._app = app
        self._files = _addresses(folder)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a subset typeface, or pass the request on."""
        is_read = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
        path = self._files.get(scope["path"]) if is_read else None
        if path is None:
            await self._app(scope, receive, send)
            return
        kept = KEPT_ALWAYS if path.suffix == _STREAMLITS else KEPT_A_DAY
        face = FileResponse(path, media_type=f"font/{path.suffix[1:]}", headers={"Cache-Control": kept})
        await face(scope, receive, send)


def _addresses(folder: Path) -> Mapping[str, Path]:
    """Return the file of each address; empty if the subset of the icons lacks one that our code uses."""
    paths = (path for path in folder.iterdir() if path.suffix in {_STREAMLITS, ".ttf"}) if has_own_icons(folder) else ()
    return {f"{base_path()}/{_place(path)}/{path.name}": path for path in paths}


def _place(path: Path) -> str:
    return "static/media" if path.suffix == _STREAMLITS else "assets/fonts"
