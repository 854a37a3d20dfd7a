"""The Python door in a notebook: the cells run, and a browser shows the map that they leave, with no way to a network."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from playwright.sync_api import Browser, FrameLocator, Page, expect

import geo

ROOT = Path(__file__).resolve().parents[2]
CELLS = (
    "import geo",
    'view = geo.open_view("v=1&auth=9307&lang=en")',
    'view.places[["place", "role", "sources"]]',
    "view.map()",
)


@pytest.fixture(scope="module")
def outputs() -> list[dict[str, Any]]:
    """Run the cells as Jupyter does, and return what the last ones show, by media type."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    NotebookClient(notebook, timeout=240, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}).execute()
    return [cell.outputs[0].data for cell in notebook.cells if cell.outputs]


@pytest.fixture
def shown(browser: Browser) -> Iterator[Page]:
    """Open a page that nothing but its own file may reach."""
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("file:") else None)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    page.close()
    assert ([url for url in asked if not url.startswith(("about:", "data:"))], said) == ([], [])


def expect_the_map(frame: Page | FrameLocator) -> None:
    """See the map of 2024 drawn: Lima named, Lambayeque containing Chiclayo, Loreto off."""
    expect(frame.locator("path.unit-PE-LIM.named.auth-9307")).to_be_visible()
    expect(frame.locator("path.unit-PE-LAM.contains")).to_be_visible()
    expect(frame.locator("path.unit-PE-LOR.off")).to_be_visible()
    expect(frame.locator(".place-label", has_text="Pisco")).to_be_visible()
    expect(frame.locator(".view-legend")).to_contain_text("2024 APEC")


def test_a_notebook_shows_table_and_map(outputs: list[dict[str, Any]], shown: Page, tmp_path: Path) -> None:
    """The table is a table, the map a frame with the whole of it inside."""
    table, drawn = outputs
    assert "<td>Chiclayo</td>" in table["text/html"]
    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html><meta charset='utf-8'>{drawn['text/html']}", encoding="utf-8")
    shown.goto(path.as_uri())
    expect_the_map(shown.frame_locator("iframe"))


def test_a_saved_map_stands_by_itself(shown: Page, tmp_path: Path) -> None:
    """``save`` writes one file; a click on a region marks it, Escape takes that back."""
    path = tmp_path / "map.html"
    geo.open_view("v=1&auth=9307&lang=en").map().save(str(path))
    shown.goto(path.as_uri())
    expect_the_map(shown)
    shown.locator("path.unit-PE-LIM").click()
    expect(shown.locator("path.unit-PE-LIM.selected")).to_be_attached()
    shown.keyboard.press("Escape")
    expect(shown.locator("path.unit-PE-LIM.selected")).to_have_count(0)
