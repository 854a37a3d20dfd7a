"""The page with a thousand places: nothing is lost, and everything can still be reached."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bench.packages import write_package
from tests.browser.conftest import map_of, settle
from tests.browser.serving import serve

PLACES = 1000


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the page with a thousand claims, each of which names a place of its own."""
    folder: Path = tmp_path_factory.mktemp("evidence")
    write_package(folder, PLACES, acts=2)  # both on, so that all places are shown
    with serve(environment={"INGRESO_EVIDENCE": str(folder)}) as running:
        yield running.address


def counted(page: Page) -> tuple[int, int]:
    """Return how many places stand in clusters and how many by themselves."""
    clusters = map_of(page).locator("button.cluster")
    counts = clusters.evaluate_all("clusters => clusters.map(cluster => Number(cluster.textContent.replace(/\\D/g, '')))")
    return sum(counts), map_of(page).locator("path.place.named").count()


def points(page: Page) -> int:
    """Return how many localities the headline counts; each is named under one act alone."""
    text = page.locator(".st-key-headline .headline").inner_text()
    return sum(int(count.replace(",", "")) for count in re.findall(r"([\d,]+) localit", text))


def test_every_shown_place_is_in_a_cluster_or_by_itself(open_page: Callable[..., Page], crowd: str) -> None:
    """The numbers on the map and those alone add up to the headline, before and after a filter, and few shapes are drawn."""
    page = open_page(at=crowd)
    before = counted(page)
    assert sum(before) == points(page) > PLACES // 2
    assert before[0] > before[1] > 0
    page.locator(".st-key-auth-31758 label").first.click()
    expect(map_of(page).locator("path.unit-PE-LOR")).to_have_class(re.compile(r"\boff\b|\bcontains\b"))
    expect(page.locator(".headline p")).to_have_count(1)
    settle(page)
    after = counted(page)
    assert sum(after) == points(page) < sum(before)


def test_a_cluster_opens_until_its_places_stand_alone(open_page: Callable[..., Page], crowd: str) -> None:
    """A press on a cluster comes nearer, and on the nearest map there is none; a place there is chosen by the keyboard."""
    page = open_page(at=crowd)
    clusters = map_of(page).locator("button.cluster")
    frame = page.frame(url=re.compile("streamlit_folium"))
    assert frame is not None
    assert clusters.count() > 0
    while clusters.count():
        zoom = frame.evaluate("window.map.getZoom()")
        clusters.first.press("Enter")
        frame.wait_for_function("zoom => window.map.getZoom() > zoom && !window.map._animatingZoom", arg=zoom)
    assert frame.evaluate("window.map.getZoom() <= window.map.getMaxZoom()")
    map_of(page).locator("path.place.named").first.press("Enter")
    expect(page.locator(".st-key-detail details.claim-line").first).to_be_visible()
    expect(map_of(page).locator("path.place.selected")).to_have_attribute("aria-pressed", "true")


def test_long_lists_end_with_the_way_to_the_rest(open_page: Callable[..., Page], crowd: str) -> None:
    """The list of places shows the first of each authorisation and counts the others, with a way to the table."""
    page = open_page(at=crowd)
    rest = page.locator(".st-key-detail a", has_text="more places")
    assert rest.count() == 2
    rest.first.click()
    expect(page.locator(".st-key-view-table")).to_be_visible()


def test_a_place_that_no_list_names_is_found_by_its_name(open_page: Callable[..., Page], crowd: str) -> None:
    """The search takes a typed name though the place is not among what it offers, and the place then stands alone."""
    page = open_page(at=crowd)
    search = page.locator(".st-key-find input")
    search.fill("Nuevo Andoas")
    search.press("Enter")
    expect(page.locator(".st-key-detail h2")).to_have_text("Nuevo Andoas")
    expect(map_of(page).locator("path.place.selected")).to_have_count(1)
