"""What goes wrong while the page is open: edited data, a lost connection, a server that dies."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from playwright.sync_api import Page, WebSocketRoute, expect

from geo.ui.paths import EVIDENCE_DIRECTORY
from tests.browser.conftest import classes, map_of, settle, wait_until
from tests.browser.serving import free_port, serve

VIEW = "?v=1&auth=9307&role=venue&place=pisco&lang=es"


PATIENCE = 30_000
"""Milliseconds: edited data is validated as a whole, and a page tries for its server at growing intervals."""


def connected(page: Page) -> None:
    """Wait until the page has its server back."""
    page.locator('[data-test-connection-state="CONNECTED"]').wait_for(state="attached", timeout=PATIENCE)
    settle(page)


def switch(page: Page, act: str) -> None:
    """Switch an authorisation on or off."""
    page.locator(f".st-key-auth-{act} label").first.click()


def test_data_is_edited_while_the_page_is_open(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """A valid edit is on the page and its map after the next click; an invalid one is named, and the last valid state stays."""
    directory = tmp_path / "evidence"
    shutil.copytree(EVIDENCE_DIRECTORY, directory)
    places = directory / "places.csv"
    sealed = places.read_text(encoding="utf-8")
    with serve(environment={"INGRESO_EVIDENCE": str(directory)}) as running:
        page = open_page(at=running.address)
        places.write_text(sealed.replace("pisco,Pisco,", "pisco,Pisco Viejo,"), encoding="utf-8")
        switch(page, "31758")
        expect(page.locator(".st-key-detail")).to_contain_text("Pisco Viejo", timeout=PATIENCE)
        settle(page)  # until then the map of the former data is there as well
        expect(map_of(page).locator("path.place-pisco")).to_have_attribute("aria-label", re.compile("^Pisco Viejo"))
        assert "data=" in page.url
        expect(page.locator(".st-key-data-notice")).to_have_count(0)

        places.write_text(sealed.replace("pisco,Pisco,", "pisco,,"), encoding="utf-8")
        switch(page, "31758")
        notice = page.locator(".st-key-data-notice")
        expect(notice).to_contain_text("Shown is their last valid state", timeout=PATIENCE)
        notice.locator("summary").click()
        expect(notice.locator("code")).to_contain_text(
            re.compile(r"places.csv, row \d+, name: expected a value, found nothing")
        )
        expect(page.locator(".st-key-detail")).to_contain_text("Pisco Viejo")

        places.write_text(sealed, encoding="utf-8")
        switch(page, "31758")
        expect(notice).to_have_count(0, timeout=PATIENCE)
        expect(page.locator(".st-key-detail")).not_to_contain_text("Pisco Viejo")


def choose_again(page: Page, act: str, text: str) -> None:
    """Switch an authorisation on, and again while a new session still reads the link, until the page says so."""
    headline, end = page.locator(".st-key-headline"), monotonic() + PATIENCE / 1000
    while text not in headline.inner_text() and monotonic() < end:
        if not page.locator(f".st-key-auth-{act} input").is_checked():
            switch(page, act)
        settle(page)
    expect(headline).to_contain_text(text)


def expect_view(page: Page) -> None:
    """Hold that the page shows the view of the link, and its map."""
    expect(page.locator(".st-key-headline")).to_contain_text("APEC 2024, 4–24 de noviembre de 2024: Lima, Chiclayo, Pisco")
    expect(page.locator(".st-key-headline .headline p")).to_have_count(1)
    expect(page.locator(".st-key-detail h2")).to_have_text("Pisco")
    expect(map_of(page).locator("path.place-pisco")).to_have_class(re.compile(r"\bselected\b"))
    assert "off" in classes(page, "unit-PE-LOR")


def test_a_lost_connection_comes_back(open_page: Callable[..., Page], sockets: list[WebSocketRoute]) -> None:
    """The socket is closed under the page: the view stays, and the next choice works."""
    page = open_page(VIEW)
    before = page.url
    sockets[-1].close(code=1012)
    wait_until(page, lambda: len(sockets) > 1)
    connected(page)
    expect_view(page)
    assert page.url == before
    assert len(sockets) > 1
    switch(page, "31758")
    expect(page.locator(".st-key-headline")).to_contain_text("Entrenamiento 2023")


def test_a_server_that_died_loses_nothing(open_page: Callable[..., Page]) -> None:
    """A new server at the same address shows the same view, to the page that is open and to one that opens the link."""
    port = free_port()
    with serve(port=port) as first:
        page = open_page(VIEW, at=first.address)
        address = page.url
    page.locator('[data-test-connection-state="CONNECTED"]').wait_for(state="detached", timeout=PATIENCE)
    with serve(port=port):
        connected(page)
        expect_view(page)
        assert page.url == address
        choose_again(page, "31758", "Entrenamiento 2023")
        other = open_page(address.partition("/")[2].partition("/")[2].partition("/")[2], at=first.address)
        expect_view(other)
