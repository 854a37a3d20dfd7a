"""The cut typefaces at the addresses of the whole ones; where none were cut, the whole ones stay."""

from functools import partial
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from geo.ui.streamlit_bends.cut_faces import FOLDER, has_own_icons

_STREAMLITS: Final = ".woff2"
"""Ending of Streamlit's faces, whose names have a hash in them; those of the map end otherwise."""
_KEPT_ALWAYS: Final = "public, max-age=31536000, immutable"
_KEPT_A_DAY: Final = "public, max-age=86400"


def face_routes(base: str, folder: Path = FOLDER) -> list[BaseRoute]:
    """Return a route for each cut face."""
    if not has_own_icons(folder):
        return []
    paths = (path for path in sorted(folder.iterdir()) if path.suffix in {_STREAMLITS, ".ttf"})
    return [Route(f"{base}/{_place(path)}/{path.name}", partial(_face, path)) for path in paths]


def _place(path: Path) -> str:
    return "static/media" if path.suffix == _STREAMLITS else "assets/fonts"


async def _face(path: Path, _request: Request) -> Response:
    kept = _KEPT_ALWAYS if path.suffix == _STREAMLITS else _KEPT_A_DAY
    return FileResponse(path, media_type=f"font/{path.suffix[1:]}", headers={"Cache-Control": kept})
