"""The static site: a folder for any web server, with a page that reads the same links as the app.

``index.html`` is the page in English, ``es.html`` in Spanish; a link in the other language leads from one to the other.
Scripts, geometry and claims are loaded after the page, from ``parts``. The folder also has two pages without scripts: a
table of the places, and all claims. It has figures of the start view and of each act alone, and the data. All addresses are
relative, so the site works from a disk, from a subfolder and from any host; only the site map and canonical addresses contain
its address. The same data gives the same bytes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import urljoin

from geo.draw import to_script
from geo.draw.figure import parse_size
from geo.draw.markup import Markup, element, join, text, void
from geo.export.files.figure import FigureFormat, FigureOptions, make_figure
from geo.export.formats import FileFormat, make_file
from geo.export.web import plain_pages
from geo.export.web.dataset import dataset
from geo.export.web.page import SitePage, to_web_page
from geo.export.web.site_parts import addresses, site_parts
from geo.text import LANGUAGES
from geo.text.languages import LANGUAGE_RECORDS
from geo.view import ViewContext, make_context

PAGES: Final = {LANGUAGES[0]: "index.html", **{language: f"{language}.html" for language in LANGUAGES[1:]}}
CLAIMS: Final = {language: record.claims_page for language, record in LANGUAGE_RECORDS.items()}
TABLES: Final = {language: record.places_page for language, record in LANGUAGE_RECORDS.items()}
_DATA: Final = (FileFormat.CSV, FileFormat.GEOJSON, FileFormat.GPKG, FileFormat.XLSX, FileFormat.ZIP)


def build_site(start: ViewContext, package: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the site, by their paths in its folder.

    Parameters
    ----------
    start
        The start view, in any language; its base address is the future address of the site, empty if it is not known.
    package
        The files of the Data Package by name; they are copied to ``data/evidence``.
    """
    base = f"{start.base_url.rstrip('/')}/" if start.base_url else ""
    start = replace(start, base_url=base)
    files = {f"data/evidence/{name}": content for name, content in package.items()}
    for language in LANGUAGES:
        context = _in_language(start, language)
        parts = site_parts(context, PAGES)
        files |= dict(parts.values())
        files[PAGES[language]] = to_web_page(context, _site_page(context, addresses(parts)))
        files[TABLES[language]] = plain_pages.table_page(context, home=PAGES[language])
        files[CLAIMS[language]] = plain_pages.claims_page(context, home=PAGES[language])
        files |= {_data_path(kind, language): make_file(context, kind) for kind in _DATA}
        files |= dict(_figures(context))
    return files | dict(_for_robots(start))


def _in_language(context: ViewContext, language: str) -> ViewContext:
    return replace(context, state=replace(context.state, language=language))


def _data_path(kind: FileFormat, language: str) -> str:
    return f"data/{kind.content}-{language}.{kind.value}"


def _site_page(context: ViewContext, parts: Mapping[str, str]) -> SitePage:
    """Return the other pages, the files and the head of the page in the language of a view, and the addresses of its parts."""
    language = context.state.language
    files = {_data_path(kind, language): kind for kind in _DATA}
    lines = {TABLES[language]: context.words(plain_pages.TABLE), CLAIMS[language]: context.words(plain_pages.CLAIMS)}
    lines |= {path: kind.label for path, kind in files.items()}
    lines |= {path: f"{kind.label}, A4" for path, kind in _figure_paths("view", language).items()}
    lines["data/evidence/datapackage.json"] = "Data Package"
    return SitePage(PAGES, lines, _head(context, files), parts, all_claims=CLAIMS[language])


def _head(context: ViewContext, files: Mapping[str, FileFormat]) -> Markup:
    """Return the elements of the head for search engines: JSON-LD, the other languages, the canonical address."""
    base = context.base_url
    described = dataset(context, {urljoin(base, path): kind.media_type for path, kind in files.items()})
    data = element("script", Markup(to_script(described)), type="application/ld+json")
    others = [void("link", rel="alternate", hreflang=language, href=urljoin(base, name)) for language, name in PAGES.items()]
    canonical = [void("link", rel="canonical", href=urljoin(base, PAGES[context.state.language]))] if base else []
    description = void("meta", name="description", content=context.headline.text)
    return join([description, *(others if base else []), *canonical, data])


def _figures(context: ViewContext) -> Iterator[tuple[str, bytes]]:
    """Yield the figures of the start view, and of each act that is on at the start alone."""
    language, acts = context.state.language, context.state.authorisations
    alone = {act_id: replace(context.state, authorisations=(act_id,)) for act_id in acts}
    for name, state in {"view": context.state, **alone}.items():
        shown = make_context(context.evidence, context.atlas, state, base_url=context.base_url)
        for path, kind in _figure_paths(name, language).items():
            yield path, make_figure(shown, FigureOptions(kind, parse_size("a4")))


def _figure_paths(name: str, language: str) -> dict[str, FigureFormat]:
    return {f"figures/{name}-{language}.{kind.value}": kind for kind in FigureFormat}


def _for_robots(context: ViewContext) -> Iterator[tuple[str, bytes]]:
    """Yield ``robots.txt`` and, if the address of the site is known, the site map."""
    base, day = context.base_url, context.day.isoformat()
    lines = ["User-agent: *", "Allow: /"]
    if base:
        lines.append(f"Sitemap: {urljoin(base, 'sitemap.xml')}")
        urls = (
            element("url", text("loc", urljoin(base, name)), text("lastmod", day))
            for name in (*PAGES.values(), *TABLES.values(), *CLAIMS.values())
        )
        urlset = element("urlset", *urls, xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
        yield "sitemap.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n{urlset}\n'.encode()
    yield "robots.txt", ("\n".join(lines) + "\n").encode()
