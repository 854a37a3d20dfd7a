"""The link in the browser: out, in, back and forth, and what is said when it cannot be read."""

import re
from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import classes, map_of, settle

LINK = (
    "?v=1&auth=9307&d.31758=2023-06-01..2023-09-30&d.9307=2024-11-10..2024-11-16&role=venue&basis=texts&min=1"
    "&place=pisco&view=map&lang=es&at=-13.0,-76.5,7"
)


def query_of(page: Page) -> dict[str, str]:
    """Return the query of the address."""
    return dict(parse_qsl(urlsplit(page.url).query, keep_blank_values=True))


def test_address_holds_the_whole_view_with_its_defaults(open_page: Callable[..., Page]) -> None:
    """Every key is in the address of a bare visit, so that the link means the same when a default changes."""
    query = query_of(open_page())
    data = query.pop("data")
    assert re.fullmatch(r"\d+\.\d+\.\d+", data)
    assert query == {
        "v": "1",
        "auth": "31758,9307",
        "d.31758": "2023-06-01..2023-12-31",
        "d.9307": "2024-11-04..2024-11-24",
        "role": "deployment,exercise,venue",
        "basis": "all",
        "min": "1",
        "view": "map",
        "lang": "en",
    }


def test_link_restores_the_view(open_page: Callable[..., Page]) -> None:
    """Filters, days, place, language and viewport are as the link says."""
    page = open_page(LINK)
    expect(page.locator(".st-key-headline")).to_contain_text("APEC 2024, 10–16 de noviembre de 2024: Lima, Chiclayo, Pisco")
    expect(page.locator(".st-key-headline")).to_contain_text("10–16 de noviembre de 2024")
    expect(page.locator(".st-key-detail h2")).to_have_text("Pisco")
    expect(page.locator(".st-key-auth-31758 input")).not_to_be_checked()
    assert "selected" in classes(page, "place-pisco")
    assert "off" in classes(page, "unit-PE-LOR")
    frame = page.frame(url=re.compile("streamlit_folium"))
    assert frame is not None
    assert frame.evaluate("window.map.getZoom()") == 7
    assert query_of(page)["at"] == "-13.0,-76.5,7"


AT_REST = """() => {
    const { offsetWidth, offsetHeight } = map.getContainer();
    const { x, y } = map.getSize();
    return x === offsetWidth && y === offsetHeight && atlas.viewport.resting === null;
}"""
"""Whether the map has the size of its frame, and has reported where it rests if it had to."""


@pytest.mark.parametrize("query", ["", LINK])
def test_a_new_size_of_the_window_is_no_choice_of_the_reader(open_page: Callable[..., Page], query: str) -> None:
    """The map keeps its frame, or the link its viewport to the last digit, when the window changes or the screen is turned."""
    page = open_page(query)
    frame = page.frame(url=re.compile("streamlit_folium"))
    assert frame is not None
    before = query_of(page)
    for size in ((1101, 900), (844, 390), (390, 844)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        settle(page)
        frame.wait_for_function(AT_REST)
        assert query_of(page) == before


def test_back_and_forward_walk_through_the_views(open_page: Callable[..., Page]) -> None:
    """The buttons of the browser bring the filters and the map back, both ways."""
    page = open_page()
    page.locator(".st-key-auth-31758 label").first.click()
    expect(page).to_have_url(re.compile(r"auth=9307&"))
    settle(page)
    page.go_back()
    expect(page.locator(".headline p")).to_have_count(2)
    expect(map_of(page).locator("path.unit-PE-LOR")).to_have_class(re.compile(r"\bnamed\b"))
    expect(page.locator(".st-key-auth-31758 input")).to_be_checked()
    page.go_forward()
    expect(page.locator(".headline p")).to_have_count(1)
    expect(map_of(page).locator("path.unit-PE-LOR")).to_have_class(re.compile(r"\boff\b"))


def test_unreadable_parts_are_named_and_the_rest_is_read(open_page: Callable[..., Page]) -> None:
    """A notice names key, value and what was done; it goes away with the next choice."""
    page = open_page("?auth=9307,777&d.9307=2024-11-24..2024-11-04&basis=<b>x</b>")
    notice = page.locator(".st-key-notice")
    expect(notice).to_contain_text("auth=777")
    expect(notice).to_contain_text("d.9307=2024-11-24..2024-11-04")
    expect(notice).to_contain_text("basis=<b>x</b>")
    expect(page.locator(".headline p")).to_have_count(1)
    page.locator(".st-key-auth-31758 label").first.click()
    expect(notice).to_have_count(0)


def middle_of(page: Page, selector: str) -> tuple[float, float]:
    """Return the middle of an element, in CSS pixels of the window."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_quick_choices_are_all_kept(open_page: Callable[..., Page]) -> None:
    """Two switches thrown while the first is still under way both hold: an older address is not taken for a visit.

    The second is thrown where it stood before the first one was: a switch that moved from under the pointer would be missed.
    """
    page = open_page()
    switches = [f".st-key-auth-{act_id} label" for act_id in ("31758", "9307")]
    for switch in switches:
        page.locator(switch).first.click(trial=True)  # where it stands, it stays
    points = [middle_of(page, switch) for switch in switches]
    for point in points:
        page.mouse.click(*point)
    expect(page.locator(".headline")).to_have_text("No act is switched on.")
    settle(page)
    expect(page.locator(".headline")).to_have_text("No act is switched on.")
    assert query_of(page)["auth"] == ""


def test_period_and_typed_day_choose_the_range(open_page: Callable[..., Page]) -> None:
    """A period that a source gives is one choice; a typed day is taken as it is."""
    page = open_page()
    page.locator(".st-key-exact-31758 button").first.click()
    page.get_by_text("Period: 1 June – 30 September 2023 (La Lupa, in NakedCapitalism; La Jornada)").click()
    expect(page).to_have_url(re.compile(r"d\.31758=2023-06-01\.\.2023-09-30"))
    page.locator('.st-key-end-31758 [role="spinbutton"]').first.click()
    page.keyboard.type("20230815")
    page.locator("h1").click()
    expect(page).to_have_url(re.compile(r"d\.31758=2023-06-01\.\.2023-08-15"))


def test_a_name_typed_in_any_spelling_is_found(open_page: Callable[..., Page]) -> None:
    """The key / leads to the search; another spelling finds the place; an ambiguous name is answered with candidates."""
    page = open_page()
    field = page.locator(".st-key-find input")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("Cuzco")
    expect(field).to_have_value("Cuzco")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"place=cusco&.*at="))
    expect(page.locator(".st-key-detail h2")).to_have_text("Cusco")
    settle(page)
    field.fill("San Isidro")
    field.press("Enter")
    expect(page.get_by_text("“San Isidro” can mean:")).to_be_visible()


def test_a_claim_is_copied_as_a_citation(open_page: Callable[..., Page], server: str) -> None:
    """The button puts statement, source, paragraph and address on the clipboard, and says so."""
    page = open_page("?place=pisco")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    page.locator(".claim-line summary").first.click()
    button = page.locator("button.copy:visible").first
    button.click()
    expect(button).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("The report names Pisco")
    assert "Source 001: [Report on the 2024 authorisation], undated, paragraph 4." in copied


def test_an_embedded_page_is_map_legend_headline_and_credit(open_page: Callable[..., Page]) -> None:
    """In a frame of another page filters and views are left out, the rest fits into it, and a link leads to the whole page."""
    page = open_page("?embed=true&place=pisco", width=680, height=860)
    expect(page.locator(".headline p")).to_have_count(2)
    expect(map_of(page).locator(".credits")).to_contain_text("geoBoundaries")
    expect(page.locator(".st-key-legend .legend li")).not_to_have_count(0)
    assert page.locator(".st-key-view, .st-key-find, .st-key-detail, .st-key-reset").count() == 0
    out = page.get_by_role("link", name="Open the whole page, with its sources")
    expect(out).to_be_in_viewport(ratio=1)
    assert "place=pisco" in str(out.get_attribute("href"))
    assert "embed" not in str(out.get_attribute("href"))
    assert page.locator(".st-key-map iframe").bounding_box()["height"] > 360


def test_an_embedded_page_shows_the_map_whatever_the_view(open_page: Callable[..., Page]) -> None:
    """A frame with the link of another view is not empty: it has no views, and shows what all of them are about."""
    page = open_page("?embed=true&view=facts", width=680, height=860)
    expect(page.locator(".st-key-map iframe")).to_be_visible()
    expect(page.locator(".st-key-legend .legend")).to_be_visible()


def test_a_new_language_keeps_every_choice(open_page: Callable[..., Page]) -> None:
    """After the language the filters are marked as before, and the next one works."""
    page = open_page("?lang=en&min=2")
    page.locator(".st-key-lang button").nth(1).click()
    expect(page.locator(".st-key-min")).to_contain_text("dos fuentes")
    settle(page)
    marked = page.locator(".stRadio input").evaluate_all("inputs => inputs.map(input => input.checked)")
    assert marked == [True, False, False, True]
    page.locator(".st-key-context-roles summary").click()
    page.locator(".st-key-role-context button", has_text="Puerto").click()
    expect(page).to_have_url(re.compile(r"venue(,|%2C)port&.*min=2.*lang=es"))
    expect(page.locator(".headline")).to_contain_text("Entrenamiento 2023")


def test_a_link_keeps_the_filters_and_arrives(open_page: Callable[..., Page]) -> None:
    """A question beside a place leads to its answers without loading the page anew, and its address holds the filters."""
    page = open_page("?auth=9307&lang=en&place=pisco")
    page.evaluate("window.mark = 'still here'")
    link = page.locator('a[href*="#question-"]').first
    wanted = str(link.get_attribute("href")).partition("#")[2]
    link.hover()
    assert "auth=9307&" in str(link.get_attribute("href"))
    link.click()
    expect(page.locator(f"#{wanted}")).to_be_in_viewport()
    expect(page.locator(f"#{wanted} article").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"auth=9307&.*view=facts.*open=D-"))
    assert page.evaluate("window.mark") == "still here"
    page.evaluate("document.documentElement.classList.remove('links-ready')")  # as before the script is there
    other = page.locator(".counts a").last
    assert other.evaluate("link => getComputedStyle(link).pointerEvents") == "none"


def test_a_link_opened_in_a_tab_of_its_own_arrives_as_well(open_page: Callable[..., Page]) -> None:
    """Old links name the question, which is moved to though it comes long after the address was read."""
    page = open_page("?auth=9307&view=disagreements#question-D-14")
    expect(page.locator("#question-D-14")).to_be_in_viewport()
    expect(page.locator("#question-D-14 > summary")).to_be_focused()


def test_an_opened_row_is_in_the_link_and_back_closes_it(open_page: Callable[..., Page]) -> None:
    """The row opens in place, keeps the focus, and is a step of the history."""
    page = open_page("?view=facts&lang=en")
    row = page.locator('[data-row="D-14"]')
    row.locator("> summary").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("open=D-14"))
    expect(row.locator("article").first).to_be_visible()
    expect(row.locator("> summary")).to_be_focused()
    settle(page)
    page.go_back()
    expect(row.locator("article")).to_have_count(0)
    expect(row).not_to_have_attribute("open", "")


def test_back_returns_to_where_the_link_was(open_page: Callable[..., Page]) -> None:
    """From a source back to the comparison that named it, the page is scrolled as it was."""
    page = open_page("?view=compare&lang=en")
    page.locator(".stMain").evaluate("main => main.scrollTo(0, 500)")
    page.locator(".matrix .voices a").nth(30).evaluate("link => link.click()")
    expect(page).to_have_url(re.compile("view=sources"))
    settle(page)
    page.go_back()
    expect(page.locator(".st-key-view-compare")).to_be_visible()
    page.wait_for_function("() => Math.abs(document.querySelector('.stMain').scrollTop - 500) < 5")


AS_IT_RUNS = """selector => new Promise(done => {
  const app = document.querySelector('[data-testid="stApp"]');
  new MutationObserver((_, watch) => {
    if (app.dataset.testScriptState !== "running") return;
    watch.disconnect();
    document.querySelector(selector).click();
    done();
  }).observe(app, { attributes: true });
  document.querySelector(".st-key-auth-31758 input").click();
})"""


def test_a_link_that_is_chosen_while_the_page_runs_keeps_the_new_filters(open_page: Callable[..., Page]) -> None:
    """The address lags behind a filter until its run has ended; a click on a link in that moment does not undo the choice."""
    page = open_page("?lang=en")
    page.evaluate(AS_IT_RUNS, ".counts a")
    expect(page).to_have_url(re.compile(r"auth=9307&.*view=sources"))
    expect(page.locator(".st-key-view-sources")).to_be_visible()


def test_the_guide_leads_on_without_loading_anew(open_page: Callable[..., Page]) -> None:
    """Its first link opens a place; Back comes back."""
    page = open_page("?lang=en")
    page.evaluate("window.mark = 'still here'")
    page.locator(".guide a").first.click()
    expect(page).to_have_url(re.compile(r"auth=31758(,|%2C)9307&.*place=lima&view=map"))
    expect(page.locator(".st-key-detail h2")).to_have_text("Lima")
    settle(page)
    page.go_back()
    expect(page.locator(".guide")).to_be_visible(timeout=20_000)
    assert page.evaluate("window.mark") == "still here"
