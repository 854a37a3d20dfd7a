"""The real page in a real browser: the server as a visitor meets it, and Debian's chromium with no way to the internet."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
START_SECONDS = 60


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes]) -> None:
    end = monotonic() + START_SECONDS
    while monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310 - an address of our own
                return
        except OSError:
            sleep(0.1)
    pytest.fail(f"the page did not start within {START_SECONDS} s (exit code {process.poll()})")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Run the page as the README says, on a free port, and return its address."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with subprocess.Popen(command, cwd=PROJECT, env=os.environ) as process:  # noqa: S603 - a command of our own
        address = f"http://localhost:{port}"
        try:
            _wait_until_healthy(address, process)
            yield address
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def foreign() -> list[str]:
    """Collect the addresses outside this machine that a page asked for; the test fails if there is one."""
    return []


@pytest.fixture
def open_page(browser: Browser, server: str, foreign: list[str]) -> Iterator[Callable[..., Page]]:
    """Return a function that opens the page with a query and waits for its map; the network ends at this machine."""
    contexts: list[BrowserContext] = []

    def watch(request: Request) -> None:
        if not request.url.startswith((server, "data:", "blob:")):
            foreign.append(request.url)

    def open_it(query: str = "", *, width: int = 1280, height: int = 900, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **{"locale": "en-GB", **options})
        contexts.append(context)
        context.route(lambda url: not url.startswith(server), lambda route: route.abort())
        page = context.new_page()
        page.on("request", watch)
        page.goto(f"{server}/{query}")
        map_of(page).locator("html.drawn path.unit-PE-LOR").wait_for(state="attached", timeout=30_000)
        settle(page)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert foreign == []


def map_of(page: Page):  # noqa: ANN201 - Playwright's FrameLocator
    """Return the frame of the map."""
    return page.frame_locator(".st-key-map iframe")


def settle(page: Page) -> None:
    """Wait until no run of the page is under way."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=20_000)


def classes(page: Page, name: str) -> set[str]:
    """Return the classes of the path of a unit or place, without those that Leaflet adds."""
    value = map_of(page).locator(f"path.{name}").get_attribute("class") or ""
    return {item for item in value.split() if not item.startswith("leaflet")}
