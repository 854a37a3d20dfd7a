"""The real page in a real browser: the server as a visitor meets it, and Debian's chromium with no way to the internet."""

from collections.abc import Callable, Iterator
from datetime import datetime
from time import monotonic

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, WebSocketRoute, expect, sync_playwright

from tests.browser.serving import serve

expect.set_options(timeout=20_000)  # milliseconds: a machine may be busy with other things; what is true at once costs no time

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Run the page as the README says, on a free port, and return its address."""
    with serve() as running:
        yield running.address


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
def said() -> list[str]:
    """Collect what the browser says on its console while a page is open."""
    return []


@pytest.fixture
def sockets() -> list[WebSocketRoute]:
    """Collect the connections that a page opens to the server."""
    return []


@pytest.fixture
def open_page(  # noqa: PLR0917 - pytest gives them by name
    browser: Browser, server: str, foreign: list[str], said: list[str], sockets: list[WebSocketRoute]
) -> Iterator[Callable[..., Page]]:
    """Return a function that opens the page with a query and waits for its map; the network ends at this machine.

    ``at`` is the address of another server than the one that the tests share; ``now`` is the time of the browser's
    clock, ``on_socket`` makes the page's connections.
    """
    contexts: list[BrowserContext] = []

    def connect(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        sockets.append(socket)

    def open_it(
        query: str = "",
        *,
        width: int = 1280,
        height: int = 900,
        at: str = server,
        now: datetime | None = None,
        on_socket: Callable[[WebSocketRoute], None] = connect,
        **options: object,
    ) -> Page:
        def watch(request: Request) -> None:
            if not request.url.startswith((at, "data:", "blob:")):
                foreign.append(request.url)

        context = browser.new_context(viewport={"width": width, "height": height}, **{"locale": "en-GB", **options})
        contexts.append(context)
        context.route(lambda url: not url.startswith(at), lambda route: route.abort())
        context.route_web_socket("**", on_socket)
        page = context.new_page()
        if now:
            page.clock.set_fixed_time(now)
        page.on("request", watch)
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{at}/{query}")
        map_of(page).locator("html.drawn path.unit-PE-LOR").wait_for(state="attached", timeout=30_000)
        page.locator(".headline").wait_for(timeout=30_000)
        settle(page)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert foreign == []


def map_of(page: Page):  # noqa: ANN201 - Playwright's FrameLocator
    """Return the frame of the map."""
    return page.frame_locator(".st-key-map iframe")


DRAWN = "() => new Promise(go => setTimeout(() => requestAnimationFrame(() => requestIdleCallback(go, {timeout: 5000})), 50))"


def settle(page: Page) -> None:
    """Wait until no run of the page is under way, what the last one sent is drawn, and the page listens to clicks and keys.

    Streamlit's page says that a run has ended before it draws what it still holds back, 10 ms at a time.
    """
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=20_000)
    page.locator("html.links-ready").wait_for(state="attached", timeout=20_000)
    page.locator("#first-view").wait_for(state="detached", timeout=20_000)
    page.evaluate(DRAWN)


MOVING = """() => Promise.all(document.getAnimations()
    .filter((animation) => Number.isFinite(animation.effect.getComputedTiming().endTime))
    .map((animation) => animation.finished.catch(() => {})))"""


def come_to_rest(page: Page) -> None:
    """Wait until the page is settled and no transition or animation that has an end is under way."""
    settle(page)
    page.evaluate(MOVING)


def wait_until(page: Page, condition: Callable[[], bool]) -> None:
    """Wait until something holds in this process, while the browser goes on; fail after 20 s."""
    end = monotonic() + 20
    while not condition():
        assert monotonic() < end
        page.wait_for_timeout(20)


def classes(page: Page, name: str) -> set[str]:
    """Return the classes of the path of a unit or place, without those that Leaflet adds."""
    value = map_of(page).locator(f"path.{name}").get_attribute("class") or ""
    return {item for item in value.split() if not item.startswith("leaflet")}
