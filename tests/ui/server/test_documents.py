"""The document of the page: at its own address alone, with a tag of its own, whole for every kind of request."""

from collections.abc import Callable
from importlib.resources import files

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_handler

from geo.paths import ADDRESS
from geo.ui.browser.style_sheet import PATH, style_address
from geo.ui.server.documents import Documents
from geo.ui.server.first_views import FirstViews, put_style
from geo.ui.streamlit_bends import history_steps, preloading

STATIC = files("streamlit").joinpath("static")
DOCUMENT = STATIC.joinpath("index.html").read_text(encoding="utf-8")
LARGEST_HEAD = 2048
"""Bytes of the headers that come from here; with those of the policy a proxy takes 4 KiB as it is."""
LINK = "v=1&auth=9307&lang=es"


def serve(first_views: FirstViews | None = None, *, ready: bool = True) -> TestClient:
    """Serve Streamlit's own files behind the middleware, with a few addresses beside them."""
    routes = [
        Route("/text", lambda _: PlainTextResponse("<title>text</title>")),
        Route("/component/x/index.html", lambda _: HTMLResponse("<title>frame</title>")),
        Route("/missing", lambda _: Response("<title>none</title>", 404, media_type="text/html")),
        Mount("/", create_streamlit_static_handler(str(STATIC), "")),
    ]
    views = first_views or FirstViews(longest_wait=30)
    middleware = [Middleware(Documents, is_ready=lambda: ready, first_views=views)]
    return TestClient(Starlette(routes=routes, middleware=middleware), base_url="http://localhost", follow_redirects=False)


def test_the_document_describes_the_view() -> None:
    """In the language of the link, and the header names the scripts that are needed next."""
    answer = serve().get(f"/?{LINK}")
    assert '<html lang="es">' in answer.text
    assert "http://localhost/figure.png?v=1&amp;auth=9307" in answer.text
    assert answer.headers["link"] == preloading.links()
    assert '<link rel="prefetch" href="./assets/map/bundle.js?v=' in answer.text
    assert sum(len(name) + len(value) for name, value in answer.headers.raw) < LARGEST_HEAD
    assert f'href="{style_address()}"' in answer.text
    assert answer.headers["vary"] == "Accept-Language"
    assert answer.headers["cache-control"] == "no-cache"


def test_the_document_shows_the_view() -> None:
    """Before any script, in the language of the link or of the reader; a view that is not there in time is left out."""
    answer = serve().get(f"/?{LINK}")
    assert '<main id="first-view" lang="es">' in answer.text
    assert answer.text.index("first-view") < answer.text.index('rel="stylesheet"')
    assert 'id="first-view" lang="es"' in serve().get("/", headers={"Accept-Language": "es-PE"}).text
    late = serve(FirstViews(lambda _: b"", longest_wait=0)).get(f"/?{LINK}")
    assert "first-view" not in late.text
    assert "You need to enable JavaScript" in late.text
    assert late.headers["etag"] != answer.headers["etag"]


def test_it_has_a_tag_of_its_own() -> None:
    """The tag saves sending it again; another view, another language and Streamlit's own tag do not."""
    client = serve()
    tag = client.get(f"/?{LINK}").headers["etag"]
    again = client.get(f"/?{LINK}", headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert again.headers["vary"] == "Accept-Language"
    assert client.get("/?v=1&auth=9307&lang=en", headers={"If-None-Match": tag}).status_code == 200
    start = client.get("/").headers["etag"]
    assert client.get("/", headers={"If-None-Match": start, "Accept-Language": "es"}).status_code == 200
    plain = TestClient(create_streamlit_static_handler(str(STATIC), "")).get("/").headers
    stale = {"If-None-Match": plain["etag"], "If-Modified-Since": plain["last-modified"]}
    assert client.get("/", headers=stale).status_code == 200


def test_a_robot_that_asks_for_a_part_gets_the_whole() -> None:
    """Chats ask for the first bytes, or for the head alone: both are those of the document with the preview."""
    client = serve()
    whole = client.get(f"/?{LINK}")
    part = client.get(f"/?{LINK}", headers={"Range": "bytes=0-99"})
    head = client.head(f"/?{LINK}")
    assert (part.status_code, part.text) == (200, whole.text)
    assert (head.status_code, head.content) == (200, b"")
    assert {name: head.headers[name] for name in ("etag", "content-length")} == {
        name: whole.headers[name] for name in ("etag", "content-length")
    }


def test_before_the_data_is_there_it_goes_out_without_a_preview() -> None:
    """A visitor does not wait for one. The script of the history is there, and the tag is that of what was sent."""
    early, later = serve(ready=False).get("/"), serve().get("/")
    assert early.text == put_style(history_steps.put_script(DOCUMENT.encode()), PATH).decode()
    assert early.headers["etag"] != later.headers["etag"]


@pytest.mark.parametrize("path", ["/nothing", "/assets-or-so/deep/path", "/wp-admin.php", "/index.html", "/component2/x"])
def test_an_unknown_path_leads_back(path: str) -> None:
    """It is 404, in both languages, and never Streamlit's document."""
    answer = serve().get(path)
    assert answer.status_code == 404
    assert '<a href="/">' in answer.text
    assert "<script" not in answer.text


def test_a_path_with_a_prefix_leads_back_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the page lies under a path, its home is there."""
    monkeypatch.setenv(ADDRESS, "https://example.org/maps/ingreso")
    assert '<a href="/maps/ingreso/">' in serve().get("/nothing").text


def test_nothing_else_is_touched() -> None:
    """A text, a frame's document, a script and a failure go out as they are."""
    get: Callable[[str], Response] = serve().get
    assert get("/text").text == "<title>text</title>"
    assert get("/component/x/index.html").text == "<title>frame</title>"
    assert get("/missing").text == "<title>none</title>"
    script = next(path.name for path in STATIC.joinpath("static", "js").iterdir() if path.name.startswith("index."))
    assert get(f"/static/js/{script}").headers["content-type"].startswith("text/javascript")
