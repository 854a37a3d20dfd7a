"""Where readers find the page, for what must name it in full: figures, previews, files."""

import os
import re
from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.requests import HTTPConnection

ADDRESS: Final = "INGRESO_ADDRESS"
"""Environment variable: where readers find the page, as ``https://example.org/ingreso/``."""

_ADDRESS: Final = re.compile(
    r"https?://[A-Za-z0-9.\-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~\-/]*)?|https?://\[[0-9a-fA-F:]+\](?::\d+)?/?"
)
_LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")


def base_path() -> str:
    """Return the path under which the page lies (``server.baseUrlPath``), without a slash at its end; usually empty."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def configured_address() -> str:
    """Return the configured address with a slash at its end; empty without one.

    Raises
    ------
    ValueError
        If the environment's word is no address of a page.
    """
    given = os.environ.get(ADDRESS, "").strip()
    if given and not _ADDRESS.fullmatch(given):
        raise ValueError(f"{ADDRESS}: expected an address as https://example.org/ingreso/, found {given!r}")
    return f"{given.rstrip('/')}/" if given else ""


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
