"""``/page.html``: the page of a view as one document."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from geo.evidence import Evidence
from geo.ui.server.application import made_routes
from geo.ui.server.headers import SecurityHeaders


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Serve the addresses, with the headers of the page."""
    app = Starlette(routes=made_routes(""), middleware=[Middleware(SecurityHeaders)])
    with TestClient(app, base_url="http://localhost") as served:
        yield served


def test_the_light_page_shows_the_view_of_its_query(client: TestClient, evidence: Evidence) -> None:
    """It has title, headline and claims of the view, in the language of the link, and leads to the whole page."""
    answer = client.get("/page.html?v=1&auth=9307&lang=es")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.text.startswith('<!DOCTYPE html>\n<html lang="es">')
    assert evidence.authorisations["9307"].short_es in answer.text
    assert 'href="./?v=1&amp;auth=9307&amp;' in answer.text


def test_its_own_scripts_alone_may_run(client: TestClient) -> None:
    """The policy in the document names them by their hashes; that of the header adds who may frame it, and no script."""
    answer = client.get("/page.html")
    assert answer.headers["content-security-policy"].startswith("frame-ancestors ")
    assert "script-src" not in answer.headers["content-security-policy"]
    assert "script-src &#39;sha256-" in answer.text


def test_the_readers_language_counts_where_the_link_names_none(client: TestClient) -> None:
    """And a cache is told that it does."""
    answer = client.get("/page.html", headers={"Accept-Language": "qu-PE,es;q=0.8"})
    assert '<html lang="es">' in answer.text
    assert "Accept-Language" in answer.headers["vary"]


def test_what_cannot_be_read_is_said_at_its_head(client: TestClient) -> None:
    """A reader is shown a view, not an error."""
    answer = client.get("/page.html?auth=4711&lang=en")
    assert answer.status_code == 200
    assert '<p class="notice" role="status">Authorisations shown: the link says auth=4711' in answer.text


def test_a_second_visit_gets_nothing_twice(client: TestClient) -> None:
    """The tag of the first answer is enough."""
    tag = client.get("/page.html?lang=en").headers["etag"]
    assert client.get("/page.html?lang=en", headers={"If-None-Match": tag}).status_code == 304
