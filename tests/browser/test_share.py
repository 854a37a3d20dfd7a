"""Sharing in the browser: what is copied opens the same view, and nothing of it costs the page a run."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle, wait_until

VIEW = "?auth=9307&place=pisco&lang=en&at=-13.0,-76.5,7"


def open_drawer(page: Page) -> None:
    """Press the button and wait for the drawer."""
    page.locator(".st-key-share button").click()
    page.locator(".st-key-share-panel .copy-line").wait_for()
    settle(page)


def copied(page: Page) -> str:
    """Return what is on the clipboard."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def allow_clipboard(page: Page, server: str) -> None:
    """Let the page write to the clipboard, and the test read it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)


def test_the_copied_link_restores_the_view(open_page: Callable[..., Page], server: str) -> None:
    """It is the whole address of the present view; who opens it sees the same headline and place, without a notice."""
    page = open_page(VIEW)
    allow_clipboard(page, server)
    open_drawer(page)
    button = page.locator(".st-key-share-panel button.copy").first
    button.click()
    expect(button).to_have_text("Copied")
    link = copied(page)
    assert unquote(link) == unquote(page.url)
    other = open_page(link.removeprefix(f"{server}/"))
    expect(other.locator(".st-key-detail h2")).to_have_text("Pisco")
    expect(other.locator(".st-key-notice")).to_have_count(0)
    headlines = [each.locator(".st-key-headline .headline").text_content() for each in (page, other)]
    assert headlines[0] == headlines[1]


def test_the_drawer_is_for_the_keyboard_too(open_page: Callable[..., Page]) -> None:
    """Enter opens it with the focus inside, Tab leads through it and stays in it, Escape closes it and gives the focus back."""
    page = open_page()
    page.locator(".st-key-share button").focus()
    page.keyboard.press("Enter")
    drawer = page.locator('[role="dialog"]')
    expect(drawer.locator(".copy-line")).to_be_visible()
    settle(page)
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.closest('[role=dialog]') !== null"))
    assert all(reached)
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    expect(page.locator(".st-key-share button")).to_be_focused()
    settle(page)
    page.locator(".st-key-auth-31758 label").first.click()
    expect(page.locator(".st-key-headline")).not_to_contain_text("2023 training")
    expect(page.locator(".st-key-headline")).to_contain_text("2024 APEC")
    expect(drawer).to_have_count(0)


def test_the_preview_is_the_embedded_page_itself(open_page: Callable[..., Page]) -> None:
    """The frame shows the map of the view at the size of its markup, scaled into the drawer; a preset changes both."""
    page = open_page(VIEW)
    open_drawer(page)
    page.locator(".st-key-share-part").get_by_text("Embed", exact=True).click()
    frame = page.locator(".embed-preview iframe")
    inside = frame.content_frame
    inside.frame_locator(".st-key-map iframe").locator("path.place-pisco.selected").wait_for(state="attached", timeout=30_000)
    expect(inside.locator(".st-key-headline")).to_contain_text("2024 APEC, 4–24 November 2024: Lima, Chiclayo, Pisco")
    assert frame.evaluate("frame => [frame.offsetWidth, frame.offsetHeight]") == [680, 860]
    page.locator(".st-key-share-panel").get_by_text("Phone", exact=True).click()
    expect(page.locator(".st-key-share-panel pre")).to_contain_text('width="360" height="820"')
    expect(page.locator(".st-key-share-embed-width input")).to_have_value("360")
    assert frame.evaluate("frame => [frame.offsetWidth, frame.offsetHeight]") == [360, 820]


@pytest.mark.parametrize(("name", "start"), [("csv", b"\xef\xbb\xbf"), ("svg", b"<svg"), ("zip", b"PK")])
def test_a_file_is_made_when_it_is_pressed(open_page: Callable[..., Page], name: str, start: bytes) -> None:
    """The file comes under its name; the page does not run for it, and drawer and view stay as they are."""
    page = open_page(VIEW)
    open_drawer(page)
    button = page.locator(f".st-key-share-get-{name} button")
    expect(page.locator(".st-key-share-line-zip .size")).to_contain_text("B", timeout=20_000)
    settle(page)
    page.evaluate("""() => {
        window.runs = 0;
        new MutationObserver(() => { window.runs += 1; }).observe(
            document.querySelector('[data-testid="stApp"]'), { attributeFilter: ["data-test-script-state"] });
    }""")
    address = page.url
    with page.expect_download(timeout=60_000) as download:
        button.click()
    assert download.value.suggested_filename.startswith("ingreso_")
    assert download.value.suggested_filename.endswith(f"_9307_2024-11-04_2024-11-24_en.{name}")
    assert Path(download.value.path()).read_bytes().startswith(start)
    assert (page.evaluate("window.runs"), page.url) == (0, address)
    expect(button).to_be_visible()


def test_copying_needs_no_clipboard_of_the_browser(open_page: Callable[..., Page], server: str) -> None:
    """Where the page comes without TLS there is no clipboard object; two clicks in a row leave the button its own label."""
    page = open_page(VIEW)
    allow_clipboard(page, server)
    open_drawer(page)
    button = page.locator(".st-key-share-panel button.copy").first
    page.evaluate("""() => {
        window.clipboard = navigator.clipboard;
        Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
        const { setTimeout: start } = window;
        window.timers = 0;
        window.setTimeout = (act, delay, ...rest) => {
            const isLabel = delay === 1200; // after which a button has its own label again
            window.timers += isLabel;
            return start((...values) => { act(...values); window.timers -= isLabel; }, delay, ...rest);
        };
    }""")
    button.click()
    button.click()
    expect(button).to_be_focused()
    expect(button).to_have_text("Copy link")
    wait_until(page, lambda: page.evaluate("window.timers") == 0)
    expect(button).to_have_text("Copy link")
    assert str(page.evaluate("window.clipboard.readText()")).startswith(f"{server}/?v=1&auth=9307&")
