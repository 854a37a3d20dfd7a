"""A choice is painted on the map before the server answers: the answers are held back here until a test lets them through."""

import csv
import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Final

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.conftest import map_of, settle
from tests.browser.serving import serve
from tests.conftest import FROZEN
from tests.draw.mounted import unfolded

READY = "() => window.Ingreso?.instant?.isReady()"
FRAME = "() => new Promise(requestAnimationFrame)"
FILLS = "paths => Object.fromEntries(paths.map(path => [path.dataset.key, getComputedStyle(path).fill]))"
WATCH = """() => {
  window.changes = [];
  const note = (records) => window.changes.push(...records.map(({ type, target, attributeName }) =>
    `${type} ${attributeName} ${target.getAttribute("class")}`));
  const all = { subtree: true, childList: true, attributes: true };
  new MutationObserver(note).observe(document.querySelector(".leaflet-map-pane"), all);
}"""
WAIT_SECONDS: Final = 20


@dataclass(slots=True)
class Line:
    """The connections of a page, whose answers can be held back."""

    is_held: bool = False
    held: list[tuple[WebSocketRoute, str | bytes]] = field(default_factory=list)
    change: Callable[[bytes], bytes] = field(default=lambda message: message)
    """What is done with an answer before it is passed on."""

    ends: list[WebSocketRoute] = field(default_factory=list)
    """Both ends of each connection."""

    def connect(self, socket: WebSocketRoute) -> None:
        """Connect a page to its server."""
        server = socket.connect_to_server()
        server.on_message(lambda message: self._take(socket, message))
        self.ends += [socket, server]

    def cut(self) -> None:
        """Lose the connections, and what was held back with them."""
        self.is_held, self.held = False, []
        ends, self.ends = self.ends, []
        for end in ends:
            end.close()

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
        return [unfolded(text) for text in found if text]

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
    found = re.search(
        r"atlas\.answer\((.*)\);", json.loads(instance.json_args).get("feature_group") or "" if instance.json_args else ""
    )
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


QUERIES = {"a basis": "?min=2"}  # where the corroborating pages make two
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
    page = open_ready(QUERIES.get(name, ""))
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


DATES: Final = ".st-key-dates-31758 input[type=range]"
NAMED: Final = "path.unit.named.auth-31758"


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the page with evidence in which Loreto is named for the month of June alone."""
    folder = tmp_path_factory.mktemp("dated") / "evidence"
    shutil.copytree(FROZEN, folder)
    with (folder / "claims.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        if row["place_id"] in {"loreto", "iquitos"} and row["authorisation_id"] == "31758":
            row.update(start="2023-06-01", end="2023-06-30")
    with (folder / "claims.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with serve(environment={"INGRESO_EVIDENCE": str(folder)}) as running:
        yield running.address


def open_days(page: Page) -> None:
    """Open the days of an act."""
    page.locator(".st-key-exact-31758 button").first.click()
    page.locator(DATES).first.wait_for(state="attached")
    settle(page)


def named(page: Page) -> int:
    """Return the number of regions that the act of 2023 names now."""
    return map_of(page).locator(NAMED).count()


def loreto(page: Page) -> bool:
    """Return whether Loreto is painted as named."""
    return "named" in (map_of(page).locator("path.unit-PE-LOR").get_attribute("class") or "").split()


def test_the_map_follows_a_slider_while_it_is_dragged(open_ready: Callable[..., Page], line: Line, dated: str) -> None:
    """Every move of the pointer is painted, before it is let go and before any answer; the answers paint nothing again."""
    page = open_ready(at=dated)
    open_days(page)
    track = page.locator(".st-key-dates-31758 [role=group]").bounding_box()
    assert track
    line.is_held = True
    y = track["y"] + track["height"] / 2
    page.mouse.move(track["x"] + 1, y)
    page.mouse.down()
    seen = []
    for share in (0.05, 0.3, 0.05, 0.3):
        page.mouse.move(track["x"] + track["width"] * share, y)
        page.evaluate(FRAME)
        seen.append(loreto(page))
    assert (seen, line.finished()) == ([True, False, True, False], 0)
    page.mouse.up()
    until(page, lambda: line.finished() > 0)
    painted, changes = fills(page), watch(page)
    line.release()
    settle(page)
    assert (changes(), fills(page)) == ([], painted)


def test_days_by_key_are_painted_at_once(open_ready: Callable[..., Page], line: Line, dated: str) -> None:
    """On the slider End brings the first day to the last; the answer paints nothing again."""
    page = open_ready(at=dated)
    open_days(page)
    assert loreto(page)
    line.is_held = True
    page.locator(DATES).first.press("End")
    page.evaluate(FRAME)
    assert not loreto(page)
    until(page, lambda: line.finished() > 0)
    painted, changes = fills(page), watch(page)
    line.release()
    settle(page)
    assert (changes(), fills(page)) == ([], painted)


def test_a_typed_day_is_painted_at_once(open_ready: Callable[..., Page], line: Line, dated: str) -> None:
    """July becomes June in the field of the first day, before the field tells the server, as it does when it is left."""
    page = open_ready("?d.31758=2023-07-01..2023-12-31", at=dated)
    open_days(page)
    assert not loreto(page)
    line.is_held = True
    page.locator(".st-key-start-31758 [role=spinbutton]").nth(1).press("ArrowDown")
    page.evaluate(FRAME)
    assert loreto(page)


@pytest.mark.parametrize("key", ["auth-31758", "act-chips"])
def test_a_tap_on_a_phone_is_painted_at_once(open_ready: Callable[..., Page], line: Line, key: str) -> None:
    """In the drawer of the filters, and on the chips above the map."""
    page = open_ready(width=390, height=844, has_touch=True, is_mobile=True)
    if key == "auth-31758":
        page.get_by_test_id("stExpandSidebarButton").tap()
    wanted = page.locator(f".st-key-{key} label[data-selected], .st-key-{key} button[data-variant]").first
    wanted.wait_for()
    settle(page)
    line.is_held = True
    assert named(page) > 0
    wanted.tap()
    page.evaluate(FRAME)
    assert named(page) == 0
    until(page, lambda: line.finished() > 0)
    changes = watch(page)
    line.release()
    settle(page)
    assert (changes(), named(page)) == ([], 0)


def test_an_older_answer_does_not_flash(open_ready: Callable[..., Page], line: Line, said: list[str]) -> None:
    """A choice undone before its answer: the answer of the first comes when the second is painted, and changes nothing."""
    page = open_ready()
    before = fills(page)
    line.is_held = True
    switch(page)
    until(page, lambda: line.finished() == 1)
    off = fills(page)
    switch(page)
    page.evaluate(FRAME)
    assert fills(page) == before != off
    until(page, lambda: line.finished() == 2)
    assert line.views()[0]["filters"]["acts"] == ["9307"]  # the other one the browser has kept from the first view
    changes = watch(page)
    line.release()
    settle(page)
    assert (changes(), fills(page)) == ([], before)
    assert [text for text in said if text.startswith("Ingreso")] == []


def test_choices_in_quick_succession_end_as_chosen(open_ready: Callable[..., Page], line: Line) -> None:
    """Switched off, on and off, and another act with it, before anything is answered: every answer finds the map as it is."""
    page = open_ready()
    line.is_held = True
    for _ in range(3):
        switch(page)
    page.locator(".st-key-auth-9307 label").first.click()
    page.evaluate(FRAME)
    assert map_of(page).locator("path.unit.named, path.unit.contains").count() == 0
    until(page, lambda: any(not view["filters"]["acts"] for view in line.views()))
    changes = watch(page)
    line.release()
    settle(page)
    assert changes() == []
    expect(page.locator(".headline")).to_contain_text("No act")


def test_an_answer_that_differs_wins_and_is_logged(open_ready: Callable[..., Page], line: Line, said: list[str]) -> None:
    """The server leaves out a region that the browser has painted."""

    def leave_out(message: bytes) -> bytes:
        answer = read(message)
        if not layer_of(message):
            return message
        arguments = json.loads(answer.delta.new_element.component_instance.json_args)
        arguments["feature_group"] = arguments["feature_group"].replace('"PE-LIM"', '"PE-XXX"')
        answer.delta.new_element.component_instance.json_args = json.dumps(arguments)
        return answer.SerializeToString()

    page = open_ready()
    line.change = leave_out
    line.is_held = True
    switch(page)
    page.evaluate(FRAME)
    lima = map_of(page).locator("path.unit-PE-LIM")
    assert "named" in (lima.get_attribute("class") or "")
    until(page, lambda: line.finished() > 0)
    line.release()
    expect(lima).to_have_class(re.compile(r"\boff\b"))
    assert [text.partition(".")[0] for text in said if text.startswith("Ingreso")] == [
        "Ingreso: the server has painted something else than the browser"
    ]


def test_a_choice_stays_painted_while_the_page_reconnects(open_ready: Callable[..., Page], line: Line) -> None:
    """The connection is lost with the answer on its way: the map goes on to show what the switch says."""
    page = open_ready()
    line.is_held = True
    switch(page)
    page.evaluate(FRAME)
    painted = fills(page)
    until(page, lambda: line.finished() > 0)
    changes = watch(page)
    line.cut()
    until(page, lambda: len(line.ends) > 0)  # connected anew
    settle(page)
    assert (changes(), fills(page)) == ([], painted)
    assert not page.locator(".st-key-auth-31758 input").is_checked()


def test_a_frame_of_another_page_loads_nothing_for_choices(open_page: Callable[..., Page]) -> None:
    """It has no filters."""
    page = open_page("?embed=true")
    assert page.evaluate("window.Ingreso === undefined")


def test_reset_and_back_are_the_servers(open_ready: Callable[..., Page], said: list[str]) -> None:
    """What the reader does not choose in a filter is painted by the server, after choices too; nothing is logged."""
    page = open_ready()
    before = fills(page)
    switch(page)
    settle(page)
    off = fills(page)
    page.locator(".st-key-reset button").click()
    expect(map_of(page).locator("path.unit-PE-LOR")).to_have_class(re.compile(r"\bnamed\b"))
    settle(page)
    assert fills(page) == before
    page.go_back()
    expect(map_of(page).locator("path.unit-PE-LOR")).to_have_class(re.compile(r"\boff\b"))
    settle(page)
    assert fills(page) == off
    assert [text for text in said if text.startswith("Ingreso")] == []


def test_an_answer_under_way_undoes_no_later_choice(open_ready: Callable[..., Page], line: Line) -> None:
    """The second choice is sent with the older values of all other widgets: the chips of a phone still have both acts on."""
    page = open_ready()
    line.is_held = True
    for number, act_id in enumerate(("31758", "9307"), start=1):
        page.locator(f".st-key-auth-{act_id} label").first.click()
        until(page, lambda: line.finished() >= number)  # noqa: B023 - it is called before the next round
    line.release()
    settle(page)
    expect(page.locator(".headline")).to_have_text("No act is switched on.")


def test_an_answer_under_way_keeps_the_days_that_were_chosen(open_ready: Callable[..., Page], line: Line) -> None:
    """A period is chosen, then an act is switched off: the slider's older days, which are sent along, are no choice."""
    page = open_ready()
    page.locator(".st-key-exact-31758 button").first.click()
    period = page.get_by_text("Period: 1 June – 30 September 2023 (La Lupa, in NakedCapitalism; La Jornada)")
    period.wait_for()
    settle(page)
    line.is_held = True
    period.click()
    until(page, lambda: line.finished() == 1)
    page.locator(".st-key-auth-9307 label").first.click(force=True)
    until(page, lambda: line.finished() >= 2)
    line.release()
    settle(page)
    expect(page).to_have_url(re.compile(r"auth=31758&d\.31758=2023-06-01\.\.2023-09-30"))
