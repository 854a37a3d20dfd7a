"""What every answer says about what the browser may do."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from geo.draw.map import build_config
from geo.paths import ADDRESS
from geo.ui.resources import load_resources
from geo.ui.server.headers import (
    FRAME_ANCESTORS,
    HSTS,
    METRICS,
    REPORT_TO,
    TILE_HOST,
    SecurityHeaders,
    frame_policy,
    inline_scripts,
    page_policy,
    read_ancestors,
    read_report_address,
)


def directives(policy: str) -> dict[str, set[str]]:
    """Return the sources of each directive of a policy."""
    return {name: set(sources.split()) for name, _, sources in (part.partition(" ") for part in policy.split("; "))}


@pytest.mark.parametrize(
    ("given", "ancestors"),
    [
        (None, "'self' *"),
        ("", "'self' *"),
        ("'self'", "'self'"),
        ("'none'", "'self'"),
        ("https://example.org https://*.example.com:8443", "'self' https://example.org https://*.example.com:8443"),
    ],
)
def test_any_site_may_frame_the_page_unless_the_environment_says_which(given: str | None, ancestors: str) -> None:
    """The page always may frame its own map."""
    assert read_ancestors({} if given is None else {FRAME_ANCESTORS: given}) == ancestors


@pytest.mark.parametrize("given", ["*; script-src *", "a,b", "a\r\nSet-Cookie: b=c", "«»"])
def test_what_is_no_list_of_sites_stops_the_start(given: str) -> None:
    """Nothing but sources can enter the header."""
    with pytest.raises(ValueError, match=FRAME_ANCESTORS):
        read_ancestors({FRAME_ANCESTORS: given})


def test_only_the_frame_of_the_map_evaluates() -> None:
    """The page itself runs files of the server and scripts known by their hash; nothing is allowed that is not named."""
    page = directives(page_policy("'self'", ["window.a = 1"]))
    assert page["script-src"] == {
        "'self'", "blob:", "'wasm-unsafe-eval'", "'sha256-Aif1QuaDxF56ZK3+IyoelKcjrWC+BWl5ZGfcO1AMmA4='",
    }  # fmt: skip
    assert page["default-src"] == directives(frame_policy("'self'"))["default-src"] == {"'none'"}


def test_the_only_host_outside_is_that_of_the_street_map() -> None:
    """It stands for images, in the frame, and is the one that the map asks."""
    data = load_resources()
    assert build_config(data.evidence, data.atlas)["tiles"]["address"].startswith(f"{TILE_HOST}/")
    hosts = {
        (name, source)
        for policy in (page_policy("'self'", inline_scripts()), frame_policy("'self'"))
        for name, sources in directives(policy).items()
        for source in sources
        if "//" in source
    }
    assert hosts == {("img-src", TILE_HOST)}


def test_the_scripts_in_streamlits_document_are_found() -> None:
    """There is at least one, and each is more than nothing."""
    assert inline_scripts()
    assert all(script.strip() for script in inline_scripts())


def give_cookie(_: object) -> Response:
    """Answer with a cookie."""
    answer = PlainTextResponse("cookie")
    answer.set_cookie("_streamlit_xsrf", "x", samesite="lax")
    return answer


ROUTES = [
    Route("/cookie", give_cookie),
    Route("/forged", lambda request: RedirectResponse(str(request.url).replace("forged", "there"))),
    Route("/{path:path}", lambda _: PlainTextResponse("here")),
]


def serve(base_url: str = "http://page.test") -> TestClient:
    """Serve a few addresses behind the headers."""
    return TestClient(SecurityHeaders(Starlette(routes=ROUTES)), base_url=base_url, follow_redirects=False)


@pytest.mark.parametrize(
    ("path", "evaluates"),
    [
        ("/component/streamlit_folium.st_folium/index.html", True),
        ("/component/streamlit_folium.st_folium/main.js", False),
        ("/x/component/streamlit_folium.st_folium/index.html", False),
        ("/component/other.other/index.html", False),
        ("/?component=/component/", False),
    ],
)
def test_the_frame_s_policy_is_at_its_own_address(path: str, *, evaluates: bool) -> None:
    """Nowhere else may a document evaluate."""
    assert ("'unsafe-eval'" in serve().get(path).headers["content-security-policy"]) is evaluates


def test_a_redirect_names_no_host() -> None:
    """A forged one would lead the next reader of a cache there."""
    assert serve("http://evil.example").get("/forged?a=b").headers["location"] == "/there?a=b"


def test_a_cookie_is_sent_over_https_alone_where_the_page_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the request came, or as the address is configured; over plain HTTP it would be lost."""
    assert "Secure" in serve("https://page.test").get("/cookie").headers["set-cookie"]
    assert "Secure" not in serve().get("/cookie").headers["set-cookie"]
    monkeypatch.setenv(ADDRESS, "https://page.test/")
    assert serve().get("/cookie").headers["set-cookie"].count("Secure") == 1


def test_metrics_are_closed_unless_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """They say how many visitors there are."""
    assert serve().get("/_stcore/metrics").status_code == 404
    monkeypatch.setenv(METRICS, "1")
    assert serve().get("/_stcore/metrics").status_code == 200


def test_what_is_configured_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTPS for so long, and where to report to; neither without a word of the environment."""
    assert "strict-transport-security" not in serve().get("/").headers
    monkeypatch.setenv(HSTS, "31536000")
    monkeypatch.setenv(REPORT_TO, "https://reports.example/csp")
    headers = serve().get("/").headers
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["content-security-policy"].endswith("; report-uri https://reports.example/csp")


@pytest.mark.parametrize("given", ["https://a; script-src *", "a b", "javascript:alert(1)", "https://x\r\nY: z"])
def test_what_is_no_address_of_reports_stops_the_start(given: str) -> None:
    """Nothing else can enter the header."""
    with pytest.raises(ValueError, match=REPORT_TO):
        read_report_address({REPORT_TO: given})


def test_seconds_are_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything else stops the start."""
    monkeypatch.setenv(HSTS, "1 year")
    with pytest.raises(ValueError, match=HSTS):
        serve()
