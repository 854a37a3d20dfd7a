"""The first view: there before any script and without one, gone when the page's own map is painted, and never said twice."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import map_of
from tests.browser.test_everyone import violations

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
BOX = "e => { const box = e.getBoundingClientRect(); return [box.x, box.y, box.width, box.height].map(Math.round); }"


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that makes an empty page; Playwright's options of a browser context."""
    contexts = []

    def make(**options: object) -> Page:
        contexts.append(browser.new_context(**{"viewport": DESK, "locale": "en-GB", **options}))
        return contexts[-1].new_page()

    yield make
    for context in contexts:
        context.close()


def open_when_drawn(page: Page, address: str) -> None:
    """Open an address once its first view is drawn; a request waits for the drawing, but not for long."""
    for _ in range(20):
        page.goto(address, wait_until="commit")
        if page.locator("#first-view").count():
            return


class SlowMap:
    """Keeps the frame of a page's map waiting, as a slow line does."""

    def __init__(self, page: Page) -> None:
        self._held: list[Route] = []
        self._is_open = False
        page.route("**/component/streamlit_folium*/**", self._take)

    def _take(self, route: Route) -> None:
        if self._is_open:
            route.continue_()
        else:
            self._held.append(route)

    def let_go(self) -> None:
        """Let the frame come."""
        self._is_open = True
        while self._held:
            self._held.pop().continue_()


def spoken_titles(page: Page) -> int:
    """Return how often a screen reader finds the title, in the tree that the browser itself makes for it."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    headings = (node for node in nodes if node.get("role", {}).get("value") == "heading" and not node["ignored"])
    return sum(node["name"]["value"].startswith("Where US forces") for node in headings)


@pytest.mark.parametrize(("size", "theme", "locale"), [(PHONE, "dark", "es-PE"), (DESK, "light", "en-GB")])
def test_without_scripts_it_is_the_page(  # noqa: PLR0917 - pytest gives them by name
    new_page: Callable[..., Page], server: str, size: dict[str, int], theme: str, locale: str
) -> None:
    """In the reader's language and theme, as wide as the screen, with a map and the way to its places."""
    page = new_page(viewport=size, color_scheme=theme, locale=locale, java_script_enabled=False)
    open_when_drawn(page, f"{server}/?auth=9307")
    view = page.locator("#first-view")
    expect(view).to_have_attribute("lang", locale[:2])
    expect(view.locator("h1")).to_contain_text("2024" if locale[:2] == "en" else "APEC")
    expect(view.locator(".map path.unit, .map g.unit").first).to_be_visible()
    expect(view).to_have_css("background-color", "rgb(21, 25, 28)" if theme == "dark" else "rgba(0, 0, 0, 0)")
    expect(page.get_by_text("enable JavaScript")).to_have_count(0)
    view.locator("nav a").first.click()
    expect(page).to_have_url(re.compile("#first-view-places$"))
    expect(view.locator("#first-view-places h2")).to_be_in_viewport()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_page_takes_over_in_its_place(new_page: Callable[..., Page], server: str, size: dict[str, int]) -> None:
    """Until the map is painted the view covers the page, which is hidden; then it is gone, and the title stays in place."""
    page = new_page(viewport=size)
    slow = SlowMap(page)
    open_when_drawn(page, server)
    view, title = page.locator("#first-view"), page.locator("#root h1.title")
    title.wait_for(state="attached", timeout=30_000)
    assert page.evaluate("document.getElementById('root').inert")
    assert spoken_titles(page) == 1
    before, map_before = view.locator("h1").evaluate(BOX), view.locator(".map").evaluate(BOX)
    letters = "element => getComputedStyle(element).fontSize"
    assert view.locator(".map-legend li").first.evaluate(letters) == ("11.25px" if size == PHONE else "12.75px")
    slow.let_go()
    expect(view).to_have_count(0, timeout=30_000)
    map_of(page).locator("html.drawn path.unit-PE-LOR").wait_for(state="attached", timeout=1000)
    assert not page.evaluate("document.getElementById('root').inert")
    assert spoken_titles(page) == 1
    assert title.evaluate(BOX)[:2] == before[:2]
    assert page.locator(".st-key-map iframe").evaluate(BOX) == pytest.approx(map_before, abs=2)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_keeps_nobody_out(new_page: Callable[..., Page], server: str, theme: str) -> None:
    """By itself, while no script of the page has come, axe-core finds nothing wrong with it."""
    page = new_page(viewport=PHONE, color_scheme=theme)
    page.route("**/static/js/**", lambda route: route.abort())
    open_when_drawn(page, server)
    assert violations(page) == []


def test_who_reads_on_stays_there(new_page: Callable[..., Page], server: str) -> None:
    """The focus goes from the view into the page, and the places stay where they are read."""
    page = new_page(viewport=PHONE)
    slow = SlowMap(page)
    open_when_drawn(page, server)
    page.locator("#root h1.title").wait_for(state="attached", timeout=30_000)
    page.locator("#first-view nav a").first.press("Enter")
    places = page.locator("#first-view-places")
    expect(places).to_be_in_viewport()
    slow.let_go()
    expect(page.locator("#first-view")).to_have_count(0, timeout=30_000)
    expect(page.locator(".st-key-detail")).to_be_in_viewport()
    assert page.evaluate("document.getElementById('root').contains(document.activeElement)")


@pytest.mark.parametrize("query", ["?view=facts", "?embed=true", "?place=lima"])
def test_every_kind_of_address_is_taken_over(new_page: Callable[..., Page], server: str, query: str) -> None:
    """A view without a map, a frame of another page, and an open place."""
    page = new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    open_when_drawn(page, f"{server}/{query}")
    expect(page.locator("#first-view")).to_have_count(0, timeout=30_000)
    expect(page.locator(".headline")).to_be_visible()
    assert [line for line in said if "Security Policy" in line] == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_view_without_a_map_shows_none_before(new_page: Callable[..., Page], server: str, size: dict[str, int]) -> None:
    """Title and lines stand where the page has them, and the words of the view below."""
    first = new_page(viewport=size, java_script_enabled=False)
    open_when_drawn(first, f"{server}/?view=sources")
    expect(first.locator("#first-view .map")).to_have_count(0)
    expect(first.locator("#first-view-places li").first).to_be_visible()
    page = new_page(viewport=size)
    page.goto(f"{server}/?view=sources")
    expect(page.locator("#first-view")).to_have_count(0, timeout=30_000)
    box = first.locator("#first-view h1").evaluate(BOX)
    assert page.locator("#root h1.title").evaluate(BOX) == pytest.approx(box, abs=2)
