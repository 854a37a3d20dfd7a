"""The map in the browser: what it draws, what a click does, and that it stays."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import classes, map_of, settle, wait_until

NAMED_2023 = {
    "PE-APU", "PE-AYA", "PE-CAL", "PE-CUS", "PE-HUC", "PE-HUV", "PE-JUN", "PE-LIM", "PE-LOR", "PE-PAS", "PE-SAM", "PE-UCA",
}  # fmt: skip


def units_with(page: Page, selector: str) -> set[str]:
    """Return the codes of the units that a selector matches."""
    paths = map_of(page).locator(f"path.unit{selector}")
    found = paths.evaluate_all("paths => paths.map(path => path.dataset.key)")
    return set(found)


def test_map_draws_the_start_view_without_internet(open_page: Callable[..., Page]) -> None:
    """Every unit is drawn, and the state of each can be read from its classes."""
    page = open_page()
    assert map_of(page).locator("path.unit").count() == 25
    assert units_with(page, ".named.auth-31758") == NAMED_2023
    assert units_with(page, ".both") == {"PE-LIM"}
    assert units_with(page, ".contains") == {"PE-LAM", "PE-ICA"}
    assert units_with(page, ".off") == units_with(page, "") - NAMED_2023 - {"PE-LAM", "PE-ICA"}
    assert {"level-open", "named"} <= classes(page, "unit-PE-LIM")
    assert {"place", "place-pisco", "named", "auth-9307"} <= classes(page, "place-pisco")
    assert "off" in classes(page, "place-chancay")


def test_filter_repaints_without_remounting(open_page: Callable[..., Page]) -> None:
    """A switch changes classes only: the frame, its document, zoom and pan are the ones that were there."""
    page = open_page("?at=-12.0,-77.0,8")
    frame = page.frame(url=re.compile("streamlit_folium"))
    assert frame is not None
    frame.evaluate("window.mark = 'still here'")
    before = frame.evaluate("[window.map.getCenter().lat, window.map.getZoom()]")
    page.locator(".st-key-auth-31758 label").first.click()
    expect(map_of(page).locator("path.unit-PE-LOR")).to_have_class(re.compile(r"\boff\b"))
    assert units_with(page, ".named") == {"PE-LIM"}
    assert frame.evaluate("window.mark") == "still here"
    assert frame.evaluate("[window.map.getCenter().lat, window.map.getZoom()]") == before == [pytest.approx(-12, abs=0.01), 8]


FADES = """() => new Promise(done => {
  const app = document.querySelector('[data-testid="stApp"]');
  const isElement = ({ target }) => target.dataset.testid === "stElementContainer";
  const isFade = ({ transitionProperty, effect }) => transitionProperty === "opacity" && isElement(effect);
  let hasRun = false, most = 0;
  const look = () => {
    const runs = app.dataset.testScriptState === "running";
    hasRun ||= runs;
    most = Math.max(most, document.getAnimations().filter(isFade).length);
    if (hasRun && !runs) done(most);
    else requestAnimationFrame(look);
  };
  look();
  document.querySelector(".st-key-auth-31758 input").click();
})"""
LINE = """app => getComputedStyle(app, "::after").content === "none" ? 0 : Number(getComputedStyle(app, "::after").opacity)"""


def test_nothing_fades_while_the_page_runs_and_a_long_run_is_said(open_page: Callable[..., Page]) -> None:
    """What is not sent yet stays as it is; a run of more than a second shows a line along the top."""
    page = open_page()
    assert page.evaluate(FADES) == 0
    settle(page)
    app = page.get_by_test_id("stApp")
    assert app.evaluate(LINE) == 0
    app.evaluate("app => { app.dataset.testScriptState = 'running'; }")
    wait_until(page, lambda: app.evaluate(LINE) > 0.5)


def test_names_have_no_layer_of_their_own(open_page: Callable[..., Page]) -> None:
    """A shift in space makes a browser keep every name as a picture apart, to be put together at each change of the page."""
    names = map_of(open_page()).locator(".label:not([hidden])")
    moved = names.evaluate_all("names => names.map(name => name.style.transform)")
    assert len(moved) > 20
    assert {transform.partition("(")[0] for transform in moved} == {"translate"}


def test_click_opens_a_place_and_second_click_closes_it(open_page: Callable[..., Page]) -> None:
    """A click selects for detail and link at once; the same click again, or Escape, clears."""
    page = open_page()
    loreto = map_of(page).locator("path.unit-PE-LOR")
    loreto.click(position={"x": 60, "y": 130})
    expect(page.locator(".st-key-detail h2")).to_have_text("Loreto")
    expect(page).to_have_url(re.compile(r"place=loreto"))
    expect(loreto).to_have_class(re.compile(r"\bselected\b"))
    loreto.click(position={"x": 60, "y": 130})
    expect(page.locator(".st-key-detail h2")).to_have_text("Places shown")
    expect(page).not_to_have_url(re.compile(r"place="))
    loreto.click(position={"x": 60, "y": 130})
    expect(page).to_have_url(re.compile(r"place=loreto"))
    loreto.press("Escape")
    expect(page).not_to_have_url(re.compile(r"place="))


def test_a_first_click_is_not_lost_where_the_map_is_partly_out_of_sight(open_page: Callable[..., Page]) -> None:
    """A press gives the map the keyboard; the page does not jump to show all of it, and the click meets what was pressed."""
    page = open_page(height=600)
    box = map_of(page).locator("path.unit-PE-LOR").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, delay=90)
    expect(page.locator(".st-key-detail h2")).to_have_text("Loreto")
    assert page.locator(".stMain").evaluate("main => main.scrollTop") == 0


@pytest.mark.parametrize("width", [780, 900, 1040])
def test_a_place_is_read_in_a_wide_column_and_can_be_closed(open_page: Callable[..., Page], width: int) -> None:
    """Wider than a phone, but without room beside the map, the detail stands under it, with its button whole."""
    page = open_page("?place=cusco", width=width)
    below = page.locator(".st-key-detail").bounding_box()
    frame = page.locator(".st-key-map iframe").bounding_box()
    assert below
    assert frame
    assert below["y"] > frame["y"] + frame["height"]
    assert below["width"] > 0.9 * frame["width"]
    assert page.locator(".st-key-close button").first.evaluate("button => button.clientWidth - button.scrollWidth") >= 0


def test_place_can_be_chosen_by_keyboard(open_page: Callable[..., Page]) -> None:
    """A path that is shown takes the focus, says what it is, and opens with Enter."""
    page = open_page()
    pisco = map_of(page).locator("path.place-pisco")
    expect(pisco).to_have_attribute("role", "button")
    expect(pisco).to_have_attribute("tabindex", "0")
    assert "Summit venue (001, ANP)" in (pisco.get_attribute("aria-label") or "")
    pisco.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-detail h2")).to_have_text("Pisco")


def test_hover_says_why_a_unit_is_coloured(open_page: Callable[..., Page]) -> None:
    """The tooltip names the unit and who names it."""
    page = open_page()
    map_of(page).locator("path.unit-PE-LOR").hover(position={"x": 60, "y": 130})
    tip = map_of(page).locator(".leaflet-tooltip")
    expect(tip).to_contain_text("Loreto")
    expect(tip).to_contain_text(
        "2023 training: Authorised presence (Orinoco Tribune, NakedCapitalism, La Jornada, Misión Verdad)"
    )


def test_basis_decides_what_pisco_is(open_page: Callable[..., Page]) -> None:
    """From the texts alone Pisco is a venue; only corroboration names it for the entry."""
    page = open_page("?basis=texts&place=pisco")
    detail = page.locator(".st-key-detail")
    expect(detail.locator(".claims h4").first).to_contain_text("Summit venue")
    assert "Authorised presence" not in detail.inner_text()
    page.locator(".st-key-basis label", has_text="Texts and corroboration").click()
    expect(detail).to_contain_text("Authorised presence")


def test_pan_enters_the_link_and_reset_leaves_it(open_page: Callable[..., Page]) -> None:
    """The viewport that the reader chose is in the link; a reset shows the whole country again."""
    page = open_page()
    map_of(page).get_by_role("button", name="Lima–Callao").click()
    expect(page).to_have_url(re.compile(r"at=-1[12]\.\d+%2C-77\.\d+%2C\d"))
    settle(page)
    page.locator(".st-key-reset button").click()
    expect(page).not_to_have_url(re.compile(r"at="))
    frame = page.frame(url=re.compile("streamlit_folium"))
    assert frame is not None
    frame.wait_for_function("window.map.getZoom() < 6.5")


def test_map_speaks_the_language_and_wears_the_theme(open_page: Callable[..., Page]) -> None:
    """Spanish by the browser's preference, dark by its colour scheme, down to the names of the neighbours."""
    page = open_page(locale="es-PE", color_scheme="dark")
    expect(page.locator("h1")).to_have_text("Dónde se autorizó el ingreso de fuerzas de EE. UU. al Perú")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(map_of(page).locator("html")).to_have_class(re.compile(r"\bdark\b"))
    expect(map_of(page).locator(".label.country", has_text="Brasil")).to_be_visible()
    assert page.locator(".st-key-map iframe").get_attribute("title") == (
        "Mapa del Perú: regiones y lugares mencionados en las autorizaciones"
    )


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_page_fits_its_window(open_page: Callable[..., Page], width: int) -> None:
    """Nothing sticks out sideways, and the map has a size."""
    page = open_page(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator(".st-key-map iframe").bounding_box()
    assert box is not None
    assert 300 <= box["width"] <= width
    assert box["height"] >= 400


def test_a_dot_is_told_from_its_region_and_there_is_one_a_place(open_page: Callable[..., Page]) -> None:
    """A dot has another colour than the region of its own act; the roles of a place stand with its name."""
    page = open_page()
    loreto, iquitos = (map_of(page).locator(f"path.{name}") for name in ("unit-PE-LOR", "place-iquitos"))
    fill = "path => getComputedStyle(path).fill"
    assert iquitos.evaluate(fill) != loreto.evaluate(fill)
    assert map_of(page).locator("path.place:not(.off)").evaluate_all("dots => dots.map(dot => dot.dataset.key).sort()") == [
        "chiclayo", "iquitos", "lima", "pisco", "pucusana", "santa-lucia",
    ]  # fmt: skip
    signs = map_of(page).locator(".label:not([hidden])", has_text="Lima").locator(".sign")
    assert signs.evaluate_all("signs => signs.map(sign => sign.getAttribute('class'))") == [
        f"sign role-{role}" for role in ("deployment", "exercise", "venue")
    ]


def test_the_wheel_scrolls_the_page_and_zooms_with_a_key(open_page: Callable[..., Page]) -> None:
    """A wheel over the map leaves its zoom alone; with Ctrl it zooms, and never out beyond Peru."""
    page = open_page()
    frame = page.frame(url=re.compile("streamlit_folium"))
    assert frame is not None
    box = page.locator(".st-key-map iframe").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    whole = frame.evaluate("window.map.getZoom()")
    page.mouse.wheel(0, -300)
    frame.locator(".input-hint.shown").wait_for()
    assert frame.evaluate("window.map.getZoom()") == whole
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    frame.wait_for_function(f"window.map.getZoom() > {whole}")
    page.keyboard.up("Control")
    frame.wait_for_function("!window.map._animatingZoom")
    frame.evaluate("window.map.setZoom(1, { animate: false })")
    frame.wait_for_function(f"Math.abs(window.map.getZoom() - {whole}) < 0.3")


def test_callao_is_seen_and_chosen_in_the_inset(open_page: Callable[..., Page]) -> None:
    """The inset shows Callao as the map does, and a click there chooses it."""
    page = open_page()
    callao = map_of(page).locator(".inset .inset-unit.auth-31758:not(.both)")
    expect(callao).to_be_visible()
    callao.click()
    expect(page).to_have_url(re.compile("place=callao"))


def test_every_marker_is_opened_with_the_keyboard(open_page: Callable[..., Page]) -> None:
    """A place with a single role, too, is a button that Enter presses."""
    page = open_page()
    iquitos = map_of(page).locator("path.place-iquitos")
    expect(iquitos).to_have_attribute("role", "button")
    iquitos.focus()
    iquitos.press("Enter")
    expect(page.locator(".st-key-detail h2")).to_have_text("Iquitos")


def test_a_zoom_is_no_step_of_the_history(open_page: Callable[..., Page]) -> None:
    """The link follows each zoom, and the history does not grow by it."""
    page = open_page()
    steps = page.evaluate("history.length")
    map_of(page).locator(".leaflet-control-zoom-in").click()
    expect(page).to_have_url(re.compile(r"[?&]at="))
    settle(page)
    assert page.evaluate("history.length") == steps


def test_the_street_map_says_when_it_cannot_be_reached(open_page: Callable[..., Page], foreign: list[str]) -> None:
    """Without the internet the button of the street map says so, until it is switched off."""
    page = open_page()
    button = map_of(page).locator(".frames button").nth(2)
    button.click()
    expect(button).to_have_text("Street map: cannot be reached")
    button.click()
    expect(button).to_have_text("Street map (online)")
    foreign.clear()  # the tiles were asked for
