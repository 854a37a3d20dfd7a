"""Compression of every text that the server sends: brotli or gzip, as the client accepts; a result is cached.

Design note, 2026-11-30. Streamlit 1.67 sends its scripts as they are (a first visit was 4.4 MB), and the middlewares at hand
(``GZipMiddleware`` of Starlette, ``brotli-asgi``) compress every answer anew, which takes longer than sending it. Here the
result is kept by path and tag of the plain answer; the next client costs a look at the file. Ranges are of the plain file.
"""

import gzip
import re
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from typing import Final

import brotli
from anyio import CapacityLimiter, to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.ui.server.gathering import gather
from geo.ui.server.kept_bytes import KeptBytes
from geo.ui.server.validators import has_already

KEPT_BYTES: Final = 24 * 1024 * 1024
LEAST_BYTES: Final = 500
"""Smallest text that is compressed; for a smaller one the headers cost as much as compression saves."""
_MEBIBYTE: Final = 1024 * 1024
_TEXTS: Final = (".js", ".css", ".html", ".json", ".geojson", ".svg", ".txt", ".xml", ".csv", ".ttf", "/")
"""Endings of the paths of texts; the path of the page ends with a slash."""
_CONDITIONS: Final = frozenset({b"if-none-match", b"if-modified-since", b"accept-encoding"})
"""Headers of a request that this middleware answers; the application gets the request without them."""
_REPLACED: Final = frozenset({b"content-length", b"etag", b"accept-ranges"})
_CODING: Final = re.compile(r"\s*(br|gzip|\*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Variant:
    """The key of a cached body."""

    path: str
    tag: str
    """ETag of the plain response, without quotation marks."""
    coding: str


class Compression:
    """Middleware that compresses texts."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app
        self._kept: KeptBytes[_Variant] = KeptBytes(KEPT_BYTES)
        self._files: set[str] = set()
        """Paths of files that were compressed before; a HEAD request to the application tells whether they have changed."""
        self._one_at_a_time = CapacityLimiter(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Compress the response to a request for a text; pass other requests on."""
        is_text = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and scope["path"].endswith(_TEXTS)
        if not is_text or (b"range" in dict(scope["headers"]) and not scope["path"].endswith("/")):
            await self._app(scope, receive, send)
            return
        response = await self._answer(scope)
        await response(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response:
        headers, path = Headers(scope=scope), scope["path"]
        coding = chosen_coding(headers.get("accept-encoding", ""))
        asked = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in _CONDITIONS]}
        if path in self._files:
            head = await gather(self._app, {**asked, "method": "HEAD"})
            kept = self._kept.find(_Variant(path, _tag(head), coding))
            if kept is not None:
                return _variant(head, kept, coding, headers)
        plain = await gather(self._app, {**asked, "method": "GET"})
        if plain.status_code != HTTPStatus.OK or "content-encoding" in plain.headers:
            return plain
        if len(plain.body) < LEAST_BYTES:
            coding = ""
        body = await self._encoded(_Variant(path, _tag(plain), coding), bytes(plain.body))
        if "last-modified" in plain.headers:
            self._files.add(path)
        return _variant(plain, body, coding, headers)

    async def _encoded(self, variant: _Variant, body: bytes) -> bytes:
        if not variant.coding:
            return body
        return await to_thread.run_sync(
            self._kept.get, variant, lambda _: encode(body, variant.coding), limiter=self._one_at_a_time
        )


def chosen_coding(header: str) -> str:
    """Return the coding with the largest weight in an ``Accept-Encoding`` header: ``br``, ``gzip``, or empty for neither."""
    weights: dict[str, float] = {}
    for part in header[:LEAST_BYTES].split(","):
        found = _CODING.fullmatch(part)
        if found:
            weights[found[1].lower()] = float(found[2] or 1)
    best = max(("br", "gzip"), key=lambda coding: weights.get(coding, weights.get("*", 0)))
    return best if weights.get(best, weights.get("*", 0)) else ""


def encode(body: bytes, coding: str) -> bytes:
    """Return a compressed text, the same bytes every time; the quality is the highest that takes a tenth of a second."""
    if coding == "br":
        return bytes(brotli.compress(body, quality=9 if len(body) < _MEBIBYTE else 5))
    return gzip.compress(body, 9, mtime=0)


def _tag(plain: Response) -> str:
    """Return the ETag of a response without quotation marks; a digest of the body if it has none."""
    return plain.headers.get("etag", "").strip('"') or sha256(plain.body).hexdigest()[:32]


def _variant(plain: Response, body: bytes, coding: str, asked: Headers) -> Response:
    """Return a response with a compressed body; 304 if the client has that body already."""
    tag = f'"{_tag(plain)}{f"-{coding}" if coding else ""}"'
    is_known = has_already(asked, tag)
    response = Response(status_code=HTTPStatus.NOT_MODIFIED) if is_known else Response(body)
    kept = [pair for pair in plain.raw_headers if pair[0].lower() not in _REPLACED]
    response.raw_headers = [*kept, *((name, value) for name, value in response.raw_headers if name == b"content-length")]
    headers = MutableHeaders(raw=response.raw_headers)
    headers["ETag"] = tag
    headers.add_vary_header("Accept-Encoding")
    if coding and not is_known:
        headers["Content-Encoding"] = coding
    return response
