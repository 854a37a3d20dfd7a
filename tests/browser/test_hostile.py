"""Data that attacks the page: nothing of it runs, nothing of it is lost, and the map is there."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from geo.view import View
from tests.browser.conftest import map_of, settle
from tests.browser.hostile import ATTACK, copy_hostile
from tests.browser.serving import serve


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve evidence whose every text is an attack."""
    directory = copy_hostile(tmp_path_factory.mktemp("hostile") / "evidence")
    with serve(environment={"INGRESO_EVIDENCE": str(directory)}) as running:
        yield running.address


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_text_of_the_data_runs_or_blanks_the_map(
    open_page: Callable[..., Page], hostile_server: str, said: list[str], language: str
) -> None:
    """In every view, detail, tooltip, legend and timeline included, texts are texts: none is run, fetched or interpreted."""
    page = open_page(f"?place=pisco&lang={language}", at=hostile_server)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    expect(page.locator(".st-key-detail h2")).to_have_text(f"Pisco{ATTACK}")
    assert map_of(page).locator("path.unit").count() == 25
    assert map_of(page).locator("path.unit.named").count() > 5
    map_of(page).locator("path.place-pisco").hover()
    expect(map_of(page).locator(".leaflet-tooltip strong")).to_have_text(f"Pisco{ATTACK}")
    expect(page.locator(".st-key-legend")).to_contain_text(ATTACK)
    expect(page.locator(".st-key-timeline svg").first).to_contain_text("{{7*7}}")
    for view in View:
        page.goto(f"{hostile_server}/?view={view.value}&lang={language}")
        map_of(page).locator("html.drawn path.unit.named").first.wait_for(state="attached")
        settle(page)
        if view is not View.MAP and view is not View.TABLE and view is not View.ABOUT:
            expect(page.locator(f".st-key-view-{view.value}")).to_contain_text(ATTACK)
        assert page.evaluate("window.ran") is None
    assert faults == []
    assert [line for line in said if "Security Policy" in line or "LaTeX" in line] == []
