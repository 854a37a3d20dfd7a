"""A visitor's browser: what it does is done with real pointer events, what it times it times by its own clock.

Playwright opens and clicks, but never tells the time: a script in the page (``watching.js``) writes down when
a click was made and when what the reader sees changed.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import time
from typing import Any, Final, Self

from playwright.sync_api import Browser, Error, Frame, Page, WebSocket, sync_playwright

from tests.bench.plans import WARM_UPS
from tests.bench.servers import NotMeasuredError, Server
from tests.bench.subjects import MAP_FRAME, Subject

FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",  # there is no network but this machine
)
CHROMIUM: Final = "/usr/bin/chromium"
WAIT_MS: Final = 30_000
REST_MS: Final = 300
"""A page that has not changed for so long is at rest; the next click meets an idle server."""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Return a headless chromium that reaches nothing but this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass(slots=True)
class Visitor:
    """A visitor with an empty cache, looking at one page."""

    server: Server
    page: Page
    opened: float
    """When the page was asked for: seconds since the epoch."""
    received: list[int] = field(default_factory=list)
    """Sizes of the websocket frames that came in, bytes."""

    @classmethod
    def visit(cls, browser: Browser, server: Server, *, weigh: bool = False) -> Self:
        """Open a page and return at once, as soon as the server has answered.

        Parameters
        ----------
        weigh
            Note the size of what is received; this costs a little time.
        """
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
        context.add_init_script(_watching_script(server.subject))
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        visitor = cls(server, page, 0.0)
        if weigh:
            page.on("websocket", lambda socket: visitor._weigh(socket))  # noqa: PLW0108 - Playwright marks what it is given
        visitor.opened = time()
        page.goto(server.address, wait_until="commit")
        return visitor

    @classmethod
    def arrive(cls, browser: Browser, server: Server, *, weigh: bool = False) -> Self:
        """Open a page, wait for its first view, and change the filter a few times, so that everything is warm."""
        visitor = cls.visit(browser, server, weigh=weigh)
        visitor.first_view()
        visitor.rest()
        for _ in range(WARM_UPS + WARM_UPS % 2):  # an even number, so that the filter stands as it did
            visitor.change_filter()
        return visitor

    def leave(self) -> None:
        """Close the page."""
        self.page.context.close()

    def first_view(self) -> float:
        """Wait for the first complete view; return when it was there, seconds since the epoch."""
        self._hear("shown", self.server.subject.drawn)
        drawn = f"entry => entry.name === 'shown' && ({self.server.subject.drawn})(entry.value)"
        when: float = self.page.evaluate(f"bench.log.find({drawn}).time")
        return when / 1000

    def rest(self) -> None:
        """Wait until nothing happens any more."""
        self._evaluate(f"Promise.race([bench.settled({REST_MS}), {_LATE}])")

    def change_filter(self) -> float:
        """Click the filter; return the milliseconds from the click to what it repaints."""
        return self._click(*self._middle_of(self.server.subject.switch), "shown")

    def change_aside(self) -> None:
        """Click the other filter, where there is one, so that the next view is one that the browser has not just seen."""
        if self.server.subject.aside:
            self.page.mouse.click(*self._middle_of(self.server.subject.aside))
            self.rest()

    def choose_place(self) -> float:
        """Click a place on the map; return the milliseconds from the click to its detail."""
        x, y = self._place_point(self.server.subject.place)
        return self._click(x, y, "detail")

    def put_back(self) -> None:
        """Have no place chosen, or another one, so that the next click on the place changes the detail."""
        x, y = self._place_point(self.server.subject.other)
        self._click(x, y, "detail")

    def mark_map(self) -> None:
        """Leave a mark in the document of the map."""
        self.map_frame().evaluate("window.benchMark = 'here'")

    def mark_is_left(self) -> bool:
        """Whether the mark is still there: the map has not been mounted anew."""
        return self.map_frame().evaluate("window.benchMark === 'here'") is True

    def map_frame(self) -> Frame:
        """Return the frame of the map.

        Raises
        ------
        NotMeasuredError
            If the page has none.
        """
        for frame in self.page.frames:
            if MAP_FRAME in frame.url and not frame.is_detached():
                return frame
        message = f"the {self.server.subject.name} has no map"
        raise NotMeasuredError(message)

    def _click(self, x: float, y: float, reading: str) -> float:
        """Click where the pointer already is, as a hand does, so that what a page does about its arrival is not timed."""
        self.page.mouse.move(x, y)
        self.rest()
        self._evaluate("void (bench.log = [])")
        self.page.mouse.click(x, y)
        self._hear(reading, "() => true")
        log: list[Mapping[str, Any]] = self.page.evaluate("bench.log")
        clicked = next(entry["time"] for entry in log if entry["name"] == "click")
        changed = next(entry["time"] for entry in log if entry["name"] == reading)
        self.rest()
        return float(changed - clicked)

    def _hear(self, name: str, fits: str) -> None:
        self._evaluate(f"Promise.race([bench.heard('{name}', {fits}), {_LATE}])")

    def _evaluate(self, script: str) -> None:
        """Run a script in the page; one that returns false has waited in vain."""
        try:
            outcome = self.page.evaluate(script)
        except Error as error:
            message = f"{self.server.subject.name}: {error.message}"
            raise NotMeasuredError(message) from error
        if outcome is False:
            message = f"{self.server.subject.name}: nothing changed in {WAIT_MS / 1000:g} s"
            raise NotMeasuredError(message)

    def _place_point(self, place: str) -> tuple[float, float]:
        """Return a point of the window where the pointer meets the path of a place."""
        frame = self.map_frame()
        x, y = frame.evaluate(_POINT_ON.replace("PLACE", place))
        box = frame.frame_element().bounding_box()
        if box is None:
            message = f"{self.server.subject.name}: the map is not to be seen"
            raise NotMeasuredError(message)
        return x + box["x"], y + box["y"]

    def _middle_of(self, selector: str) -> tuple[float, float]:
        box = self.page.locator(selector).first.bounding_box()
        if box is None:
            message = f"{self.server.subject.name}: {selector} is not to be seen"
            raise NotMeasuredError(message)
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def _weigh(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: self.received.append(len(payload)))


_LATE = f"new Promise(late => setTimeout(() => late(false), {WAIT_MS}))"
_POINT_ON = """(() => {
  const path = PLACE;
  const { left, top, width, height } = path.getBoundingClientRect();
  for (let row = 1; row < 12; row += 1)
    for (let column = 1; column < 12; column += 1) {
      const [x, y] = [left + (width * column) / 12, top + (height * row) / 12];
      if (document.elementFromPoint(x, y) === path) return [x, y];
    }
  throw new Error("the place is covered");
})()"""


def _watching_script(subject: Subject) -> str:
    detail = f"(document) => {subject.detail}" if subject.detail else "null"
    described = (
        f"{{mapFrame: {json.dumps(MAP_FRAME)}, shownInMap: {json.dumps(subject.shown_in_map)}, "
        f"shown: (document) => {subject.shown}, detail: {detail}}}"
    )
    script = (Path(__file__).parent / "watching.js").read_text(encoding="utf-8")
    return f"(() => {{ const SUBJECT = {described};\n{script}\n}})();"
