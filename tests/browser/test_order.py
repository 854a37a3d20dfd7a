"""In which order a page leaves the server: what the reader waits for comes first."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any, cast

import pytest
from playwright.sync_api import Browser

from tests.bench.clients import join
from tests.bench.servers import Server
from tests.browser.conftest import settle

WATCH_PLACES = """() => {
  window.places = {};
  const look = () => {
    if (document.querySelector(".stMain style, .stMain .title")) {
      for (const selector of [".headline", ".st-key-map iframe"]) {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        const seen = window.places[selector] ??= [];
        const place = box?.width && `${Math.round(box.x)} ${Math.round(box.y)}`;
        if (place && !seen.includes(place)) seen.push(place);
      }
    }
    requestAnimationFrame(look);
  };
  look();
}"""
"""JavaScript that writes down, frame by frame, where the words and the map stand."""


def sent(address: str, query: str) -> list[str]:
    """Return the elements that a visit brings, in the order in which they come, each as text."""
    server: Any = SimpleNamespace(port=int(address.rpartition(":")[2]), subject=SimpleNamespace(widget="auth-31758"))

    async def visit() -> list[str]:
        async with join(cast("Server", server), query=query) as client:
            return [str(message.delta.new_element) for message in (await client.load()).messages]

    with ThreadPoolExecutor(1) as pool:  # Playwright keeps a loop of its own in the thread of the tests
        return pool.submit(asyncio.run, visit()).result()


def place_of(elements: list[str], mark: str) -> int:
    """Return the number of the first element that holds a text."""
    return next(number for number, element in enumerate(elements) if mark in element)


@pytest.mark.parametrize(("query", "map_is_first"), [("lang=en", True), ("lang=en&view=sources", False)])
def test_the_map_is_first_where_it_is_shown(server: str, query: str, map_is_first: bool) -> None:  # noqa: FBT001 - a parameter
    """In the view of the map it comes before the style sheet; in the others it comes after the sheet that hides it."""
    elements = sent(server, query)
    assert (place_of(elements, "streamlit_folium") < place_of(elements, "<style>")) is map_is_first
    assert place_of(elements, "<style>") < place_of(elements, "Where US forces were authorised")


def test_words_come_before_what_is_pressed(server: str) -> None:
    """Title and headline come with the map, and buttons, filters and lists after them."""
    elements = sent(server, "lang=en")
    last_word = place_of(elements, "the map shows what sources say")
    pressed = ("Share", "Compare", "Reset filters", "Places shown")
    assert [mark for mark in pressed if place_of(elements, mark) < last_word] == []


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_what_comes_later_pushes_nothing_away(browser: Browser, server: str, width: int) -> None:
    """From when the headline is drawn until the page is complete, neither it nor the map is moved, or covers the buttons."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.add_init_script(f"if (window === top) ({WATCH_PLACES})()")
    page.goto(server)
    page.locator(".st-key-reset").wait_for(state="attached")
    settle(page)
    places = page.evaluate("window.places")
    views, frame = (
        page.locator(selector).bounding_box() for selector in (".st-key-views [role=radiogroup]", ".st-key-map iframe")
    )
    context.close()
    assert views
    assert frame
    assert views["y"] + views["height"] <= frame["y"]
    assert set(places) == {".headline", ".st-key-map iframe"}
    assert {selector: len(seen) for selector, seen in places.items()} == dict.fromkeys(places, 1), places
