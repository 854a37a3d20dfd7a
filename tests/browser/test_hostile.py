"""Data that attacks the page: nothing of it runs, nothing of it is lost, and the map is there."""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.view import View
from tests.browser.conftest import map_of, settle
from tests.browser.hostile import ATTACK, ENDLESS, TEXTS, Row, copy_hostile, in_words, longest, rewrite, rows_of
from tests.browser.serving import serve


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of evidence whose every text is an attack, and as long as it may be."""
    return copy_hostile(tmp_path_factory.mktemp("hostile") / "evidence")


@pytest.fixture(scope="module")
def hostile_server(hostile: Path) -> Iterator[str]:
    """Serve that evidence."""
    with serve(environment={"INGRESO_EVIDENCE": str(hostile)}) as running:
        yield running.address


def test_no_text_of_the_data_runs_or_blanks_the_map(
    open_page: Callable[..., Page], hostile: Path, hostile_server: str, said: list[str]
) -> None:
    """In every view, detail, tooltip, legend and timeline included, texts are texts: none is run, fetched or interpreted."""
    page = open_page("?place=pisco", at=hostile_server)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    (name,) = (row["name"] for row in rows_of(hostile / "places.csv") if row["place_id"] == "pisco")
    assert name.startswith("Pisco")
    assert len(name) == longest("places.csv")["name"]
    expect(page.locator(".st-key-detail h2")).to_have_text(name)
    assert map_of(page).locator("path.unit").count() == 25
    assert map_of(page).locator("path.unit.named").count() > 5
    map_of(page).locator("path.place-pisco").hover()
    expect(map_of(page).locator(".leaflet-tooltip strong")).to_have_text(name)
    for act in rows_of(hostile / "authorisations.csv"):
        if act["at_start"] == "true":
            expect(page.locator(".st-key-legend")).to_contain_text(act["short_en"])
    expect(page.locator(".st-key-timeline .tl")).to_contain_text("window.top.ran=1")
    for view, language in zip(View, cycle(("es", "en")), strict=False):
        page.goto(f"{hostile_server}/?view={view.value}&lang={language}")
        map_of(page).locator("html.drawn path.unit.named").first.wait_for(state="attached")
        settle(page)
        if view is not View.MAP and view is not View.TABLE and view is not View.ABOUT:
            expect(page.locator(f".st-key-view-{view.value}")).to_contain_text(ATTACK)
        assert page.evaluate("window.ran") is None
    assert faults == []
    assert [line for line in said if "Security Policy" in line or "LaTeX" in line] == []


def test_a_text_without_end_is_kept_out(open_page: Callable[..., Page], hostile: Path, hostile_server: str) -> None:
    """Each table's first row with texts of 100,000 characters: the faults are named, and the last valid state stays."""
    page = open_page(at=hostile_server)
    for file, columns in TEXTS.items():
        rewrite(hostile / file, lambda row, number, to=columns: row if number else _endless(row, to))
    page.locator(".st-key-auth-31758 label").first.click()
    notice = page.locator(".st-key-data-notice")
    expect(notice).to_contain_text("Shown is their last valid state", timeout=60_000)
    notice.locator("summary").click()
    limit = longest("sources.csv")["title"]
    expect(notice.locator("code")).to_contain_text(
        f"sources.csv, row 2, title: expected at most {limit} characters, found {ENDLESS} characters"
    )
    settle(page)
    assert map_of(page).locator("path.unit").count() == 25
    assert map_of(page).locator("path.unit.named").count() > 0
    assert page.evaluate("window.ran") is None


def _endless(row: Row, columns: tuple[str, ...]) -> Row:
    return row | {name: row[name].ljust(ENDLESS, "W") for name in in_words(row, columns)}
