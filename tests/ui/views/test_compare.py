"""The view that compares, as the page shows it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import markup_of

APP = Path(__file__).resolve().parents[3] / "app.py"


def page(**query: str) -> AppTest:
    """Run the page with a link."""
    test = AppTest.from_file(str(APP), default_timeout=30)
    for key, value in {"view": "compare", **query}.items():
        test.query_params[key] = value
    test.run()
    assert not test.exception
    return test


def markup(test: AppTest) -> str:
    """Return all markup of the page."""
    return markup_of(test)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_place_that_one_list_leaves_out(language: str) -> None:
    """The differences name Santa Lucía, with what the data knows of why the lists differ."""
    shown = markup(page(lang=language))
    differences = shown.partition('class="differences"')[2].partition("</ul>")[0]
    assert "Santa Lucía" in differences
    assert ("worded as an open one" if language == "en" else "redactada como lista abierta") in shown


def test_nothing_to_compare() -> None:
    """With no role there is a sentence and no table."""
    test = page(role="")
    assert [element.value for element in test.info]
    assert 'class="matrix"' not in markup(test)
