"""The view of the facts, as the page shows it."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence

APP = Path(__file__).resolve().parents[2] / "app.py"


def page(**query: str) -> AppTest:
    """Run the page with a link."""
    test = AppTest.from_file(str(APP), default_timeout=30)
    for key, value in {"view": "facts", **query}.items():
        test.query_params[key] = value
    test.run()
    assert not test.exception
    return test


def markup(test: AppTest) -> str:
    """Return all markup of the page."""
    return "\n".join(element.proto.body for element in test.get("html"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_act_has_its_facts(language: str, evidence: Evidence) -> None:
    """Each act has a heading, and what sources disagree on is named."""
    shown = markup(page(lang=language))
    assert shown.count('<section class="facts"') == len(evidence.authorisations)
    assert all(getattr(act, f"name_{language}") in shown for act in evidence.authorisations.values())
    assert all(getattr(evidence.disagreements[key], f"question_{language}") in shown for key in ("D-06", "D-12", "D-14"))


def test_no_act() -> None:
    """With every act off there is a sentence and no facts."""
    test = page(auth="")
    assert [element.value for element in test.info]
    assert '<section class="facts"' not in markup(test)


def test_the_way_to_the_disagreements() -> None:
    """The button at the end leads to the view of the disagreements."""
    test = page()
    test.button(key="facts-disagreements").click().run()
    assert not test.exception
    assert "view=disagreements" in urlencode(test.query_params, doseq=True)
