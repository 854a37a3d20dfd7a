"""The view of disagreements on the page."""

import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


def shown_questions(app: AppTest) -> list[str]:
    """Return the ids of the questions, in the order of the page."""
    return re.findall(r'id="question-(D-\d+)"', markup_of(app))


def test_every_question_is_on_the_page(open_app: Open) -> None:
    """All 17 questions of the data are shown, with their answers, and a list of places keeps its difference visible."""
    app = open_app(view="disagreements")
    assert shown_questions(app) == [f"D-{number:02d}" for number in range(1, 18)]
    assert "<b>Santa Lucía</b>" in markup_of(app)


def test_questions_outside_the_filters_come_last(open_app: Open) -> None:
    """With the act of 2023 off its questions are quiet and say why, and come after those of the other act."""
    app = open_app(view="disagreements", auth="9307")
    found = shown_questions(app)
    assert len(found) == 17
    assert found.index("D-12") < found.index("D-01")
    assert "Outside the filters: no claim that answers these questions is let through" in markup_of(app)
    assert "the authorisation is switched off" in markup_of(app)


def test_a_place_of_a_question_can_be_selected(open_app: Open) -> None:
    """Choosing a place selects it in the link; choosing it again clears it."""
    app = open_app(view="disagreements")
    app.button_group(key="question-places-D-11").set_value("pisco").run()
    assert not app.exception
    assert app.query_params["place"] == "pisco"
    assert app.button_group(key="question-places-D-11").value == "pisco"
    app.button_group(key="question-places-D-11").set_value(None).run()
    assert "place" not in app.query_params
