"""The page without a browser: Streamlit's own AppTest, which runs the script and shows the elements it makes."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui import session

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
