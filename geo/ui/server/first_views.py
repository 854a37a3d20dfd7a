"""First views: drawn by the server one at a time, on a thread of their own, and cached by view and version of the data.

A request waits at most :data:`LONGEST_WAIT` seconds for its view; a view that is finished later is cached for the next request.
Requests for the same view wait for one drawing. While :data:`MOST_WAITING` views wait, no further one is begun.
"""

import asyncio
import logging
import re
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from anyio import to_thread

from geo.ui.browser import read_script
from geo.ui.server.kept_bytes import KeptBytes

if TYPE_CHECKING:
    from geo.view import ViewState

LIGHT_PAGE: Final = "page.html"
"""Address of the page for slow lines, relative to the page."""
LONGEST_WAIT: Final = 0.7
"""Seconds."""
MOST_WAITING: Final = 8
KEPT_BYTES: Final = 8 * 1024 * 1024
SCRIPT: Final = "first_view.js"
"""This script is inline in the document; the content security policy allows it by its hash."""

_LOG: Final = logging.getLogger(__name__)
_NO_SCRIPT: Final = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_STYLE_SHEET: Final = re.compile(r'<link rel="stylesheet"[^>]*>')
_BODY: Final = "<body>"
_BODY_END: Final = "</body>"


@dataclass(frozen=True, slots=True)
class FirstView:
    """The key of a first view."""

    state: "ViewState"
    data: str
    """Version of the data, new with every edit."""
    light_page: str
    """Address of the view on the light page; empty for no link to it."""
    is_embedded: bool


def read_first_view(query: str, preferred: str, *, light_page: str = "") -> FirstView:
    """Return the key of the first view of a link.

    Parameters
    ----------
    query
        Query of the link, without the question mark.
    preferred
        Language of the reader, used if the query names none.
    light_page
        Address of the light page without a query; empty for no link to it.
    """
    from geo.text import LANGUAGES  # noqa: PLC0415 - the server listens before these are imported
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import View, read_link, to_query  # noqa: PLC0415

    data = load_resources()
    state = read_link(query, data.link_context, preferred if preferred in LANGUAGES else LANGUAGES[0]).state
    is_embedded = ("embed", "true") in parse_qsl(query)
    seen = replace(state, view=View.MAP if is_embedded else state.view, open_questions=(), table_search="")
    light = f"{light_page}?{to_query(seen, data.link_context)}" if light_page else ""
    return FirstView(seen, data.stamp, light, is_embedded)


def draw_first_view(asked: FirstView) -> bytes:
    """Return the markup of a first view, UTF-8."""
    from geo.export.web.first_view import make_first_view  # noqa: PLC0415 - the server listens before these are imported
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import ViewContext  # noqa: PLC0415

    data = load_resources()
    context = ViewContext(data.evidence, data.atlas, asked.state, data.select(asked.state.filtered))
    return make_first_view(context, light_page=asked.light_page, is_embedded=asked.is_embedded).encode()


class FirstViews:
    """The cache of first views, and the thread that draws them."""

    def __init__(self, draw: Callable[[FirstView], bytes] = draw_first_view, *, longest_wait: float = LONGEST_WAIT) -> None:
        """Start with an empty cache.

        Parameters
        ----------
        draw
            Returns the markup of a first view, UTF-8; called on the thread.
        longest_wait
            Seconds.
        """
        self._draw = draw
        self._longest_wait = longest_wait
        self._kept: KeptBytes[FirstView] = KeptBytes(KEPT_BYTES)
        self._drawn: dict[FirstView, Future[bytes]] = {}
        self._thread = ThreadPoolExecutor(1, "first-view")

    async def find(self, query: str, preferred: str, *, light_page: str = "") -> bytes:
        """Return the first view of a link; empty if it is not drawn in time. Parameters as for :func:`read_first_view`."""
        asked = await to_thread.run_sync(lambda: read_first_view(query, preferred, light_page=light_page))
        kept = self._kept.find(asked)
        if kept is not None:
            return kept
        drawing = self._begin(asked)
        if drawing is None:
            return b""
        await asyncio.wait([asyncio.wrap_future(drawing)], timeout=self._longest_wait)
        return self._kept.find(asked) or b""

    def draw_ahead(self, *, light_page: str = "") -> None:
        """Draw what visitors without a link see, in every language, so that the first of them has it; returns at once."""
        from geo.text import LANGUAGES  # noqa: PLC0415 - the server listens before it is imported

        for language in LANGUAGES:
            self._thread.submit(self._kept.get, read_first_view("", language, light_page=light_page), self._draw)

    def _begin(self, asked: FirstView) -> Future[bytes] | None:
        """Return the drawing of a view, begun if it was not; None if too many views wait. For the event loop's thread."""
        drawing = self._drawn.get(asked)
        if drawing is None and len(self._drawn) < MOST_WAITING:
            drawing = self._drawn[asked] = self._thread.submit(self._kept.get, asked, self._draw)
            drawing.add_done_callback(lambda _: self._end(asked))
        return drawing

    def close(self) -> None:
        """Draw the views that wait, and return; no further view can be drawn then."""
        self._thread.shutdown()

    def _end(self, asked: FirstView) -> None:
        error = self._drawn.pop(asked).exception()
        if error:
            _LOG.error("a first view could not be drawn", exc_info=error)


SHARED: Final = FirstViews()
"""Those of the server."""


def put_style(document: bytes, address: str, *, later: Iterable[str] = ()) -> bytes:
    """Return a document with the page's style sheet in its body, which goes before Streamlit's rules in the head.

    Parameters
    ----------
    later
        Addresses that a browser fetches when idle; not in a header, of which proxies take a few kilobytes.
    """
    prefetched = "".join(f'<link rel="prefetch" href="{escape(each)}">' for each in later)
    links = f'<link rel="stylesheet" href="{escape(address)}">{prefetched}'
    return document.replace(_BODY.encode(), f"{_BODY}{links}".encode(), 1)


def put_first_view(document: bytes, view: bytes) -> bytes:
    """Return Streamlit's document with a first view at the start of its body.

    The style sheets of the page are moved behind the view, since a browser paints nothing before it has loaded them.
    """
    text = document.decode("utf-8")
    sheets = "".join(_STYLE_SHEET.findall(text))
    text = _NO_SCRIPT.sub("", _STYLE_SHEET.sub("", text), count=1)
    text = text.replace(_BODY, f"{_BODY}{view.decode('utf-8')}{sheets}", 1)
    before, end, after = text.rpartition(_BODY_END)
    return f"{before}<script>{read_script(SCRIPT)}</script>{end}{after}".encode()
