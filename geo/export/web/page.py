"""The offline page: one HTML file that works by itself and requests nothing.

Design note, 2026-11-22. The map is the app's own script with Leaflet inlined, not a second implementation. So readers have the
same map, with zoom (Lima and Callao need it), keyboard and labels that do not overlap, and only one map is maintained. A host
object passes the data to the map (see geo/draw/map/scripts/host.js). Claims and sources are plain HTML below the map, readable
without scripts. The typefaces are subsets of those of the figures. A content security policy forbids every connection, and
every script except the page's own, by their hashes: even if a text of the data got past the escaping, it would not run.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from babel.core import Locale

from geo.draw import to_script
from geo.draw.figure import FACES, Face
from geo.draw.markup import Markup, element, join, text, void
from geo.export.files.fonts import font_rules
from geo.export.files.metadata import about_lines
from geo.export.web.cards import facts, link, places, sources
from geo.export.web.data import page_data
from geo.export.web.filters import filters, legend
from geo.export.web.parts import PageParts, load_parts
from geo.text import LANGUAGES
from geo.view import CAUTION, SUBJECT, ViewContext, to_query

_LETTERS: Final[dict[Face, frozenset[str]]] = dict.fromkeys(FACES, frozenset())
"""No letters besides those of both languages, which every subset has; the browser's own typefaces draw rarer ones."""

LANGUAGE_NAMES: Final = {language: Locale(language).languages[language].capitalize() for language in LANGUAGES}
"""Names of the languages, in themselves."""

_NOT_TWICE: Final = 2
"""Number of the first lines about a file that are at the top of the page already."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """What a page needs to know of the static site around it; addresses are relative."""

    siblings: Mapping[str, str]
    """Addresses of the page, by language."""
    names: Mapping[str, str]
    """Names of the languages, in themselves."""
    files: Mapping[str, str]
    """Labels of the site's other files by address."""
    head: Markup
    """Further elements of the page's head."""


def light_page(context: ViewContext, *, address: str, notices: tuple[str, ...] = ()) -> bytes:
    """Return the light page of a view: the offline page, with its view in its address and a link to the whole page.

    Parameters
    ----------
    address
        Relative address of the light page itself.
    notices
        Sentences on parts of the link that could not be read.
    """
    whole = {f"./?{to_query(context.state, context.link_context)}": context.words("Open the whole page, with its sources")}
    site = SitePage(siblings=dict.fromkeys(LANGUAGE_NAMES, address), names=LANGUAGE_NAMES, files=whole, head=Markup())
    return to_web_page(context, site, notices=notices)


def to_web_page(context: ViewContext, site: SitePage | None = None, *, notices: tuple[str, ...] = ()) -> bytes:
    """Return the offline page of a view, UTF-8: headline, filters, map, legend, claims, facts, sources, credits.

    Parameters
    ----------
    site
        The static site of which the page is a part; such a page keeps its view in its address.
    notices
        Sentences at the top of the page on its link.
    """
    parts = load_parts()
    notices_html = join(text("p", notice, classes="notice", role="status") for notice in notices)
    body = element(
        "body", notices_html, _header(context, site), _main(context), _footer(context, site), _scripts(context, parts, site)
    )
    page = element("html", _head(context, parts, site), body, lang=context.state.language)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def policy(parts: PageParts) -> str:
    """Return the content security policy of the page, which allows no connection and only the page's scripts."""
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in parts.scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    rules = ("default-src 'none'", f"script-src {allowed}", "style-src 'unsafe-inline'", "font-src data:")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def _head(context: ViewContext, parts: PageParts, site: SitePage | None) -> str:
    return element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=policy(parts)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="referrer", content="no-referrer"),
        text("title", f"{context.words(SUBJECT)} – Ingreso"),
        site.head if site else "",
        element("style", Markup(font_rules(_LETTERS) + parts.sheet)),
    )


def _header(context: ViewContext, site: SitePage | None) -> str:
    words = context.words
    as_made = element("span", text("b", words("As this file was made:")), " ", id="as-made", hidden="")
    return element(
        "header",
        text("div", words("Ingreso"), classes="brand"),
        text("h1", words(SUBJECT)),
        element("p", as_made, text("span", context.headline.text), classes="headline"),
        text("p", words(CAUTION), classes="caution"),
        _languages(context, site) if site else "",
    )


def _languages(context: ViewContext, site: SitePage) -> Markup:
    """Return links to the page in the other languages; the script adds the view to them."""
    others = ((language, address) for language, address in site.siblings.items() if language != context.state.language)
    links = (
        text("a", site.names[language], href=address, lang=language, hreflang=language, data_language=language)
        for language, address in others
    )
    return element("nav", *links, classes="languages", aria_label=context.words("Language"))


def _main(context: ViewContext) -> str:
    words = context.words
    label = words("Map of Peru: regions and places named in the authorisations")
    no_script = element("noscript", text("p", words("Map and filters need JavaScript; every claim can be read without it.")))
    map_and_legend = element("div", element("div", id="map", aria_label=label), no_script, legend(context), classes="sheet")
    nothing = text("p", words("Nothing matches the filters."), id="nothing", hidden="", classes="empty")
    listed = element("section", text("h2", words("Places and claims")), nothing, places(context), id="places")
    other_facts = element("section", text("h2", words("Other facts")), element("div", facts(context)), id="facts")
    return element("main", element("div", filters(context), map_and_legend, listed, classes="desk"), other_facts)


def _footer(context: ViewContext, site: SitePage | None) -> str:
    words = context.words
    cited = element("section", text("h2", words("Sources of these claims")), sources(context))
    lines = []
    for heading, content in about_lines(context)[_NOT_TWICE:]:
        is_link = content == context.link
        lines += [text("dt", heading), element("dd", link(content, content) if is_link else text("span", content))]
    about = element("section", text("h2", words("About this file")), element("dl", *lines))
    offered = _files(context, site) if site else ""
    return element("footer", cited, about, offered)


def _files(context: ViewContext, site: SitePage) -> Markup:
    items = (element("li", text("a", label, href=address)) for address, label in site.files.items())
    return element("section", text("h2", context.words("Files")), element("ul", *items))


def _scripts(context: ViewContext, parts: PageParts, site: SitePage | None) -> str:
    data = Markup(to_script(page_data(context, site.siblings if site else None)))
    own = (element("script", Markup(script)) for script in parts.scripts)
    return element("script", data, type="application/json", id="data") + join(own)
