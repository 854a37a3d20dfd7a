"""The figure of a view at an address of its own: ``/figure.png?<query of the view>``, ``.svg`` and ``.pdf``.

Beside the keys of the view the query may have ``size``, ``dpi`` and ``theme``, as on the command line. A document that shows a
figure cannot show a notice: what cannot be read in the query is answered with 400 and said, and nothing else is drawn instead.
Keys that are not known here are left alone, as in a link of the page; so is the version of the data.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from threading import Lock
from typing import TYPE_CHECKING, Final

from anyio import CapacityLimiter, to_thread
from cachetools import LRUCache
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from geo.export import FigureOptions
    from geo.view import ViewState

ADDRESS: Final = "INGRESO_ADDRESS"
"""Environment variable: where readers find the page, as ``https://example.org/ingreso/``; unset, what their request says."""

FORMATS: Final = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
MOST_PIXELS: Final = 10_000_000
"""Of a PNG at this address: A4 at 300 dpi has 8.7 million."""
MOST_AT_ONCE: Final = 2
MOST_WAITING: Final = 24
KEPT_BYTES: Final = 64 * 1024 * 1024
_OPTIONS: Final = ("size", "dpi", "theme")
_TOLERATED: Final = ("data", "open", "q")
"""Keys of a link whose notices do not make the figure another one than was asked for."""


class UnreadableError(ValueError):
    """The query says something that cannot be read; its text names each such thing in a line."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for; equal values are the same figure."""

    state: "ViewState"
    options: "FigureOptions"
    data: str
    """Version of the data, new with every edit."""
    address: str
    """Of the page."""


class FigureShelf:
    """Figures that were drawn, the last used ones, with a bound on their bytes."""

    def __init__(self, most_bytes: int = KEPT_BYTES) -> None:
        """Make an empty shelf."""
        self._drawn: LRUCache[Asked, bytes] = LRUCache(most_bytes, getsizeof=len)
        self._lock = Lock()

    def get(self, asked: Asked, draw: Callable[[Asked], bytes]) -> bytes:
        """Return a figure, drawn if it is not on the shelf; two that ask for the same at once may both draw it."""
        with self._lock:
            kept = self._drawn.get(asked)
        if kept is not None:
            return kept
        content = draw(asked)
        with self._lock:
            if len(content) <= self._drawn.maxsize:
                self._drawn[asked] = content
        return content


def figure_routes() -> list[Route]:
    """Return the addresses, one for each format, with a shelf and a bound on concurrency that they share."""
    shelf, limiter = FigureShelf(), CapacityLimiter(MOST_AT_ONCE)

    def route(ending: str) -> Route:
        """Return the address of one format."""

        async def answer(request: Request) -> Response:
            """Draw on another thread, so that the page is not held up; refuse while too many wait."""
            if limiter.statistics().tasks_waiting >= MOST_WAITING:
                busy = {"Retry-After": "5"}
                return PlainTextResponse(
                    "Too many figures are asked for. Try again soon.\n", HTTPStatus.SERVICE_UNAVAILABLE, busy
                )
            return await to_thread.run_sync(_answer, request, ending, shelf, limiter=limiter)

        return Route(f"/figure.{ending}", answer, name=f"figure-{ending}")

    return [route(ending) for ending in FORMATS]


def public_address(request: Request) -> str:
    """Return the address of the page, with a slash at its end: the configured one, or where the request came to."""
    return os.environ.get(ADDRESS) or str(request.base_url)


def _answer(request: Request, ending: str, shelf: FigureShelf) -> Response:
    try:
        asked = read_request(request.url.query, ending, public_address(request))
    except UnreadableError as error:
        return PlainTextResponse(f"{error}\n", HTTPStatus.BAD_REQUEST)
    content = shelf.get(asked, _draw)
    tag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": "public, max-age=300",
        "Content-Disposition": f'inline; filename="{_name(asked)}"',
        "Cross-Origin-Resource-Policy": "cross-origin",  # a document elsewhere may show it
    }
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(content, media_type=FORMATS[ending], headers=headers)


def read_request(query: str, ending: str, address: str) -> Asked:
    """Read what the query of a figure's address asks for.

    Raises
    ------
    UnreadableError
        If the view or an option in it cannot be read.
    """
    from geo.text import LANGUAGES, translator  # noqa: PLC0415 - the server listens before these are imported
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import notice_line, read_link  # noqa: PLC0415

    data = load_resources()
    reading = read_link(query, data.known, LANGUAGES[0])
    words = translator(reading.state.language)
    unread = (notice for notice in reading.notices if notice.key not in _TOLERATED)
    faults = [notice_line(notice, reading.state, data.known, words) for notice in unread]
    try:
        options = _read_options(dict(reading.other), ending)
    except ValueError as error:
        faults.append(str(error))
    if faults:
        raise UnreadableError("\n".join(faults))
    return Asked(reading.state, options, data.stamp, address)


def _read_options(given: Mapping[str, str], ending: str) -> "FigureOptions":
    from geo.export import read_options  # noqa: PLC0415

    options = read_options(ending, **{key: given[key] for key in _OPTIONS if key in given})
    if options.pixels > MOST_PIXELS:
        raise ValueError(f"size and dpi: expected at most {MOST_PIXELS} pixels, found {options.pixels}")
    return options


def _draw(asked: Asked) -> bytes:
    from geo.export import make_figure  # noqa: PLC0415
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import make_context  # noqa: PLC0415

    data = load_resources()
    return make_figure(make_context(data.evidence, data.atlas, asked.state, base_url=asked.address), asked.options)


def _name(asked: Asked) -> str:
    from geo.export import figure_name  # noqa: PLC0415

    return figure_name(asked.state, asked.options.format)
