"""The security headers of every response.

Design note, 2026-11-22. The policies were found by serving the page with nothing allowed and reading what chromium refused.
Besides the page's own files they allow what Streamlit needs: style elements and attributes, images and a font in data
addresses, WebAssembly in its message decoder, and the scripts of components, which it imports from blobs. The policy of the
map's frame also allows script elements and ``eval``, by which streamlit-folium runs the scripts that it gets. The only foreign
host in them is that of the street map, which the browser asks only if the reader switches the street map on.
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
from geo.ui.server import first_views
from geo.ui.server.address import base_path
from geo.ui.server.routes import light_page
from geo.ui.streamlit_bends import history_steps

FRAME_ANCESTORS: Final = "INGRESO_FRAME_ANCESTORS"
"""Environment variable: which sites may show the page in a frame, as in CSP's ``frame-ancestors``; unset, any."""

TILE_HOST: Final = "https://tile.openstreetmap.org"
"""Host of the street map; a copy of that in :mod:`geo.draw.map.map_config`, which the server imports only after it listens."""

HSTS: Final = "INGRESO_HSTS"
"""Environment variable: seconds for which browsers use HTTPS only; unset, the header is not sent."""
REPORT_TO: Final = "INGRESO_REPORT_TO"
"""Environment variable: address to which browsers report violations of a policy; unset, they report nothing."""
METRICS: Final = "INGRESO_METRICS"
"""Environment variable: ``1`` opens the address of Streamlit's metrics, such as the number of visitors."""

_SOURCES: Final = re.compile(r"[A-Za-z0-9'*:/.\[\]_ -]+", re.ASCII)
_REPORT_ADDRESS: Final = re.compile(r"(?:https://|/)[A-Za-z0-9.:/_~?=&%-]+", re.ASCII)
_FRAME: Final = "/component/streamlit_folium.st_folium/index.html"
"""Path of the map's frame; only this path has the policy of the frame."""
_UPLOADS: Final = "/_stcore/upload_file"
_METRICS: Final = "/_stcore/metrics"
_REFUSED_FEATURES: Final = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "gamepad", "geolocation",
    "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip


class SecurityHeaders:
    """Middleware that adds the headers to every response, and closes two addresses of Streamlit: uploads and metrics."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application.

        Raises
        ------
        ValueError
            If an environment variable has a value that is invalid in its header.
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
        """Pass a request on, and add the headers to its response."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        headers = {self._frame_path: self._frame, self._light_path: self._light}.get(path, self._page)
        is_encrypted = scope["scheme"] == "https" or configured_address().startswith("https:")

        async def send_with_headers(message: Message) -> None:
            """Send a message; add the headers to the first one of a response."""
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                answer.update(headers)
                if "location" in answer:
                    answer["location"] = _without_host(answer["location"])
                if is_encrypted:
                    message["headers"] = [_secured(name, value) for name, value in message["headers"]]
            await send(message)

        is_closed = any(closed in path for closed in self._closed)
        app = PlainTextResponse("Not Found", status_code=404) if is_closed else self._app
        await app(scope, receive, send_with_headers)


def _without_host(location: str) -> str:
    """Return a redirect without its host, which comes from the request and may be forged."""
    parts = urlsplit(location)
    return urlunsplit(("", "", f"/{parts.path.lstrip('/')}", parts.query, "")) if parts.netloc else location


def _secured(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """Return a header; a cookie gets the flag ``Secure``."""
    is_open = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return name, value + b"; Secure" if is_open else value


def read_report_address(environment: Mapping[str, str]) -> str:
    """Return the address to which browsers report; empty if none is configured.

    Raises
    ------
    ValueError
        If the variable :data:`REPORT_TO` is not an address.
    """
    address = environment.get(REPORT_TO, "").strip()
    if address and not _REPORT_ADDRESS.fullmatch(address):
        raise ValueError(f"{REPORT_TO}: expected an address as https://example.org/reports, found {address!r}")
    return address


def read_ancestors(environment: Mapping[str, str]) -> str:
    """Return the sites that may frame the page: all, unless configured otherwise; always the page itself, for its map.

    Raises
    ------
    ValueError
        If the variable :data:`FRAME_ANCESTORS` is not a list of sources.
    """
    sites = environment.get(FRAME_ANCESTORS, "").strip() or "*"
    if not _SOURCES.fullmatch(sites):
        raise ValueError(f"{FRAME_ANCESTORS}: expected sources as in CSP's frame-ancestors, found {sites!r}")
    others = [site for site in sites.split() if site not in {"'none'", "'self'"}]
    return " ".join(["'self'", *others])


def page_policy(ancestors: str, scripts: Iterable[str], *, report: str = "") -> str:
    """Return the policy of all responses but the map's frame.

    Parameters
    ----------
    ancestors
        Sites that may frame the page, as :func:`read_ancestors` returns them.
    scripts
        Texts of the inline scripts that are allowed.
    report
        Address to which browsers report; empty for none.
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
    """Return the policy of the map's frame: it runs the scripts that streamlit-folium gets, and may show street tiles."""
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
    """Return the policy of the light page in the header; the page itself has a stricter one, with the hashes of its scripts."""
    return _policy({"frame-ancestors": ancestors, **({"report-uri": report} if report else {})})


def inline_scripts() -> tuple[str, ...]:
    """Return the scripts that stand in the document: those of the installed Streamlit, and ours."""
    document = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
    return (
        *re.findall(r"<script>(.*?)</script>", document, re.DOTALL),
        *map(read_script, (first_views.SCRIPT, history_steps.SCRIPT)),
    )


def _shared_headers(environment: Mapping[str, str]) -> dict[str, str]:
    seconds = environment.get(HSTS, "").strip()
    if seconds and not (seconds.isascii() and seconds.isdigit()):
        raise ValueError(f"{HSTS}: expected a number of seconds, found {seconds!r}")
    return {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",  # the street map's server refuses requests without one
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _REFUSED_FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
        **({"Strict-Transport-Security": f"max-age={seconds}"} if seconds else {}),
    }


def _policy(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _digest(script: str) -> str:
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
