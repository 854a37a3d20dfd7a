"""Take the README's picture of the page: ``python -m tests.browser.screenshot``, with the page running on port 8501."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, come_to_rest, map_of

PICTURE = Path(__file__).with_name("screenshot.png")


def take(address: str) -> None:
    """Take the picture of the page at an address, with Lima selected."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        page = chromium.new_page(viewport={"width": 1440, "height": 960}, locale="en-GB")
        page.goto(f"{address}/?place=lima")
        map_of(page).locator("html.drawn path.unit-PE-LOR").wait_for(state="attached")
        come_to_rest(page)
        page.screenshot(path=PICTURE)
        chromium.close()


if __name__ == "__main__":
    take(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8501")
