"""What a chat reads of a link: language, title, description and figure of the view, safely written."""

import re
from html import unescape
from importlib.resources import files
from urllib.parse import parse_qs, urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from geo.ui.figure_address import read_request
from geo.ui.link_preview import LinkPreview, rewrite

DOCUMENT = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
LINK = (
    "v=1&auth=9307&d.31758=2023-06-01..2023-12-31&d.9307=2024-11-04..2024-11-24&role=venue&basis=texts&min=1&view=map&lang=es"
)


def serve(*, ready: bool) -> TestClient:
    """Serve Streamlit's document, and a text, behind the middleware."""
    routes = [
        Route("/", lambda _: HTMLResponse(DOCUMENT, headers={"ETag": '"of the plain document"'})),
        Route("/text/", lambda _: PlainTextResponse("<title>text</title>")),
        Route("/length/", lambda _: Response(headers={"Content-Length": "99", "Content-Type": "text/html"})),
        Route("/missing/", lambda _: Response("<title>none</title>", 404, media_type="text/html")),
    ]
    middleware = [Middleware(LinkPreview, is_ready=lambda: ready)]
    return TestClient(Starlette(routes=routes, middleware=middleware), base_url="http://page.test")


def tags(document: str) -> dict[str, str]:
    """Return the contents of the tags by name."""
    return {
        name: unescape(content)
        for name, content in re.findall(r'<meta (?:property|name)="([^"]*)" content="([^"]*)">', document)
    }


def test_a_link_shows_its_own_view() -> None:
    """Language, title, headline and figure are those of the query; the rest of the document is as it was."""
    answer = serve(ready=True).get(f"/?{LINK}")
    found = tags(answer.text)
    assert '<html lang="es">' in answer.text
    assert "<title>Ingreso: dónde se autorizó el ingreso de fuerzas de EE. UU. al Perú</title>" in answer.text
    assert found["og:description"].startswith("APEC 2024, 4–24 de noviembre de 2024: Lima, Chiclayo, Pisco.")
    assert found["og:locale"] == "es_PE"
    assert answer.text.count("<script") == DOCUMENT.count("<script")
    assert "etag" not in answer.headers


def test_the_figure_of_the_preview_can_be_drawn() -> None:
    """Its address names the view in full, and the sheet is as large as the tags say."""
    found = tags(serve(ready=True).get(f"/?{LINK}").text)
    address = urlsplit(found["og:image"])
    asked = read_request(address.query, "png", "")
    assert (address.netloc, address.path) == ("page.test", "/figure.png")
    assert (asked.state.authorisations, asked.state.language) == (("9307",), "es")
    assert parse_qs(address.query)["role"] == ["venue"]
    assert asked.options.pixels == int(found["og:image:width"]) * int(found["og:image:height"]) == 1200 * 630


def test_the_reader_s_language_counts_where_the_link_names_none() -> None:
    """A link's own language goes first."""
    spanish = {"Accept-Language": "es-PE,es;q=0.9,en;q=0.5"}
    client = serve(ready=True)
    assert '<html lang="es">' in client.get("/", headers=spanish).text
    assert '<html lang="en">' in client.get("/?lang=en", headers=spanish).text
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "fr"}).text


def test_nothing_else_is_touched() -> None:
    """A text, a failure and a document before the data is there go out as they are; HEAD has no length that would be wrong."""
    assert serve(ready=True).get("/text/").text == "<title>text</title>"
    assert serve(ready=True).get("/missing/").text == "<title>none</title>"
    assert serve(ready=False).get("/").text == DOCUMENT
    assert "content-length" not in serve(ready=True).head("/length/").headers


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_no_query_can_leave_its_attribute(query: str) -> None:
    """Whatever the query, the document has no element more than with an empty one."""
    plain = rewrite(DOCUMENT.encode(), "", "http://page.test/").decode()
    hostile = rewrite(DOCUMENT.encode(), f'auth={query}&place="><script>x</script>&{query}', "http://page.test/").decode()
    assert hostile.count("<") == plain.count("<")
    assert hostile.count(">") == plain.count(">")
