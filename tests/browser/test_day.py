"""A day on the page: what is in force on it, and what is in force on the reader's own day."""

from collections.abc import Callable
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

IN_2023 = datetime(2023, 7, 1, 12, tzinfo=UTC)


def today_marks(page: Page) -> list[str]:
    """Return the marks of today that are seen in the sidebar and the headline."""
    switches = "[class*='st-key-auth-'] label"
    written = "(elements, pseudo) => elements.map(each => getComputedStyle(each, pseudo).content)"
    said = page.locator(switches).evaluate_all(written, "::after") + page.locator(".today").evaluate_all(written, "::before")
    return [text for text in said if text != "none"]


def is_marked(page: Page, act_id: str) -> bool:
    """Whether the switch of an act says that it is in force today."""
    content = page.locator(f".st-key-auth-{act_id} label").evaluate("label => getComputedStyle(label, '::after').content")
    return content == '"today"'


def test_an_act_in_force_today_is_marked_by_the_browsers_day(open_page: Callable[..., Page]) -> None:
    """On a day of the act of 2023 its card says so, and a line stands on the axis; a year later neither does."""
    page = open_page("?lang=en", now=IN_2023)
    page.wait_for_function("document.adoptedStyleSheets.length > 0")
    assert (is_marked(page, "31758"), is_marked(page, "9307")) == (True, False)
    line, axis = page.locator(".tl-today").first, page.locator(".tl-days").first
    expect(line).to_be_attached()
    left, right = (box["x"] + box["width"] * share for box in [axis.bounding_box()] for share in (0, 1) if box)
    at = line.bounding_box()
    assert at
    assert left < at["x"] < right
    later = open_page("?lang=en", now=IN_2023.replace(year=2025))
    expect(later.locator(".st-key-card-31758")).to_be_visible()
    assert not today_marks(later)


def test_an_act_without_an_end_is_in_force_on_any_later_day(open_page: Callable[..., Page]) -> None:
    """Nobody states that it has ended; before its first day it is not in force."""
    page = open_page("?lang=en", now=IN_2023.replace(year=2040))
    script = "import(new URL('assets/page/0/today.js', document.baseURI))"
    mark = f"([id, act]) => {script}.then(own => own.markToday({{[id]: act}}, 'today'))"
    page.evaluate(mark, ["31758", {"start": "2023-06-01", "end": ""}])
    assert is_marked(page, "31758")
    page.evaluate(mark, ["31758", {"start": "2041-06-01", "end": ""}])
    assert not is_marked(page, "31758")


def test_an_act_that_is_off_is_named_beside_the_number_of_the_others(open_page: Callable[..., Page]) -> None:
    """The line on the acts that are off says which of them is in force today."""
    page = open_page("?lang=en&auth=9307", now=IN_2023)
    expect(page.locator(".counts .today")).to_be_visible()
    assert sorted(today_marks(page)) == ['"In force today: 2023 training. "', '"today"']


def test_a_day_of_the_axis_leaves_what_is_in_force_on_it(open_page: Callable[..., Page]) -> None:
    """A click on the axis is a day: its acts alone are on, and the headline says so."""
    page = open_page("?lang=en")
    axis = page.locator(".tl-days").last
    axis.scroll_into_view_if_needed()
    box = axis.bounding_box()
    assert box
    axis.click(position={"x": box["width"] * 0.8, "y": box["height"] / 2})
    expect(page.locator(".headline .day")).to_contain_text(": 1 of 2 known acts.")
    expect(page.locator(".st-key-auth-31758 input")).not_to_be_checked()
    expect(page.locator(".st-key-auth-9307 input")).to_be_checked()
