"""The view of the facts, as the page shows it."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence, Topic

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
    """Each act has a column, and what sources disagree on leads to its answers."""
    shown = markup(page(lang=language))
    assert f"--acts:{len(evidence.authorisations)}" in shown
    assert all(getattr(act, f"short_{language}") in shown for act in evidence.authorisations.values())
    for key in ("D-06", "D-12", "D-14"):
        assert f"?view=disagreements#question-{key}" in shown
        assert getattr(evidence.disagreements[key], f"question_{language}") in shown


def test_votes_stand_together_and_to_one_scale(evidence: Evidence) -> None:
    """The bars of all acts come before anything else, the longest over the whole width."""
    shown = markup(page())
    votes = shown[shown.index('class="votes"') : shown.index("act-row")]
    bars = re.findall(r'class="bar".*?</div>', votes)
    lengths = [sum(map(float, re.findall(r'style="width:([0-9.]+)%"', bar))) for bar in bars]
    assert len(bars) > len(evidence.authorisations)
    assert max(lengths) == pytest.approx(100, abs=0.01)


def test_no_act() -> None:
    """With every act off there is a sentence and no facts."""
    test = page(auth="")
    assert [element.value for element in test.info]
    assert 'class="facts"' not in markup(test)


def test_what_a_source_says_in_words_is_no_answer_of_the_page(evidence: Evidence) -> None:
    """Numbers, days and names stand in bold; a position or a statement never does, or it would read as the page's own."""
    bold = set(re.findall(r"<b[^>]*>(.*?)</b>", markup(page())))
    assert {"About 700 persons", "US Department of Defense"} <= bold
    said = [claim for claim in evidence.claims.values() if claim.topic in (Topic.ASSURANCE, Topic.OBJECTION)]
    assert said
    assert not {f"{claim.value[:1].upper()}{claim.value[1:]}." for claim in said} & bold
