"""What every answer of the server tells the browser about what it may do.

Design note, 2026-11-22. The policies were found by serving the page with nothing allowed and reading what chromium refused.
What they allow beside the page's own files is what Streamlit cannot do without: style elements and attributes, images and a
font in data addresses, WebAssembly in its message decoder, and the scripts of components, which it imports from blobs. In its
frame alone streamlit-folium runs the scripts that it is sent, as script elements and by ``eval``. No host outside is named but
that of the street map, which is asked only when the reader wants it.
"""

import os
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAME_ANCESTORS: Final = "INGRESO_FRAME_ANCESTORS"
"""Environment variable: which sites may show the page in a frame, as in CSP's ``frame-ancestors``; unset, any."""

TILE_HOST: Final = "https://tile.openstreetmap.org"
"""Of the street map. It is named here once more because the drawing takes long to import, and the server listens before."""

_SOURCES: Final = re.compile(r"[A-Za-z0-9'*:/.\[\]_ -]+", re.ASCII)
_COMPONENT: Final = "/component/"
_UPLOADS: Final = "/_stcore/upload_file"
_REFUSED_FEATURES: Final = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "gamepad", "geolocation",
    "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip


class SecurityHeaders:
    """Middleware that adds the headers to every answer, and refuses uploads: the page has nothing to upload to."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application.

        Raises
        ------
        ValueError
            If the environment names sites that may frame the page with a character that no list of sources has.
        """
        self._app = app
        ancestors = read_ancestors(os.environ)
        shared = _shared_headers()
        self._page = {**shared, "Content-Security-Policy": page_policy(ancestors, inline_scripts())}
        self._frame = {**shared, "Content-Security-Policy": frame_policy(ancestors)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers added."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        headers = self._frame if _COMPONENT in path else self._page

        async def send_with_headers(message: Message) -> None:
            """Send a message, the first of an answer with our headers."""
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers)
            await send(message)

        app = PlainTextResponse("Not Found", status_code=404) if _UPLOADS in path else self._app
        await app(scope, receive, send_with_headers)


def read_ancestors(environment: Mapping[str, str]) -> str:
    """Return who may frame the page: anybody unless the environment says otherwise, and the page its own map always.

    Raises
    ------
    ValueError
        If the environment's word is no list of sources.
    """
    given = environment.get(FRAME_ANCESTORS, "").strip() or "*"
    if not _SOURCES.fullmatch(given):
        raise ValueError(f"{FRAME_ANCESTORS}: expected sources as in CSP's frame-ancestors, found {given!r}")
    others = [word for word in given.split() if word not in {"'none'", "'self'"}]
    return " ".join(["'self'", *others])


def page_policy(ancestors: str, scripts: Iterable[str]) -> str:
    """Return the policy of everything but the map's frame.

    Parameters
    ----------
    scripts
        Texts of the scripts that stand in Streamlit's own document; only these may.
    """
    return _policy(
        {
            "default-src": "'none'",
            "script-src": " ".join(["'self'", "blob:", "'wasm-unsafe-eval'", *(f"'{_digest(script)}'" for script in scripts)]),
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "connect-src": "'self'",
            "frame-src": "'self'",
            "manifest-src": "'self'",
            "base-uri": "'self'",
            "form-action": "'none'",
            "frame-ancestors": ancestors,
        }
    )


def frame_policy(ancestors: str) -> str:
    """Return the policy of the map's frame, which runs what streamlit-folium is sent and may show street tiles."""
    return _policy(
        {
            "default-src": "'none'",
            "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": f"'self' data: {TILE_HOST}",
            "font-src": "'self'",
            "connect-src": "'self'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": ancestors,
        }
    )


def inline_scripts() -> tuple[str, ...]:
    """Return the scripts that stand in the document of the installed Streamlit."""
    document = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
    return tuple(re.findall(r"<script>(.*?)</script>", document, re.DOTALL))


def _shared_headers() -> dict[str, str]:
    return {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",  # the street map's server refuses who does not say its origin
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _REFUSED_FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    }


def _policy(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _digest(script: str) -> str:
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
