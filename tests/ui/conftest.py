"""The page without a browser: Streamlit's own AppTest, which runs the script and shows the elements it makes."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import html
from streamlit.testing.v1 import AppTest

from geo.ui import session
from geo.ui.page import Page, make_page
from geo.ui.resources import load_resources
from geo.view import start_state

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Write down the pauses in seconds, instead of making them: there is no browser that could draw meanwhile."""
    made: list[float] = []
    monkeypatch.setattr(session, "Event", lambda: SimpleNamespace(wait=made.append))
    return made


@pytest.fixture
def open_app() -> Callable[..., AppTest]:
    """Return a function that runs the page with the keys of a link."""

    def open_it(**query: str) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=60)
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception
        return app

    return open_it


def headline(app: AppTest) -> str:
    """Return the text of the headline, a space between its lines."""
    markup = next(block.proto.body for block in app.get("html") if 'class="headline"' in block.proto.body)
    return re.sub(r"<[^>]+>", "", markup.replace("</p>", " "))


def markup_of(app: AppTest) -> str:
    """Return all markup of the page, that of components too."""
    components = (json.loads(block.proto.json or "{}") for block in app.get("bidi_component"))
    return "\n".join((*(block.proto.body for block in app.get("html")), *(data.get("html", "") for data in components)))


def page_of(*, theme: str = "light", language: str = "en", **fields: object) -> Page:
    """Return the page of the start view with some fields of its state changed; nothing is shown."""
    data = load_resources()
    return make_page(data, replace(start_state(data.evidence, language), **fields), theme=theme)


def tree_of(markup: str) -> html.HtmlElement:
    """Return markup as the children of one element, as a browser reads it."""
    return html.fragment_fromstring(str(markup), create_parent="div")


def texts(tree: html.HtmlElement, path: str) -> list[str]:
    """Return the texts of the elements at an XPath, white space folded."""
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


def open_share(app: AppTest, part: str) -> AppTest:
    """Open the drawer that shares the view at one of its parts: ``download``, ``cite`` or ``embed``."""
    app.session_state["share-part"] = part
    app.button(key="share").click().run()
    assert not app.exception
    return app


def copied(app: AppTest) -> list[str]:
    """Return what the copy buttons of the open drawer hold: the link first, then what its part offers."""
    return tree_of(markup_of(app)).xpath("//button[@data-share]/following::button/@data-copy")
