"""Where readers find the page, for what must name it in full: figures, previews, files."""

from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.requests import HTTPConnection

from geo.paths import configured_address

_LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")


def base_path() -> str:
    """Return the path under which the page lies (``server.baseUrlPath``), without a slash at its end; usually empty."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def home_path() -> str:
    """Return the path at which readers find the page, with a slash at its end: that of a configured address goes first."""
    return urlsplit(configured_address()).path or f"{base_path()}/"


def public_address(request: HTTPConnection) -> str:
    """Return the address of the page with a slash at its end; empty where it is not known.

    It is the configured one. Without one it is where the request came to, if that host is this machine or one of Streamlit's
    ``server.allowedHosts``: whoever asks writes the ``Host`` of a request, and it must not lead other readers anywhere.
    """
    configured = configured_address()
    if configured:
        return configured
    url = request.url
    if not _is_allowed(url.hostname or ""):
        return ""
    scheme = {"ws": "http", "wss": "https"}.get(url.scheme, url.scheme)
    return f"{scheme}://{url.netloc}{base_path()}/"


def _is_allowed(host: str) -> bool:
    allowed = [str(pattern).lower() for pattern in st.get_option("server.allowedHosts") or ()]
    host = host.lower()
    return host in _LOOPBACK or any(
        pattern == host or (pattern.startswith("*.") and host.endswith(pattern[1:])) for pattern in allowed
    )
