"""Refusal of websockets that other sites open.

Design note, 2026-11-30. For an ``Origin`` that is not the host of the request, Streamlit 1.67 asks the system for the machine's
address and an outside host for its public one, in the event loop: with no way out, everybody waited 18 of 20 s. So a foreign
origin is refused before Streamlit sees it, and no ``Origin`` is passed on: Streamlit then takes the request as it is.
"""

from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.paths import configured_address

_REFUSED: Final = 1008
"""Code of a socket that is closed for its policy; before it was accepted, the server answers 403."""


class OriginGuard:
    """Middleware that refuses websockets from other sites, and removes the ``Origin`` header of every request."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; close a websocket that another site opens."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        if scope["type"] == "websocket" and not is_own(HTTPConnection(scope)):
            await receive()  # the server's "websocket.connect"
            await send({"type": "websocket.close", "code": _REFUSED})
            return
        scope = {**scope, "headers": [*scope["headers"]]}
        del MutableHeaders(scope=scope)["origin"]
        await self._app(scope, receive, send)


def is_own(connection: HTTPConnection) -> bool:
    """Return whether a connection comes from the page: its origin is the requested host or the configured address."""
    origins = connection.headers.getlist("origin")
    if not origins:
        return True  # no browser
    named = [configured_address(), *map(str, st.get_option("server.corsAllowedOrigins") or ())]
    own = {connection.headers.get("host", ""), *(urlsplit(address).netloc for address in named)} - {""}
    return len(origins) == 1 and urlsplit(origins[0]).netloc in own
