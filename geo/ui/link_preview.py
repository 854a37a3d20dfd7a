"""The preview of a link in a chat or a search engine: title, headline and figure of the view, in the head of the document.

A chat reads the document and runs no script, and the title of Streamlit's own document is "Streamlit". This module writes
language, title, headline and the address of the figure into it (Open Graph protocol, https://ogp.me).
"""

import re
from functools import lru_cache
from html import escape
from typing import Final
from urllib.parse import parse_qsl

WIDTH: Final = 800
HEIGHT: Final = 420
DPI: Final = 144
"""Resolution of the figure. The figure is small (:data:`WIDTH` by :data:`HEIGHT` CSS pixels, 1200 by 630 pixels of the PNG), so
that its words can be read at the size of a chat."""

_PIXELS_PER_INCH: Final = 96
_LANGUAGE: Final = re.compile(r'(<html[^>]*\blang=")[^"]*(")')
_TITLE: Final = re.compile(r"<title>[^<]*</title>")


def rewrite(document: bytes, query: str, address: str, preferred: str = "") -> bytes:
    """Return Streamlit's document with language, title, description and figure of the view.

    Parameters
    ----------
    document
        HTML, UTF-8.
    query
        Query of the link as it came, without the question mark.
    address
        Address of the page, with a slash at its end. If it is empty, the document names neither link nor figure.
    preferred
        Language of the reader, used if the query names none.
    """
    language, title, tags = describe(query, address, preferred)
    tags += _data_tag(language, address)
    text = document.decode("utf-8")
    text = _LANGUAGE.sub(lambda found: f"{found[1]}{language}{found[2]}", text, count=1)
    text = _TITLE.sub(lambda _: f"<title>{escape(title)}</title>{tags}", text, count=1)
    return text.encode("utf-8")


def describe(query: str, address: str, preferred: str = "") -> tuple[str, str, str]:
    """Return the language, the title and the tags of the head for the view of a query; parameters as for :func:`rewrite`."""
    from geo.text import LANGUAGES, translator  # noqa: PLC0415 - the server listens before these are imported
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import CAUTION, join_query, make_context, read_link, to_link, to_query  # noqa: PLC0415
    from geo.view.headline import page_title  # noqa: PLC0415
    from geo.view.link_title import link_title  # noqa: PLC0415

    data = load_resources()
    state = read_link(query, data.link_context, preferred if preferred in LANGUAGES else LANGUAGES[0]).state
    words = translator(state.language)
    context = make_context(data.evidence, data.atlas, state)
    headline = context.headline
    caution = words(CAUTION)
    title = link_title(context)
    sized = join_query([*parse_qsl(to_query(state, data.link_context), keep_blank_values=True), *_FIGURE_OPTIONS])
    absolute = {
        "og:url": to_link(state, data.link_context, address),
        "og:image": f"{address}figure.png?{sized}",
        "og:image:type": "image/png",
        "og:image:width": str(WIDTH * DPI // _PIXELS_PER_INCH),
        "og:image:height": str(HEIGHT * DPI // _PIXELS_PER_INCH),
        "og:image:alt": f"{title}. {headline.text}",
        "twitter:card": "summary_large_image",
    }
    tags = {
        "description": f"{headline.text} {caution}",
        "og:type": "website",
        "og:site_name": words("Ingreso"),
        "og:title": title,
        "og:description": f"{headline.text} {caution}",
        "og:locale": str(words.locale),
        **(absolute if address else {}),
    }
    return state.language, page_title(context), _tags(tags)


def _data_tag(language: str, address: str) -> str:
    """Return the data as search engines and archives read it; nothing without an address, since its files need full ones."""
    from geo.ui.resources import load_resources  # noqa: PLC0415 - the server listens before these are imported

    return _described(language, address, load_resources().stamp) if address else ""


@lru_cache(maxsize=16)
def _described(language: str, address: str, stamp: str) -> str:  # noqa: ARG001 - other data is described anew
    from geo.draw import to_script  # noqa: PLC0415 - the server listens before these are imported
    from geo.export import FileFormat  # noqa: PLC0415
    from geo.export.web.dataset import dataset  # noqa: PLC0415
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import make_context, start_state, to_query  # noqa: PLC0415

    data = load_resources()
    context = make_context(data.evidence, data.atlas, start_state(data.evidence, language), base_url=address)
    query = to_query(context.state, data.link_context)
    files = {f"{address}data/datapackage.json": "application/json"}
    files |= {f"{address}export.{kind.value}?{query}": kind.media_type for kind in FileFormat}
    return f'<script type="application/ld+json">{to_script(dataset(context, files))}</script>'


_FIGURE_OPTIONS: Final = (("size", f"{WIDTH}x{HEIGHT}"), ("dpi", str(DPI)))


def _tags(contents: dict[str, str]) -> str:
    def tag(name: str, content: str) -> str:
        """Return one element; Open Graph calls its name a property."""
        kind = "property" if name.startswith("og:") else "name"
        return f'<meta {kind}="{name}" content="{escape(content)}">'

    return "".join(tag(name, content) for name, content in contents.items())
