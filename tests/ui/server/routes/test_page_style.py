"""The address of the page's style sheet."""

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from geo.ui.browser.style_sheet import PATH, style_sheet
from geo.ui.server.routes.page_style import page_style


def test_it_is_the_style_sheet() -> None:
    """Under a type that a browser takes for one."""
    answer = TestClient(Starlette(routes=[Route(f"/{PATH}", page_style)])).get(f"/{PATH}")
    assert answer.headers["content-type"].startswith("text/css")
    assert answer.text == style_sheet()
