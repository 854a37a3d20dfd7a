"""What machines ask for is there, names the page in full where its address is known, and nothing forged."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.paths import ADDRESS
from geo.ui.server.routes.machines import machine_routes

CLIENT = TestClient(Starlette(routes=machine_routes("/ingreso")), base_url="http://evil.example")


@pytest.mark.parametrize("path", ["/robots.txt", "/ingreso/robots.txt"])
def test_robots_may_read_the_page(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """They are led to the map of the site only where its address is configured."""
    assert "evil" not in CLIENT.get(path).text
    monkeypatch.setenv(ADDRESS, "https://example.org/ingreso")
    assert CLIENT.get(path).text.endswith("Sitemap: https://example.org/ingreso/sitemap.xml\n")


def test_the_map_of_the_site_names_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """In full, and escaped as XML wants it; there is none without an address."""
    assert CLIENT.get("/ingreso/sitemap.xml").status_code == 404
    monkeypatch.setenv(ADDRESS, "https://example.org/ingreso")
    text = CLIENT.get("/ingreso/sitemap.xml").text
    assert "<loc>https://example.org/ingreso/?v=1&amp;lang=es</loc>" in text


def test_there_is_an_icon() -> None:
    """A picture."""
    answer = CLIENT.get("/favicon.ico")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")


def test_the_icon_is_not_sent_again() -> None:
    """Whoever has it is told that it is the same."""
    tag = CLIENT.get("/favicon.ico").headers["etag"]
    answer = CLIENT.get("/favicon.ico", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
