"""A choice is painted on the map before the server answers: the answers are held back here until a test lets them through."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Final

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import map_of, settle

READY = "() => window.Ingreso?.instant?.isReady()"
FRAME = "() => new Promise(requestAnimationFrame)"
FILLS = "paths => Object.fromEntries(paths.map(path => [path.dataset.key, getComputedStyle(path).fill]))"
WATCH = """() => {
  window.changes = [];
  const note = (records) => window.changes.push(...records.map(({ type, target, attributeName }) =>
    `${type} ${attributeName} ${target.getAttribute("class")}`));
  new MutationObserver(note).observe(document.querySelector(".leaflet-map-pane"), { subtree: true, childList: true, attributes: true });
}"""
WAIT_SECONDS: Final = 20


@dataclass(slots=True)
class Line:
    """The connections of a page, whose answers can be held back."""

    is_held: bool = False
    held: list[tuple[WebSocketRoute, str | bytes]] = field(default_factory=list)
    change: Callable[[bytes], bytes] = field(default=lambda message: message)
    """What is done with an answer before it is passed on."""

    def connect(self, socket: WebSocketRoute) -> None:
        """Connect a page to its server."""
        socket.connect_to_server().on_message(lambda message: self._take(socket, message))

    def _take(self, socket: WebSocketRoute, message: str | bytes) -> None:
        if self.is_held:
            self.held.append((socket, message))
        else:
            socket.send(self._changed(message))

    def _changed(self, message: str | bytes) -> str | bytes:
        return self.change(message) if isinstance(message, bytes) else message

    def release(self) -> None:
        """Pass on what was held back, and hold back no more."""
        self.is_held = False
        held, self.held = self.held, []
        for socket, message in held:
            socket.send(self._changed(message))

    def views(self) -> list[dict[str, Any]]:
        """Return the views of the map that are held back."""
        found = (layer_of(message) for _, message in self.held if isinstance(message, bytes))
        return [json.loads(text) for text in found if text]

    def finished(self) -> int:
        """Return the number of runs whose end is held back."""
        return sum(read(message).WhichOneof("type") == "script_finished" for _, message in self.held)


def read(message: str | bytes) -> ForwardMsg:
    """Return a message of the server."""
    read_message = ForwardMsg()
    read_message.ParseFromString(message if isinstance(message, bytes) else b"")
    return read_message


def layer_of(message: bytes) -> str:
    """Return the view that a message brings to the map; empty where it brings none."""
    instance = read(message).delta.new_element.component_instance
    found = re.search(r"atlas\.answer\((.*)\);", json.loads(instance.json_args).get("feature_group") or "" if instance.json_args else "")
    return found[1] if found else ""


@pytest.fixture
def line() -> Line:
    """Return the line between page and server."""
    return Line()


@pytest.fixture
def open_ready(open_page: Callable[..., Page], line: Line) -> Callable[..., Page]:
    """Return a function that opens the page and waits until it paints choices at once."""

    def open_it(query: str = "", **options: object) -> Page:
        page = open_page(query, on_socket=lambda socket: line.connect(socket), **options)  # noqa: PLW0108 - Playwright marks what it is given
        page.wait_for_function(READY)
        return page

    return open_it


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Let frame after frame pass until something holds."""
    end = monotonic() + WAIT_SECONDS
    while not holds():
        assert monotonic() < end, "nothing has come"
        page.evaluate(FRAME)


def fills(page: Page) -> dict[str, str]:
    """Return the fills of units and dots, by id."""
    found: dict[str, str] = map_of(page).locator("path.unit, path.place").evaluate_all(FILLS)
    return found


def watch(page: Page) -> Callable[[], list[str]]:
    """Watch the map; the function that is returned says what has changed in it since."""
    frame = page.frame(url=re.compile("streamlit_folium"))
    assert frame is not None
    frame.evaluate(WATCH)
    return lambda: frame.evaluate("window.changes")


def switch(page: Page) -> None:
    """Switch an act off."""
    page.locator(".st-key-auth-31758 label").first.click()


def press_switch(page: Page) -> None:
    """Switch an act off with the keyboard."""
    page.locator(".st-key-auth-31758 input").press("Space")


def choose_role(page: Page) -> None:
    """Leave the places of authorised presence out."""
    page.locator(".st-key-role button[data-variant]").first.click()


def press_role(page: Page) -> None:
    """Do so with the keyboard."""
    page.locator(".st-key-role button[data-variant]").first.press("Enter")


def choose_basis(page: Page) -> None:
    """Let the source texts alone count."""
    page.locator(".st-key-basis [data-testid=stRadioOption]").last.click()


def choose_min(page: Page) -> None:
    """Ask for two independent sources."""
    page.locator(".st-key-min [data-testid=stRadioOption]").last.click()


def press_min(page: Page) -> None:
    """Do so with the keyboard."""
    page.locator(".st-key-min input").first.press("ArrowDown")


CHOICES = {
    "an act": switch,
    "an act by key": press_switch,
    "a role": choose_role,
    "a role by key": press_role,
    "a basis": choose_basis,
    "a number of sources": choose_min,
    "a number of sources by key": press_min,
}


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_is_painted_before_the_answer_which_paints_nothing_again(
    open_ready: Callable[..., Page], line: Line, said: list[str], name: str
) -> None:
    """Fills are those of the choice while the answer is held back; when it comes, nothing on the map is touched."""
    page = open_ready()
    before = fills(page)
    line.is_held = True
    CHOICES[name](page)
    page.evaluate(FRAME)
    painted = fills(page)
    assert painted != before
    until(page, lambda: line.finished() > 0)
    changes = watch(page)
    line.release()
    settle(page)
    assert (changes(), fills(page)) == ([], painted)
    page.reload()  # the server paints alone at first
    map_of(page).locator("html.drawn path.unit-PE-LOR").wait_for(state="attached")
    settle(page)
    assert fills(page) == painted
    assert [text for text in said if text.startswith("Ingreso")] == []
