"""The document of the page: Streamlit's document with the preview and the first view of the link.

Streamlit answers every path with its document, with the ETag of a file on the disk. This middleware gives the document an ETag
of its contents, answers GET, HEAD and range requests with the whole document, and answers unknown paths with 404 and a link to
the page.
"""

from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from typing import Final

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.ui.browser.style_sheet import PATH, style_address
from geo.ui.server.address import base_path, home_path, public_address
from geo.ui.server.first_views import LIGHT_PAGE, SHARED, FirstViews, put_first_view, put_style
from geo.ui.server.gathering import gather
from geo.ui.server.validators import has_already
from geo.ui.streamlit_bends import history_steps, preloading

_LEFT_OUT: Final = ("range", "if-range", "if-none-match", "if-modified-since", "accept-encoding")
"""Headers of a request that this middleware answers; Streamlit would answer them for its own document."""
_OTHER_DOCUMENTS: Final = ("component/", "_stcore/", "answers.html", "export.html", "page.html", "sources.html")
"""Beginnings of the paths, below the page's path, of HTML documents other than the page."""
_NOT_FOUND: Final = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<title>Ingreso</title><body style="font-family:sans-serif;margin:3rem;max-width:40rem">'
    '<h1>There is no such page</h1><p><a href="{home}">To the map</a></p>'
    '<div lang="es"><h1>No existe esta página</h1><p><a href="{home}?lang=es">Al mapa</a></p></div>'
)


class Documents:
    """Middleware that answers requests for the document of the page."""

    def __init__(self, app: ASGIApp, *, is_ready: Callable[[], bool], first_views: FirstViews | None = None) -> None:
        """Wrap an application.

        Parameters
        ----------
        is_ready
            Returns whether the data is loaded. Before that, the document is sent unchanged: no visitor waits for a preview.
        first_views
            Draws the view that the document shows before any script runs.
        """
        self._app = app
        self._first_views = first_views or SHARED
        self._is_ready = is_ready
        self._home = f"{base_path()}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for the document; pass other requests on."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
        elif scope["path"] == self._home:
            await self._answer(scope, receive, send)
        else:
            await self._app(scope, receive, _WithoutFallback(scope, receive, send, self._home))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        headers = [(name, value) for name, value in scope["headers"] if name.decode("latin-1") not in _LEFT_OUT]
        response = await gather(self._app, {**scope, "method": "GET", "headers": headers})
        if response.status_code == HTTPStatus.OK and response.headers.get("content-type", "").startswith("text/html"):
            response = await self._document(bytes(response.body), request)
        await response(scope, receive, send)

    async def _document(self, body: bytes, request: Request) -> Response:
        is_ready = self._is_ready()
        headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language", "Link": preloading.links()}
        later = await to_thread.run_sync(_later) if is_ready else ()
        body = history_steps.put_script(body)
        body = put_style(body, style_address() if is_ready else PATH, later=later)
        if is_ready:
            body = await self._with_view(body, request)
        headers["ETag"] = f'"{sha256(body).hexdigest()[:32]}"'
        if has_already(request.headers, headers["ETag"]):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        return HTMLResponse(body, headers=headers)

    async def _with_view(self, body: bytes, request: Request) -> bytes:
        from geo.text import preferred_language  # noqa: PLC0415 - the server listens before these are imported

        query, preferred = request.url.query, preferred_language(request.headers.get("accept-language", ""))
        body = await to_thread.run_sync(_rewrite, body, query, public_address(request), preferred)
        view = await self._first_views.find(query, preferred, light_page=LIGHT_PAGE)
        return put_first_view(body, view) if view else body


def _later() -> tuple[str, ...]:
    """Return the addresses of what the page needs after its own scripts."""
    from geo.ui.resources import load_resources  # noqa: PLC0415 - the server listens before these are imported

    return preloading.later_addresses(load_resources().assets)


def _rewrite(body: bytes, query: str, address: str, preferred: str) -> bytes:
    from geo.ui.link_preview import rewrite  # noqa: PLC0415 - the server listens before these are imported

    return rewrite(body, query, address, preferred)


class _WithoutFallback:
    """Passes a response on; Streamlit's document, its response to an unknown path, is replaced by 404."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, home: str) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._home = home
        self._is_replaced = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and self._is_fallback(message):
            self._is_replaced = True
            page = HTMLResponse(_NOT_FOUND.format(home=home_path()), HTTPStatus.NOT_FOUND, {"Cache-Control": "no-cache"})
            await page(self._scope, self._receive, self._send)
        elif not self._is_replaced:
            await self._send(message)

    def _is_fallback(self, message: Message) -> bool:
        path = self._scope["path"].removeprefix(self._home)
        if path.startswith(_OTHER_DOCUMENTS) or message["status"] not in {HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT}:
            return False
        return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
