"""Every address, asked in ways that no browser asks: what comes back is what a browser gets, or a refusal."""

import contextlib
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

ROUTES = (
    *("/", "/?v=1&auth=9307&lang=es", "/page.html?lang=es", "/nothing", "/nothing/else.html", "/ready", "/robots.txt"),
    *(
        "/sitemap.xml",
        "/favicon.ico",
        "/figure.svg",
        "/figure.png?size=400x300",
        "/figure.pdf?size=400x300",
        "/figure.png?dpi=x",
    ),
    *("/export.csv", "/export.gpkg", "/data/claims.csv", "/data/places.geojson", "/data/none.csv", "/assets/map.json"),
    *(
        "/assets/map/bundle.js",
        "/assets/leaflet/leaflet.css",
        "/_stcore/health",
        "/component/streamlit_folium.st_folium/index.html",
    ),
)
SAME = ("content-type", "content-length", "etag", "vary", "cache-control", "content-security-policy", "content-disposition")
FORGED: tuple[dict[str, str], ...] = (
    {"Host": "evil.example"},
    {"X-Forwarded-Host": "evil.example"},
    {"X-Forwarded-Proto": "evil"},
    {"X-Forwarded-Prefix": "/evil"},
    {"X-Original-URL": "/evil"},
    {"Forwarded": "host=evil.example;proto=https"},
)
RANGES = (
    "bytes=0-9",
    "bytes=-5",
    "bytes=5-2",
    "bytes=0-1,3-4",
    "bytes=99999999-",
    "bytes=x",
    "lines=1-2",
    "bytes=0-" + "9" * 400,
)
METHODS = ("POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "X")
PATHS = (
    *("/../app.py", "/%2e%2e/app.py", "/..%2fapp.py", "/static/..%2f..%2fapp.py", "/assets/map/..%2f..%2f..%2fapp.py"),
    *("/assets/atlas/..%5c..%5capp.py", "/assets/page/%00", "/assets/leaflet/%c0%ae%c0%ae/x", "/data/..%2f..%2fapp.py"),
    *("/data/datapackage.json%00.csv", "/component/x/..%2f..%2fapp.py", "/media/..%2f..%2fapp.py", "/.git/config", "/app.py"),
    *("/.streamlit/config.toml", "/export.py", "/figure.gif", "/_stcore/metrics", "//_stcore/metrics", "/_stcore/%6detrics"),
)


def ask(server: str, path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> tuple[HTTPResponse, bytes]:
    """Return the answer to a request, and what is in it."""
    connection = HTTPConnection(urlsplit(server).netloc, timeout=60)
    try:
        connection.request(method, path, headers=dict(headers or {}))
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("path", ROUTES)
def test_head_says_what_get_says(server: str, path: str) -> None:
    """The same status and headers, and nothing more."""
    (whole, _), (head, body) = ask(server, path), ask(server, path, "HEAD")
    assert (head.status, body) == (whole.status, b"")
    assert [head.headers.get(name) for name in SAME] == [whole.headers.get(name) for name in SAME]


@pytest.mark.parametrize("forged", FORGED, ids=lambda headers: next(iter(headers)))
@pytest.mark.parametrize("path", [*ROUTES, "//evil.example/..", "/\\evil.example", "/static//evil.example/"])
def test_what_a_request_says_of_its_host_leads_nowhere(server: str, path: str, forged: dict[str, str]) -> None:
    """It is in no header and no document."""
    answer, body = ask(server, path, headers=forged)
    assert answer.status < 500
    assert urlsplit(answer.headers.get("location") or "").netloc == ""
    if "evil" not in path:
        assert b"evil" not in body
        assert "evil" not in str(answer.headers)


@pytest.mark.parametrize("path", ROUTES)
def test_any_range_is_answered(server: str, path: str) -> None:
    """With the whole, a part, or that there is none."""
    status = ask(server, path)[0].status
    assert {ask(server, path, headers={"Range": wanted})[0].status for wanted in RANGES} <= {status, 206, 400, 416}


@pytest.mark.parametrize("path", ROUTES)
def test_other_methods_are_refused(server: str, path: str) -> None:
    """Nothing can be changed by an address."""
    assert {ask(server, path, method)[0].status for method in METHODS} <= {400, 403, 404, 405, 501}


@pytest.mark.parametrize("path", PATHS)
def test_nothing_beside_the_addresses_is_given(server: str, path: str) -> None:
    """No way leads out of a folder, whatever it is written as."""
    answer, body = ask(server, path)
    assert answer.status in {301, 307, 400, 404}
    assert b"import" not in body


def test_a_long_head_is_refused(server: str) -> None:
    """The connection is closed, with a word of why if the client still listens; a proxy in front bounds heads too."""
    with contextlib.suppress(ConnectionError):
        assert ask(server, "/_stcore/health", headers={"X": "x" * 200_000})[0].status == 431
    assert ask(server, "/_stcore/health")[0].status == 200
