"""What a link looks like where it is pasted: title, words and figure of its own view, in the document that Streamlit serves.

A chat or a search engine reads the document and runs no script, and Streamlit's document says nothing but "Streamlit". Here it
is told the language, the title, the headline of the view, and the address of its figure (Open Graph protocol, https://ogp.me).
"""

import re
from collections.abc import Callable
from html import escape
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qsl, urlencode

from anyio import to_thread
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.ui.figure_address import public_address

WIDTH: Final = 800
HEIGHT: Final = 420
DPI: Final = 144
"""Of the figure: drawn on a small sheet so that its words can be read at the size of a chat, 1200 x 630 pixels in all."""

_PIXELS_PER_INCH: Final = 96
_LANGUAGE: Final = re.compile(r'(<html[^>]*\blang=")[^"]*(")')
_TITLE: Final = re.compile(r"<title>[^<]*</title>")


class LinkPreview:
    """Middleware that puts title, description and figure of the view into the document."""

    def __init__(self, app: ASGIApp, *, is_ready: Callable[[], bool]) -> None:
        """Wrap an application.

        Parameters
        ----------
        is_ready
            Whether the data is loaded. Before, the document goes out as it is: a visitor does not wait for a preview.
        """
        self._app = app
        self._is_ready = is_ready

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, a document with the view described in it."""
        is_page = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and scope["path"].endswith("/")
        if not (is_page and self._is_ready()):
            await self._app(scope, receive, send)
            return
        await self._app(scope, receive, _Rewriting(Request(scope), send))


class _Rewriting:
    """Gathers a document and sends it on rewritten; anything that is no document passes through."""

    def __init__(self, request: Request, send: Send) -> None:
        self._request = request
        self._send = send
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_document(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        headers = MutableHeaders(scope=start)
        body = bytes(self._body)
        if body:
            request = self._request
            accepted = request.headers.get("accept-language", "")
            body = await to_thread.run_sync(rewrite, body, request.url.query, public_address(request), accepted)
            headers["Content-Length"] = str(len(body))
            for stale in ("etag", "last-modified"):
                del headers[stale]
        else:  # the answer to HEAD: how long the document would be is not known without it
            del headers["content-length"]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_document(message: Message) -> bool:
    headers = MutableHeaders(scope=message)
    plain = "content-encoding" not in headers
    return message["status"] == HTTPStatus.OK and plain and headers.get("content-type", "").startswith("text/html")


def rewrite(document: bytes, query: str, address: str, accept_language: str = "") -> bytes:
    """Return Streamlit's document with language, title, description and figure of the view.

    Parameters
    ----------
    document
        UTF-8.
    query
        Of the link, as it came.
    address
        Of the page, for what must be named in full.
    accept_language
        Languages of the reader, as the header says them, for a query that does not say one.
    """
    language, title, tags = describe(query, address, accept_language)
    text = document.decode("utf-8")
    text = _LANGUAGE.sub(lambda found: f"{found[1]}{language}{found[2]}", text, count=1)
    text = _TITLE.sub(lambda _: f"<title>{escape(title)}</title>{tags}", text, count=1)
    return text.encode("utf-8")


def describe(query: str, address: str, accept_language: str = "") -> tuple[str, str, str]:
    """Return language, title and tags for the view of a query."""
    from geo.text import preferred_language, translator  # noqa: PLC0415 - the server listens before these are imported
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import CAUTION, SUBJECT, make_context, read_link, to_link, to_query  # noqa: PLC0415

    data = load_resources()
    state = read_link(query, data.known, preferred_language(accept_language)).state
    words = translator(state.language)
    headline = make_context(data.evidence, data.atlas, state).headline
    caution = words(CAUTION)
    title = words(SUBJECT)
    sized = urlencode([*parse_qsl(to_query(state, data.known), keep_blank_values=True), *_SHEET], safe=",:")
    return (
        state.language,
        words("Ingreso: where US forces were authorised to enter Peru"),
        _tags(
            {
                "description": f"{headline.text} {caution}",
                "og:type": "website",
                "og:site_name": words("Ingreso"),
                "og:title": title,
                "og:description": f"{headline.text} {caution}",
                "og:url": to_link(state, data.known, address),
                "og:locale": str(words.locale),
                "og:image": f"{address}figure.png?{sized}",
                "og:image:type": "image/png",
                "og:image:width": str(WIDTH * DPI // _PIXELS_PER_INCH),
                "og:image:height": str(HEIGHT * DPI // _PIXELS_PER_INCH),
                "og:image:alt": f"{title}. {headline.text}",
                "twitter:card": "summary_large_image",
            }
        ),
    )


_SHEET: Final = (("size", f"{WIDTH}x{HEIGHT}"), ("dpi", str(DPI)))


def _tags(contents: dict[str, str]) -> str:
    def tag(name: str, content: str) -> str:
        """Return one element; Open Graph calls its name a property."""
        kind = "property" if name.startswith("og:") else "name"
        return f'<meta {kind}="{name}" content="{escape(content)}">'

    return "".join(tag(name, content) for name, content in contents.items())
