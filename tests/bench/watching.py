"""A visitor's browser: what it does is done with real pointer events, what it times it times by its own clock.

Playwright opens and clicks, but never tells the time: a script in the page (``watching.js``) writes down when
a click was made and what stood on the screen in each frame that was drawn after it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import time
from typing import Any, Final, Self

from playwright.sync_api import Browser, BrowserContext, Error, Frame, Page, WebSocket, sync_playwright

from tests.bench.changes import Change, find_change
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
WAIT_MS: Final = 90_000
REST_MS: Final = 300
"""A page that has not changed for so long is at rest; the next click meets an idle server."""
DESK: Final[Mapping[str, Any]] = {"viewport": {"width": 1280, "height": 900}}
PHONE: Final[Mapping[str, Any]] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Return a headless chromium that reaches nothing but this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def open_device(browser: Browser, subject: Subject, device: Mapping[str, Any] = DESK) -> Iterator[BrowserContext]:
    """Return a visitor's device with an empty cache, on which a page is watched."""
    context = browser.new_context(locale="en-GB", **device)
    context.add_init_script(_watching_script(subject))
    yield context
    context.close()


@dataclass(slots=True)
class Visitor:
    """A visitor, looking at one page."""

    server: Server
    page: Page
    opened: float = 0.0
    """When the page was asked for: seconds since the epoch."""
    rest_ms: float = REST_MS
    received: list[int] = field(default_factory=list)
    """Sizes of the websocket frames that came in, bytes."""

    @classmethod
    def visit(
        cls, device: BrowserContext, server: Server, *, port: int = 0, prepare: Callable[[Page], None] | None = None
    ) -> Self:
        """Open a page and return at once, as soon as the server has answered.

        Parameters
        ----------
        port
            Where the server is asked, if not at its own: that of a proxy.
        prepare
            What is done with the page before it is opened.
        """
        page = device.new_page()
        page.set_default_timeout(WAIT_MS)
        if prepare:
            prepare(page)
        visitor = cls(server, page)
        visitor.opened = time()
        page.goto(f"http://localhost:{port or server.port}{server.subject.path}", wait_until="commit")
        return visitor

    @classmethod
    def arrive(cls, browser: Browser, server: Server, *, port: int = 0, round_trip_ms: float = 0.0) -> Self:
        """Open a page, wait for its first view, and change the filter a few times, so that everything is warm."""
        context = browser.new_context(locale="en-GB", **DESK)
        context.add_init_script(_watching_script(server.subject))
        visitor = cls.visit(context, server, port=port)
        visitor.rest_ms += 2 * round_trip_ms
        visitor.first_view()
        for _ in range(WARM_UPS + WARM_UPS % 2):  # an even number, so that the filter stands as it did
            visitor.change_filter()
        return visitor

    def leave(self) -> None:
        """Close the page and what it has kept."""
        self.page.context.close()

    def weigh(self) -> None:
        """Note the size of what is received from the next visit on; this costs a little time."""
        self.page.on("websocket", lambda socket: self._weigh(socket))  # noqa: PLW0108 - Playwright marks what it is given
        self.page.reload(wait_until="commit")
        self.first_view()

    def first_view(self) -> float:
        """Wait for the first complete view; return when it stood as it stands at rest, seconds since the epoch."""
        self._hear("shown", self.server.subject.drawn)
        self.rest()
        return find_change(self._log(), "shown").time / 1000

    def first_time(self, reading: str) -> float | None:
        """Return when a reading was first taken, seconds since the epoch; None if it never was."""
        return next((float(entry["time"]) / 1000 for entry in self._log() if entry["name"] == reading), None)

    def rest(self) -> None:
        """Wait until nothing happens any more."""
        self._evaluate(f"Promise.race([bench.settled({self.rest_ms}), {_LATE}])")

    def change_filter(self) -> Change:
        """Click the filter; return when what it repaints stood as it stands at rest."""
        return self._click(*self._middle_of(self.server.subject.switch), "shown")

    def change_aside(self) -> None:
        """Click the other filter, where there is one, so that the next view is one that the browser has not just seen."""
        if self.server.subject.aside:
            self.page.mouse.click(*self._middle_of(self.server.subject.aside))
            self.rest()

    def choose_place(self) -> Change:
        """Click a place on the map; return when its detail stood as it stands at rest."""
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

    def _click(self, x: float, y: float, reading: str) -> Change:
        """Click where the pointer already is, as a hand does, so that what a page does about its arrival is not timed."""
        self.page.mouse.move(x, y)
        self.rest()
        self._evaluate("void (bench.log = [])")
        self.page.mouse.click(x, y)
        self._hear(reading, "() => true")
        self.rest()
        return find_change(self._log(), reading)

    def _log(self) -> list[Mapping[str, Any]]:
        log: list[Mapping[str, Any]] = self.page.evaluate("bench.log")
        return log

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
_PICTURE = "document.querySelector('#first-view svg')?.getBoundingClientRect().width > 0 ? 'seen' : null"


def _watching_script(subject: Subject) -> str:
    usable = f"document.querySelector({json.dumps(subject.switch)}) ? 'there' : null" if subject.switch else ""
    readings = {"shown": subject.shown, "detail": subject.detail, "picture": _PICTURE, "usable": usable}
    functions = ", ".join(f"{name}: (document) => {reading}" for name, reading in readings.items() if reading)
    described = (
        f"{{mapFrame: {json.dumps(MAP_FRAME)}, shownInMap: {json.dumps(subject.shown_in_map)}, readings: {{{functions}}}}}"
    )
    script = (Path(__file__).parent / "watching.js").read_text(encoding="utf-8")
    return f"(() => {{ const SUBJECT = {described};\n{script}\n}})();"
