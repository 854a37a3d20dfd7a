"""The routes and the middleware of the server, for ``app.py``."""

from collections.abc import Callable, Hashable

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from geo.paths import configured_address
from geo.ui.browser.style_sheet import PATH
from geo.ui.server.address import base_path
from geo.ui.server.bounded_work import Queue
from geo.ui.server.compression import Compression
from geo.ui.server.cut_faces import CutFaces
from geo.ui.server.documents import Documents
from geo.ui.server.headers import SecurityHeaders
from geo.ui.server.kept_bytes import KeptBytes
from geo.ui.server.lasting_files import LastingFiles
from geo.ui.server.origins import OriginGuard
from geo.ui.server.readiness import READY, readiness
from geo.ui.server.routes import (
    data,
    export,
    figure,
    instant_files,
    light_page,
    machines,
    made_files,
    map_files,
    page_style,
    printed_parts,
)
from geo.ui.server.socket_messages import SocketMessages


def middleware() -> list[Middleware]:
    """Return the middleware that wraps Streamlit's application, the outermost first."""
    configured_address()  # an invalid one stops the start
    return [
        Middleware(SecurityHeaders),
        Middleware(OriginGuard),
        Middleware(SocketMessages),
        Middleware(Compression),
        Middleware(CutFaces),
        Middleware(LastingFiles),
        Middleware(Documents, is_ready=READY.is_set),
    ]


def routes() -> list[BaseRoute]:
    """Return our own routes, below the page's base path."""
    base = base_path()
    return [
        *made_routes(base),
        *map_files.map_routes(base),
        Route(f"{base}/{PATH}", page_style.page_style),
        *instant_files.instant_routes(base),
        *machines.machine_routes(base),
        Route(f"{base}/ready", readiness),
    ]


def made_routes(base: str) -> list[BaseRoute]:
    """Return the routes of figures, exports and data; they share one queue and one cache.

    Parameters
    ----------
    base
        Base path of the page, without a slash at its end.
    """
    queue, kept = Queue(), KeptBytes[Hashable](made_files.KEPT_BYTES)

    def route(path: str, read: Callable[[Request], made_files.MadeFile]) -> BaseRoute:
        """Return the route of one path."""
        return made_files.made_route(f"{base}{path}", read, queue, kept)

    return [
        route("/figure.{ending}", figure.figure_file),
        route("/export.{ending}", export.export_file),
        route("/data/{name}", data.data_file),
        route(light_page.PATH, light_page.light_page_file),
        route(printed_parts.ANSWERS_PATH, printed_parts.printed_answers_file),
        route(printed_parts.SOURCES_PATH, printed_parts.printed_sources_file),
    ]
