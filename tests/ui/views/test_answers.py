"""What the sources say, on the page."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence
from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


def answers(app: AppTest) -> str:
    """Return the markup of the rows."""
    return markup_of(app).partition('class="answers"')[2]


def test_a_folded_row_says_question_answers_and_sources_by_name(open_app: Open) -> None:
    """The vote: two acts, the number bold, the sources by name, and that they differ."""
    row = re.search(r'<details class="question" data-row="D-14".*?</details>', answers(open_app(view="facts")))[0]
    assert re.findall(r'<b class="answer-text">([^<]+)</b>', row) == [
        "70 for, 33 against, 4 abstaining",
        "63 for, 23 against, 7 abstaining",
        "62 for",
    ]
    assert "sources differ" in row
    assert "La Jornada</span>" in row
    assert "<article" not in row


def test_an_open_row_has_the_claims(open_app: Open) -> None:
    """The cards of both acts, and what is known of the difference."""
    app = open_app(view="facts")
    app.session_state["answers-open"] = ("vote.majority", "more-vote")
    app.run()
    row = re.search(r'data-row="vote.majority".*?</details>', answers(app))[0]
    assert '<article class="claim">' in row


def test_old_links_lead_to_the_questions_on_which_sources_differ(open_app: Open, evidence: Evidence) -> None:
    """Each recorded disagreement has its row there, without a fold."""
    shown = answers(open_app(view="disagreements"))
    assert {f'id="question-{key}"' in shown for key in evidence.disagreements} == {True}
    assert 'class="more"' not in shown


@pytest.mark.parametrize("act", ["31758", "9307"])
def test_one_act_has_one_column(open_app: Open, act: str) -> None:
    """With the other act off there is nothing to stand beside."""
    assert "--acts:1;" in answers(open_app(view="facts", auth=act))


def test_the_filter_of_differing_questions_is_in_the_link(open_app: Open) -> None:
    """It is the view that old links call disagreements."""
    app = open_app(view="facts")
    next(pills for pills in app.get("button_group") if pills.key == "answers-filter").set_value("differing").run()
    assert app.query_params["view"] == "disagreements"
