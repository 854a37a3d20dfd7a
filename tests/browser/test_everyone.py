"""Every reader: by keyboard, by ear, enlarged, with fingers, without motion, on paper."""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

import pytest
from playwright.sync_api import CDPSession, Frame, Page, expect

from geo.ui.views.choice import CHOICES
from geo.view import View
from tests.browser.conftest import classes, come_to_rest, map_of, settle

WIDTHS = "[document.documentElement, document.querySelector('.stMain')].map(element => element.scrollWidth)"
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}


@cache
def axe() -> str:
    """Return the script of axe-core."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong with the page and its frames: rule, element, and what to mend."""
    for frame in page.frames:
        if frame.evaluate("typeof axe === 'undefined'"):
            frame.evaluate(axe())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{rule['id']} {node['target']}: {node['failureSummary']}" for rule in found["violations"] for node in rule["nodes"]
    ]


def frame_of(page: Page) -> Frame:
    """Return the frame of the map, to run scripts in."""
    frame = page.frame(url=re.compile("streamlit_folium"))
    assert frame is not None
    return frame


def show_view(page: Page, view: View) -> None:
    """Choose a view, and wait until it is drawn."""
    page.locator(".st-key-view button").nth(CHOICES.index(view)).click()
    expect(page).to_have_url(re.compile(f"view={view.value}"))
    settle(page)


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("es", "dark")])
def test_no_view_keeps_anybody_out(open_page: Callable[..., Page], said: list[str], language: str, theme: str) -> None:
    """No rule of axe-core is broken in any view, in each language and each theme, and no security policy."""
    page = open_page(f"?lang={language}", color_scheme=theme)
    found = {"summary": violations(page)}
    map_of(page).locator("path.place-pisco").press("Enter")
    expect(page).to_have_url(re.compile("place=pisco"))
    settle(page)
    for view in CHOICES:
        show_view(page, view)
        come_to_rest(page)
        found[view.value] = violations(page)
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert len(found) == len(CHOICES) + 1
    assert [line for line in said if "Security Policy" in line] == []


def test_axe_would_find_something(open_page: Callable[..., Page]) -> None:
    """A button without a name is found on the page, and one in the frame of the map too."""
    page = open_page()
    page.evaluate("document.querySelector('.headline').append(document.createElement('button'))")
    frame_of(page).evaluate("document.querySelector('.frames').append(document.createElement('button'))")
    assert [fault.partition(" ")[0] for fault in violations(page)] == ["button-name"] * 2


def test_every_place_is_reached_and_opened_by_keyboard(open_page: Callable[..., Page]) -> None:
    """The tabulator goes to every unit and place that is shown, each with a name, and visibly; Enter opens it."""
    page = open_page()
    shown = map_of(page).locator("path.unit.named, path.unit.contains, path.place.named")
    for path in shown.all():
        assert path.get_attribute("role") == "button"
        assert path.get_attribute("tabindex") == "0"
        assert path.get_attribute("aria-label")
    first = map_of(page).locator("path[tabindex='0']").first
    first.focus()
    page.keyboard.press("Tab")
    name = frame_of(page).evaluate("document.activeElement.getAttribute('aria-label').split('.')[0]")
    stroke = frame_of(page).evaluate("getComputedStyle(document.activeElement).strokeWidth")
    assert float(stroke.removesuffix("px")) >= 2
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-detail h2")).to_have_text(name)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-detail h2")).not_to_have_text(name)


def test_a_lone_place_opens_by_keyboard_too(open_page: Callable[..., Page]) -> None:
    """A place with a single role is a button as any other."""
    page = open_page()
    iquitos = map_of(page).locator("path.place-iquitos")
    iquitos.focus()
    iquitos.press("Enter")
    expect(page.locator(".st-key-detail h2")).to_have_text("Iquitos")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_map_and_legend_are_one_picture(open_page: Callable[..., Page], width: int, height: int, language: str) -> None:
    """The start view shows map and legend together, with no hole between them."""
    page = open_page(f"?lang={language}", width=width, height=height)
    frame, legend = (page.locator(each).bounding_box() for each in (".st-key-map iframe", ".legend"))
    assert frame
    assert legend
    assert 0 <= legend["y"] - frame["y"] - frame["height"] <= 16
    assert width < height or legend["y"] + legend["height"] <= height


def test_map_legend_and_timeline_have_names(open_page: Callable[..., Page]) -> None:
    """Who hears the page is told what each of its drawings is."""
    page = open_page()
    assert page.locator(".st-key-map iframe").get_attribute("title")
    assert map_of(page).locator("#map_div").get_attribute("aria-label")
    expect(page.get_by_role("heading", name="Timeline")).to_be_visible()
    assert page.locator(".st-key-timeline .tl").get_attribute("aria-label")
    assert all(bar.get_attribute("aria-label") for bar in page.locator(".tl-window").all())


def test_twice_as_large_loses_nothing(open_page: Callable[..., Page]) -> None:
    """A window of 1280 pixels at 200 % is one of 640: nothing sticks out in any view; the filters are behind their button."""
    page = open_page("?place=lima", width=640, height=450, device_scale_factor=2)
    widths: dict[str, list[int]] = {}
    for view in CHOICES:
        show_view(page, view)
        widths[view.value] = page.evaluate(WIDTHS)
    assert len(widths) == len(CHOICES)
    assert {view: each for view, each in widths.items() if max(each) > 640} == {}
    page.locator('[data-testid="stExpandSidebarButton"]').click()
    expect(page.locator(".st-key-auth-31758")).to_be_visible()


def touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    """Put fingers on the screen, move them, or take them off."""
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})


def drag(page: Page, *starts: tuple[float, float], by: float) -> None:
    """Drag with as many fingers as there are starts, upwards by some pixels, in steps."""
    session = page.context.new_cdp_session(page)
    touch(session, "touchStart", *starts)
    for step in range(1, 11):
        touch(session, "touchMove", *((x, y - by * step / 10) for x, y in starts))
        page.evaluate("() => new Promise(requestAnimationFrame)")
    touch(session, "touchEnd")


def test_one_finger_scrolls_the_page_and_two_move_the_map(open_page: Callable[..., Page]) -> None:
    """On a phone nobody is caught in the map, and a hint in the reader's language says what moves it."""
    page = open_page("?lang=es", **PHONE)
    box = page.locator(".st-key-map iframe").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.6
    centre = "[window.map.getCenter().lat, window.map.getZoom()]"
    before = frame_of(page).evaluate(centre)
    drag(page, (x, y), by=150)
    expect(map_of(page).locator(".input-hint")).to_have_text("El mapa se mueve con dos dedos")
    assert page.evaluate("document.querySelector('.stMain').scrollTop") > 50
    assert frame_of(page).evaluate(centre) == before
    page.evaluate("document.querySelector('.stMain').scrollTo(0, 0)")
    drag(page, (x - 40, y), (x + 40, y), by=100)
    frame_of(page).wait_for_function(f"Math.abs(window.map.getCenter().lat - {before[0]}) > 0.5")


def test_a_finger_opens_a_place(open_page: Callable[..., Page]) -> None:
    """A tap is a click."""
    page = open_page(**PHONE)
    map_of(page).locator("path.unit-PE-LOR").tap(position={"x": 40, "y": 60})
    expect(page.locator(".st-key-detail h2")).to_have_text("Loreto")


def test_map_has_its_size_after_a_turn_and_out_of_hiding(open_page: Callable[..., Page]) -> None:
    """After the screen was turned, or the map shown for the first time, it fills its frame and shows the country."""
    page = open_page("?view=facts", **PHONE)
    page.set_viewport_size({"width": 844, "height": 390})
    page.locator(".st-key-view button").first.click()
    expect(page.locator(".st-key-map iframe")).to_be_visible()
    frame = frame_of(page)
    frame.wait_for_function("Math.abs(window.map.getSize().x - window.innerWidth) < 2 && window.innerWidth > 200")
    frame.wait_for_function("window.map.getBounds().contains([[-17, -76], [-1, -72]])")


def test_no_flight_for_who_wants_no_motion(open_page: Callable[..., Page]) -> None:
    """The map is where it goes at once, and animates for everybody else."""
    zooms = "window.map.setZoom(8), window.map.getZoom()"
    still = open_page(reduced_motion="reduce")
    assert frame_of(still).evaluate("window.map._zoomAnimated") is False
    assert frame_of(still).evaluate(zooms) == 8
    assert frame_of(open_page()).evaluate("window.map._zoomAnimated") is True


def test_paper_has_the_map_and_no_buttons(open_page: Callable[..., Page]) -> None:
    """Headline, map, legend and timeline are printed; sidebar, views and buttons are not."""
    page = open_page("?place=lima")
    page.emulate_media(media="print")
    for name in ("headline", "map", "legend", "timeline", "detail"):
        expect(page.locator(f".st-key-{name}").first).to_be_visible()
    for name in (".stSidebar", ".st-key-view", ".st-key-lang", ".stMain .stButton >> nth=0"):
        expect(page.locator(name)).to_be_hidden()
    assert "selected" in classes(page, "unit-PE-LIM") or "selected" in classes(page, "place-lima")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_paper_is_white_whatever_the_theme(open_page: Callable[..., Page], theme: str) -> None:
    """Ink on white."""
    page = open_page("?view=facts", color_scheme=theme)
    page.emulate_media(media="print", color_scheme=theme)
    background, ink = (
        page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{name}")
        for selector, name in ((".stApp", "backgroundColor"), ("h1", "color"))
    )
    assert (background, ink) == ("rgb(255, 255, 255)", "rgb(17, 17, 17)")


def test_paper_has_every_row_of_the_answers_open(open_page: Callable[..., Page]) -> None:
    """Before it prints, the page fetches the rows that were never sent; afterwards all is folded again."""
    page = open_page("?lang=en&view=facts")
    assert page.locator(".answers .claim").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".answers:not([hidden]) .claim").count() > 300
    assert page.locator(".answers:not([hidden]) details.question:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".answers .claim").count() == 0
    expect(page.locator(".answers")).to_be_visible()


@pytest.mark.parametrize(("width", "highest"), [(1280, 1500), (390, 2800)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_answers_can_be_skimmed(open_page: Callable[..., Page], width: int, highest: int, language: str) -> None:
    """Folded, all that the sources say is about two screens of a laptop, and three of a phone."""
    page = open_page(f"?lang={language}&view=facts", width=width)
    assert page.locator(".stMain").evaluate("main => main.scrollHeight") <= highest


@pytest.mark.parametrize("width", [680, 360])
def test_a_frame_shows_its_title(open_page: Callable[..., Page], width: int) -> None:
    """The bar of the whole page does not lie over it."""
    page = open_page("?lang=en&embed=true", width=width)
    box = page.locator("h1.title").bounding_box()
    assert box
    on_top = "(title, [x, y]) => title.contains(document.elementFromPoint(x, y))"
    assert page.locator("h1.title").evaluate(on_top, [box["x"] + 4, box["y"] + 8])


def test_after_a_choice_the_focus_goes_to_the_verdict_and_escape_brings_it_back(open_page: Callable[..., Page]) -> None:
    """Who chose by keyboard hears the verdict next, and is on the map again after Escape."""
    page = open_page()
    map_of(page).locator("path.place-pisco").first.press("Enter")
    expect(page.locator(".verdict")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".verdict")).to_have_count(0)
    expect(page.locator(".st-key-map iframe")).to_be_focused()


def test_the_verdict_of_a_tapped_place_is_on_the_screen(open_page: Callable[..., Page]) -> None:
    """On a phone it lies over the lower part of the screen; a label makes it higher; the cross closes it."""
    page = open_page("?place=pisco", **PHONE)
    expect(page.locator(".act-verdict").last).to_be_in_viewport()
    low = page.locator(".st-key-detail").bounding_box()
    page.locator(".sheet-more").tap()
    high = page.locator(".st-key-detail").bounding_box()
    assert low is not None
    assert high is not None
    assert high["height"] > low["height"]
    page.locator(".st-key-close button:visible").tap()
    expect(page.locator(".verdict")).to_have_count(0)


def test_a_tap_beside_the_filters_closes_them_and_does_nothing_else(open_page: Callable[..., Page]) -> None:
    """What lies under the tap is not chosen."""
    page = open_page(**PHONE)
    page.locator('[data-testid="stExpandSidebarButton"]').tap()
    sidebar = page.locator(".stSidebar")
    expect(sidebar).to_have_attribute("data-collapsed", "false")
    come_to_rest(page)
    page.touchscreen.tap(370, 420)
    expect(sidebar).not_to_have_attribute("data-collapsed", "false")
    come_to_rest(page)
    assert "place=" not in page.url
