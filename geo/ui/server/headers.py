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
from urllib.parse import urlsplit, urlunsplit

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.paths import configured_address
from geo.ui.browser import read_script
from geo.ui.server.address import base_path
from geo.ui.server.first_views import SCRIPT
from geo.ui.server.routes import light_page

FRAME_ANCESTORS: Final = "INGRESO_FRAME_ANCESTORS"
"""Environment variable: which sites may show the page in a frame, as in CSP's ``frame-ancestors``; unset, any."""

TILE_HOST: Final = "https://tile.openstreetmap.org"
"""Of the street map. It is named here once more because the drawing takes long to import, and the server listens before."""

HSTS: Final = "INGRESO_HSTS"
"""Environment variable: seconds for which a browser shall ask for the page by HTTPS alone; unset, the header is not sent."""
REPORT_TO: Final = "INGRESO_REPORT_TO"
"""Environment variable: address to which browsers report what a policy refused; unset, they report nothing."""
METRICS: Final = "INGRESO_METRICS"
"""Environment variable: ``1`` opens the address of Streamlit's metrics, which say how many visitors there are."""

_SOURCES: Final = re.compile(r"[A-Za-z0-9'*:/.\[\]_ -]+", re.ASCII)
_REPORT_ADDRESS: Final = re.compile(r"(?:https://|/)[A-Za-z0-9.:/_~?=&%-]+", re.ASCII)
_FRAME: Final = "/component/streamlit_folium.st_folium/index.html"
"""Where the map's frame lies; no other address has its policy."""
_UPLOADS: Final = "/_stcore/upload_file"
_METRICS: Final = "/_stcore/metrics"
_REFUSED_FEATURES: Final = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "gamepad", "geolocation",
    "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip


class SecurityHeaders:
    """Middleware that adds the headers to every answer, and closes what the page has no use for: uploads and metrics."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application.

        Raises
        ------
        ValueError
            If a variable of the environment holds what cannot stand in a header.
        """
        self._app = app
        self._frame_path = f"{base_path()}{_FRAME}"
        self._closed = (_UPLOADS,) if os.environ.get(METRICS) == "1" else (_UPLOADS, _METRICS)
        ancestors, shared = read_ancestors(os.environ), _shared_headers(os.environ)
        report = read_report_address(os.environ)
        self._page = {**shared, "Content-Security-Policy": page_policy(ancestors, inline_scripts(), report=report)}
        self._frame = {**shared, "Content-Security-Policy": frame_policy(ancestors, report=report)}
        self._light = {**shared, "Content-Security-Policy": light_policy(ancestors, report=report)}
        self._light_path = f"{base_path()}{light_page.PATH}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers added."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        headers = {self._frame_path: self._frame, self._light_path: self._light}.get(path, self._page)
        is_encrypted = scope["scheme"] == "https" or configured_address().startswith("https:")

        async def send_with_headers(message: Message) -> None:
            """Send a message, the first of an answer with our headers."""
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                answer.update(headers)
                if "location" in answer:
                    answer["location"] = _below_here(answer["location"])
                if is_encrypted:
                    message["headers"] = [_secured(name, value) for name, value in message["headers"]]
            await send(message)

        is_closed = any(closed in path for closed in self._closed)
        app = PlainTextResponse("Not Found", status_code=404) if is_closed else self._app
        await app(scope, receive, send_with_headers)


def _below_here(location: str) -> str:
    """Return where an answer leads without a host: that of the request would be written by whoever asks, and forged by some."""
    parts = urlsplit(location)
    return urlunsplit(("", "", f"/{parts.path.lstrip('/')}", parts.query, "")) if parts.netloc else location


def _secured(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """Return a header; a cookie with the flag that it is sent over HTTPS alone."""
    is_open = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return name, value + b"; Secure" if is_open else value


def read_report_address(environment: Mapping[str, str]) -> str:
    """Return where browsers report to; empty where nothing is configured.

    Raises
    ------
    ValueError
        If the environment's word is no address.
    """
    given = environment.get(REPORT_TO, "").strip()
    if given and not _REPORT_ADDRESS.fullmatch(given):
        raise ValueError(f"{REPORT_TO}: expected an address as https://example.org/reports, found {given!r}")
    return given


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


def page_policy(ancestors: str, scripts: Iterable[str], *, report: str = "") -> str:
    """Return the policy of everything but the map's frame.

    Parameters
    ----------
    scripts
        Texts of the scripts that stand in Streamlit's own document; only these may.
    report
        Address that browsers report to.
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
            **({"report-uri": report} if report else {}),
        }
    )


def frame_policy(ancestors: str, *, report: str = "") -> str:
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
            **({"report-uri": report} if report else {}),
        }
    )


def light_policy(ancestors: str, *, report: str = "") -> str:
    """Return what the server adds to the policy that the light page has in itself, which names its scripts by their hashes."""
    return _policy({"frame-ancestors": ancestors, **({"report-uri": report} if report else {})})


def inline_scripts() -> tuple[str, ...]:
    """Return the scripts that stand in the document: those of the installed Streamlit, and that of the first view."""
    document = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
    return (*re.findall(r"<script>(.*?)</script>", document, re.DOTALL), read_script(SCRIPT))


def _shared_headers(environment: Mapping[str, str]) -> dict[str, str]:
    seconds = environment.get(HSTS, "").strip()
    if seconds and not (seconds.isascii() and seconds.isdigit()):
        raise ValueError(f"{HSTS}: expected a number of seconds, found {seconds!r}")
    return {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",  # the street map's server refuses who does not say its origin
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _REFUSED_FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
        **({"Strict-Transport-Security": f"max-age={seconds}"} if seconds else {}),
    }


def _policy(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _digest(script: str) -> str:
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
