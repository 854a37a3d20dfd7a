"""The scripts of components, whose names have a digest in them: a browser may keep them for good, as it does Streamlit's own.

Streamlit 1.67 says nothing of how long, so that a browser asks again at each visit.
"""

import re
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PATH: Final = re.compile(r".*/component/[^/]+/static/.+\.[0-9a-f]{8}\.(?:js|css)")
_KEPT_ALWAYS: Final = "public, max-age=31536000, immutable"


class LastingFiles:
    """Middleware that says so."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the header where the path has a digest."""
        is_lasting = scope["type"] == "http" and _PATH.fullmatch(scope["path"])

        async def send_lasting(message: Message) -> None:
            """Send a message, the start of a whole answer with the header."""
            if message["type"] == "http.response.start" and message["status"] in {200, 304}:
                MutableHeaders(scope=message)["Cache-Control"] = _KEPT_ALWAYS
            await send(message)

        await self._app(scope, receive, send_lasting if is_lasting else send)
