"""The parts of the server, put together for ``app.py``."""

from collections.abc import Callable, Hashable
from functools import partial

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from geo.ui.server.address import base_path, configured_address
from geo.ui.server.bounded_work import Queue
from geo.ui.server.compression import Compression
from geo.ui.server.cut_faces import CutFaces
from geo.ui.server.documents import Documents
from geo.ui.server.headers import SecurityHeaders
from geo.ui.server.kept_bytes import KeptBytes
from geo.ui.server.origins import OriginGuard
from geo.ui.server.readiness import READY, readiness
from geo.ui.server.routes import data, export, figure, instant_files, light_page, machines, made_files, map_files


def middleware() -> list[Middleware]:
    """Return what every request goes through before Streamlit's own, the outermost first."""
    configured_address()  # a wrong one stops the start
    return [
        Middleware(SecurityHeaders),
        Middleware(OriginGuard),
        Middleware(Compression),
        Middleware(CutFaces),
        Middleware(Documents, is_ready=READY.is_set),
    ]


def routes() -> list[BaseRoute]:
    """Return the routes beside Streamlit's, below the page's base path."""
    base = base_path()
    return [
        *made_routes(base),
        *map_files.map_routes(base),
        *instant_files.instant_routes(base),
        *machines.machine_routes(base),
        Route(f"{base}/ready", readiness),
    ]


def made_routes(base: str) -> list[BaseRoute]:
    """Return the routes of figures, exports and data, with one queue and one store for all."""
    queue, kept = Queue(), KeptBytes[Hashable](made_files.KEPT_BYTES)

    def route(path: str, read: Callable[[Request], made_files.MadeFile]) -> BaseRoute:
        """Return the route of one path."""
        return made_files.made_route(f"{base}{path}", read, queue, kept)

    return [
        *(route(f"/figure.{ending}", partial(figure.figure_file, ending=ending)) for ending in figure.FORMATS),
        route("/export.{ending}", export.export_file),
        route("/data/{name}", data.data_file),
        route(light_page.PATH, light_page.light_page_file),
    ]
