"""The public address of the page, for figures, previews and files, which contain full links."""

from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.requests import HTTPConnection

from geo.paths import configured_address

_LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")


def base_path() -> str:
    """Return the base path of the page (``server.baseUrlPath``), without a slash at its end; usually empty."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def home_path() -> str:
    """Return the path of the configured address or, if none is configured, of the base path; with a slash at its end."""
    return urlsplit(configured_address()).path or f"{base_path()}/"


def public_address(request: HTTPConnection) -> str:
    """Return the address of the page with a slash at its end; empty if it is not known.

    It is the configured address. If none is configured, it is the address that was requested, but only if the host is this
    machine or one of Streamlit's ``server.allowedHosts``. Any client can forge the ``Host`` header, and a link made from a
    forged one would send other readers to a foreign site.
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
