"""Files that programs request from a site: ``robots.txt``, ``sitemap.xml`` and the icon."""

from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.staticfiles import StaticFiles

from geo.ui.server.address import base_path, public_address
from geo.ui.server.routes.map_files import KEPT_A_DAY

_STREAMLITS = StaticFiles(packages=[("streamlit", "static")])
_KEPT = {"Cache-Control": KEPT_A_DAY}
_CLOSED = ("/_stcore/", "/export.")
"""Beginnings of paths that search engines shall not fetch. Figures are not among them, since chats fetch them for previews."""


def machine_routes(base: str) -> list[BaseRoute]:
    """Return the routes; ``robots.txt`` is also at the root of the host, since programs request it there."""
    roots = {base, ""}
    return [
        *(Route(f"{root}/robots.txt", robots) for root in roots),
        *(Route(f"{root}/favicon.ico", favicon) for root in roots),
        Route(f"{base}/sitemap.xml", sitemap),
    ]


def robots(request: Request) -> Response:
    """Return ``robots.txt``: search engines may read the page; it names the sitemap if the address is known."""
    lines = ["User-agent: *", *(f"Disallow: {base_path()}{path}" for path in _CLOSED), "Allow: /"]
    address = public_address(request)
    if address:
        lines += ["", f"Sitemap: {address}sitemap.xml"]
    return PlainTextResponse("\n".join([*lines, ""]), headers=_KEPT)


def sitemap(request: Request) -> Response:
    """Return the sitemap: the page in each language; 404 if the address is not known, since a sitemap needs full addresses."""
    from geo.text import LANGUAGES  # noqa: PLC0415 - the server listens before it is imported

    address = public_address(request)
    if not address:
        return PlainTextResponse("Not Found", 404)
    pages = "".join(f"<url><loc>{escape(f'{address}?v=1&lang={language}')}</loc></url>" for language in LANGUAGES)
    text = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{pages}</urlset>'
    return Response(text, media_type="application/xml", headers=_KEPT)


async def favicon(request: Request) -> Response:
    """Return the icon of the page, for clients that ask for ``/favicon.ico`` without reading the document."""
    icon = await _STREAMLITS.get_response("favicon.png", request.scope)
    icon.headers.update(_KEPT)
    return icon
