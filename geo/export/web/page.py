"""The offline page: one HTML file that works by itself and requests nothing.

Design note, 2026-11-22. The map is the app's own script with Leaflet inlined, not a second implementation. So readers have the
same map, with zoom (Lima and Callao need it), keyboard and labels that do not overlap, and only one map is maintained. A host
object passes the data to the map (see geo/draw/map/scripts/host.js). Claims and sources are plain HTML below the map, readable
without scripts. The typefaces are subsets of those of the figures. A content security policy forbids every connection, and
every script except the page's own, by their hashes: even if a text of the data got past the escaping, it would not run.

Design note, 2026-12-01. Until the scripts have run, and if none runs, a picture of the map is shown. The file has the page in
the other language in a template, which its script shows if the address names that language. A page of the static site contains
neither scripts nor claims: they are loaded after the document (:mod:`geo.export.web.site_parts`).
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from babel.core import Locale

from geo.draw import to_script
from geo.draw.figure import FACES, Face
from geo.draw.markup import Markup, element, join, text, void
from geo.export.files.fonts import font_rules
from geo.export.files.metadata import about_lines
from geo.export.web.cards import facts, link, places, sources
from geo.export.web.data import page_data, page_layers
from geo.export.web.differences import HEADING as DIFFER
from geo.export.web.differences import differences
from geo.export.web.filters import filters, legend
from geo.export.web.parts import PageParts, load_parts
from geo.export.web.picture import Picture, draw_picture
from geo.export.web.place_list import places_by_act
from geo.text import LANGUAGES, message
from geo.view import CAUTION, SUBJECT, ViewContext, to_query

_LETTERS: Final[dict[Face, frozenset[str]]] = dict.fromkeys(FACES, frozenset())
"""No letters besides those of both languages, which every subset has; the browser's own typefaces draw rarer ones."""

LANGUAGE_NAMES: Final = {language: Locale(language).languages[language].capitalize() for language in LANGUAGES}
"""Names of the languages, in themselves."""

_NOT_TWICE: Final = 2
"""Number of the first lines about a file that are at the top of the page already."""
PLACES_AND_CLAIMS: Final = message("Places and claims")
FACTS: Final = message("Other facts")
_SOURCES: Final = message("Sources of these claims")


@dataclass(frozen=True, slots=True)
class SitePage:
    """What a page needs to know of the site or server around it; addresses are relative."""

    siblings: Mapping[str, str]
    """Addresses of the page, by language."""
    files: Mapping[str, str]
    """Labels of the site's other files by address."""
    head: Markup = field(default_factory=Markup)
    """Further elements of the page's head."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Of a page whose scripts, data, claims and typefaces come after it: their addresses, by ``page``, ``view``, ``claims`` and
    ``faces``."""
    all_claims: str = ""
    """Address of a page with every claim, for readers without scripts; empty where the page itself has them."""


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
    return to_web_page(context, SitePage(dict.fromkeys(LANGUAGE_NAMES, address), whole), notices=notices)


def to_web_page(context: ViewContext, site: SitePage | None = None, *, notices: tuple[str, ...] = ()) -> bytes:
    """Return the offline page of a view, UTF-8: headline, filters, map, claims, where sources differ, facts, sources, credits.

    Parameters
    ----------
    site
        The site or server of which the page is a part; without it the page is one file, in both languages.
    notices
        Sentences at the top of the page on its link.
    """
    parts, picture = load_parts(), draw_picture(context)
    said = join(text("p", notice, classes="notice", role="status") for notice in notices)
    page = element("div", *_content(context, site, picture), id="page")
    others = "" if site else join(_template(context, language) for language in LANGUAGES)
    body = element("body", said, page, others, _scripts(context, parts, site))
    document = element("html", _head(context, parts, site, picture), body, lang=context.state.language)
    return f"<!DOCTYPE html>\n{document}\n".encode()


def face_rules() -> str:
    """Return the typefaces of a page as rules of a style sheet."""
    return font_rules(_LETTERS)


def policy(parts: PageParts, site: SitePage | None = None) -> str:
    """Return the content security policy of the page, which allows no connection and only the page's scripts.

    A page of the static site may also load the files beside it; for a page on a disk their scheme is ``file:``.
    """
    own = (*parts.scripts, parts.loader_script) if site and site.parts else parts.scripts
    beside = " 'self' file:" if site and site.parts else ""
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in own)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    rules = ("default-src 'none'", f"script-src {allowed}{beside}", f"style-src 'unsafe-inline'{beside}", "font-src data:")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def _head(context: ViewContext, parts: PageParts, site: SitePage | None, picture: Picture) -> Markup:
    is_packed = bool(site and site.parts)
    return element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=policy(parts, site)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="referrer", content="no-referrer"),
        text("title", _title(context)),
        site.head if site else "",
        element("style", Markup(parts.sheet + _colour_rules({**picture.colours, **picture.acts}))),
        element("script", Markup(parts.theme_script)),
        element("script", Markup(parts.loader_script)) if is_packed else "",
    )


def _title(context: ViewContext) -> str:
    return f"{context.words(SUBJECT)} – Ingreso"


def _colour_rules(colours: Mapping[str, tuple[str, str]]) -> str:
    light, dark = ("".join(f"{name}:{pair[theme]};" for name, pair in colours.items()) for theme in (0, 1))
    return f"html{{{light}}}html.dark{{{dark}}}"


def _template(context: ViewContext, language: str) -> Markup:
    """Return the page in another language, inert until a script shows it; nothing for the language that it is in."""
    if language == context.state.language:
        return Markup()
    other = replace(context, state=replace(context.state, language=language))
    content = (*_content(other, None, None), _data(other, None))
    return element("template", *content, id=f"in-{language}", lang=language, title=_title(other))


def _content(context: ViewContext, site: SitePage | None, picture: Picture | None) -> tuple[Markup, ...]:
    return _header(context, site), _main(context, site, picture), _footer(context, site)


def _header(context: ViewContext, site: SitePage | None) -> Markup:
    words = context.words
    as_made = element("span", text("b", words("As this file was made:")), " ", id="as-made", hidden="")
    anchors = {"places": words(PLACES_AND_CLAIMS), "differ": words(DIFFER), "facts": words(FACTS), "sources": words(_SOURCES)}
    sections = (text("a", label, href=f"#{key}") for key, label in anchors.items())
    return element(
        "header",
        element("div", text("div", words("Ingreso"), classes="brand"), _choices(context, site), classes="top"),
        text("h1", words(SUBJECT)),
        element("p", as_made, text("span", context.headline.text), classes="headline"),
        text("p", words(CAUTION), classes="caution"),
        element("nav", *sections, classes="sections", aria_label=words("On this page")),
    )


def _choices(context: ViewContext, site: SitePage | None) -> Markup:
    """Return links to the page in the other languages, and the button for the other theme, which the script shows."""
    words, state = context.words, context.state
    links = []
    for language in LANGUAGES:
        if language != state.language:
            query = to_query(replace(state, language=language), context.link_context)
            address = site.siblings[language] if site else ""
            href = address if site and site.parts else f"{address}?{query}"
            links.append(
                text("a", LANGUAGE_NAMES[language], href=href, lang=language, hreflang=language, data_language=language)
            )
    theme = element("button", type="button", id="theme", hidden="", data_light=words("Light"), data_dark=words("Dark"))
    return element("nav", *links, theme, classes="languages", aria_label=words("Language and theme"))


def _main(context: ViewContext, site: SitePage | None, picture: Picture | None) -> Markup:
    words = context.words
    label = words("Map of Peru: regions and places named in the authorisations")
    drawn = element("div", picture.map, id="picture") if picture else ""
    no_script = element("noscript", text("p", words("Filters need JavaScript; every claim can be read without it.")))
    chart = element("div", drawn, element("div", id="map", aria_label=label), classes="chart")
    items = picture.legend if picture else ()
    sheet = element("div", chart, *_later(site), no_script, legend(context, items), classes="sheet")
    return element(
        "main", element("div", filters(context), sheet, _places(context, site), classes="desk"), *_more(context, site)
    )


def _later(site: SitePage | None) -> tuple[Markup, ...]:
    """Return the scripts that a browser asks for once it has the picture, and where the rest is."""
    if not (site and site.parts):
        return ()
    rest = {"data_later": site.parts["claims"], "data_faces": site.parts["faces"]}
    first = element("script", src=site.parts["page"], **{"async": ""}, **rest)
    return first, element("script", src=site.parts["view"], **{"async": ""})


def _places(context: ViewContext, site: SitePage | None) -> Markup:
    words = context.words
    nothing = text("p", words("Nothing matches the filters."), id="nothing", hidden="", classes="empty")
    if site and site.all_claims:
        whole = text("a", words("Every claim, without scripts"), href=site.all_claims)
        inside = join((*places_by_act(context), element("noscript", element("p", whole))))
    else:
        inside = places(context)
    return element(
        "section", text("h2", words(PLACES_AND_CLAIMS)), nothing, element("div", inside, id="place-cards"), id="places"
    )


def _more(context: ViewContext, site: SitePage | None) -> tuple[Markup, ...]:
    """Return where the sources differ, and the facts; in a page whose claims come later, they stay hidden until then."""
    words, comes_later = context.words, bool(site and site.all_claims)
    hidden = "" if comes_later else None
    differ = Markup() if comes_later else differences(context)
    told = Markup() if comes_later else facts(context)
    return (
        element("section", text("h2", words(DIFFER)), element("div", differ, id="differ-list"), id="differ", hidden=hidden),
        element("section", text("h2", words(FACTS)), element("div", told, id="fact-list"), id="facts", hidden=hidden),
    )


def _footer(context: ViewContext, site: SitePage | None) -> Markup:
    words = context.words
    listed = Markup() if site and site.all_claims else sources(context)
    cited = element("section", text("h2", words(_SOURCES)), element("div", listed, id="source-list"), id="sources")
    lines = []
    for heading, content in about_lines(context)[_NOT_TWICE:]:
        is_link = content == context.link
        lines += [text("dt", heading), element("dd", link(content, content) if is_link else text("span", content))]
    about = element("section", text("h2", words("About this file")), element("dl", *lines))
    offered = _files(context, site) if site else ""
    return element("footer", cited, about, offered)


def _files(context: ViewContext, site: SitePage) -> Markup:
    items = (
        element("li", text("a", label, href=address, data_whole="" if address.startswith("./?") else None))
        for address, label in site.files.items()
    )
    return element("section", text("h2", context.words("Files")), element("ul", *items))


def _scripts(context: ViewContext, parts: PageParts, site: SitePage | None) -> Markup:
    if site and site.parts:
        return Markup()
    layers = element("script", Markup(to_script(page_layers(context))), type="application/json", id="layers")
    own = (element("script", Markup(script)) for script in (parts.map_script, parts.page_script))
    faces = element("style", Markup(face_rules()))  # last, since all can be read without them
    return join((_data(context, site), layers, *own, faces))


def _data(context: ViewContext, site: SitePage | None) -> Markup:
    data = page_data(context, site.siblings if site else None)
    return element("script", Markup(to_script(data)), type="application/json", id="data")
