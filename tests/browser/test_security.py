"""What the server says to every request, and that the browser finds nothing to refuse."""

import urllib.error
import urllib.request
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import serve

PATHS = {
    "the page": "/",
    "a link": "/?view=facts",
    "the frame of the map": "/component/streamlit_folium.st_folium/index.html",
    "a file of ours": "/assets/map/map.js",
    "the configuration": "/assets/map.json",
    "health": "/_stcore/health",
    "nothing": "/assets/none",
}


def ask(address: str, method: str = "GET") -> tuple[int, dict[str, str]]:
    """Return status and headers of an answer, whatever it is."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, method=method), timeout=10) as answer:  # noqa: S310 - ours
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}
    except urllib.error.HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_every_answer_has_the_headers(server: str, path: str) -> None:
    """Page, frame, files and errors alike; where the map's frame evaluates, nothing else does."""
    _, headers = ask(f"{server}{path}")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["permissions-policy"]
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert policy.endswith("; frame-ancestors 'self' *")
    assert ("'unsafe-eval'" in policy) is ("/component/" in path)
    assert "access-control-allow-origin" not in headers


def test_nothing_can_be_uploaded(server: str) -> None:
    """The address of Streamlit's uploads is closed, and its agent interface off."""
    assert ask(f"{server}/_stcore/upload_file/session/file", "PUT")[0] == 404
    assert ask(f"{server}/_stcore/agent/interact", "POST")[0] in {403, 404}


def test_framing_can_be_locked_down() -> None:
    """With the environment's word, only the sites that it names may show the page in a frame."""
    with serve(environment={"INGRESO_FRAME_ANCESTORS": "https://example.org"}) as locked:
        _, headers = ask(f"{locked.address}/")
    assert headers["content-security-policy"].endswith("; frame-ancestors 'self' https://example.org")


def test_a_script_slipped_in_is_refused(open_page: Callable[..., Page], said: list[str]) -> None:
    """The page itself asks for nothing that its policy refuses, of which the tests of every view make sure too."""
    page = open_page("?place=lima")
    assert [line for line in said if "Security Policy" in line] == []
    with page.expect_console_message(lambda message: "Security Policy" in message.text):
        page.evaluate("document.head.append(Object.assign(document.createElement('script'), {textContent: 'slipped = 1'}))")
    assert len([line for line in said if "Security Policy" in line]) == 1
    assert page.evaluate("window.slipped") is None


def test_another_site_may_show_the_page(browser: Browser, server: str, tmp_path: Path) -> None:
    """Embedding is a feature: in a frame of another origin the map is drawn."""
    (tmp_path / "index.html").write_text(f'<!doctype html><iframe src="{server}/?embed=true">', encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path))) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{other.server_port}/")
        inner = page.frame_locator("iframe").frame_locator(".st-key-map iframe")
        inner.locator("html.drawn path.unit-PE-LOR").wait_for(state="attached", timeout=30_000)
        page.close()
        other.shutdown()
