"""The filters of the page, and what they do to the view."""

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from geo.evidence import Window
from tests.ui.conftest import headline

Open = Callable[..., AppTest]


def test_days_are_chosen_by_slider_with_both_ends_included(open_app: Open) -> None:
    """The range goes into the link as it is; a claim whose window touches it is shown."""
    app = open_app()
    app.slider(key="dates-9307").set_value((date(2024, 11, 24), date(2024, 11, 24))).run()
    assert app.query_params["d.9307"] == "2024-11-24..2024-11-24"
    assert "Chiclayo" in [option for pills in app.get("button_group") for option in pills.options]


def test_basis_and_robustness_go_into_the_link(open_app: Open) -> None:
    """The two radios write their keys, and the headline says what robustness takes away."""
    app = open_app(basis="texts")
    assert app.query_params["basis"] == "texts"
    app = open_app(min="2")
    assert "For want of a second independent source" in headline(app)


LATE = {
    "another choice": ("min", "At least two independent sources", {"min": "2"}),
    "the same choice": ("basis", "Texts and corroboration", {"basis": "all"}),
    "no choice at all": ("min", "<b>", {"min": "1"}),
    "a period": ("preset-9307", "Whole window", {"d.9307": "2024-11-04..2024-11-24"}),
    "the place that is selected": ("find", "Tacna · region", {"place": "PE-TAC"}),
}


@pytest.mark.parametrize(("key", "label", "expected"), LATE.values(), ids=LATE)
def test_a_label_of_the_former_language_is_understood(open_app: Open, key: str, label: str, expected: dict[str, str]) -> None:
    """What is pressed before the browser has heard of a new language comes with the old labels, as text, and loses nothing."""
    app = open_app(lang="es", place="PE-TAC")
    app.session_state["exact-9307"] = True
    app.run()
    field = app.selectbox(key=key) if key == "find" else app.radio(key=key)
    field.options = [label]
    field.set_value(label)
    app.toggle(key="auth-31758").set_value(False).run()
    assert not app.exception
    assert expected.items() | {("auth", "9307")} <= {name: app.query_params[name] for name in app.query_params}.items()


def test_context_roles_are_folded_and_keep_the_others(open_app: Open) -> None:
    """A role of the context is switched on beside those of the acts."""
    app = open_app()
    app.session_state["folds"] = {"context-roles": True}
    app.run()
    next(pills for pills in app.get("button_group") if pills.key == "role-context").set_value(["port"]).run()
    assert app.query_params["role"] == "deployment,exercise,venue,port"


def test_acts_that_are_off_at_the_start_are_folded(open_app: Open) -> None:
    """An act that the link switches on stands among the others, which are open then."""
    assert [expander.label for expander in open_app().expander] == ["Places of the context"]


def test_typed_days_take_the_other_end_along(open_app: Open) -> None:
    """A first day after the last one moves the last one, and the other way round."""
    app = open_app()
    app.session_state["exact-9307"] = True
    app.run()
    app.date_input(key="end-9307").set_value(date(2024, 11, 10)).run()
    app.date_input(key="start-9307").set_value(date(2024, 11, 20)).run()
    assert app.query_params["d.9307"] == "2024-11-20..2024-11-20"
    app.date_input(key="end-9307").set_value(date(2024, 11, 5)).run()
    assert app.query_params["d.9307"] == "2024-11-05..2024-11-05"


def test_a_period_of_a_source_sets_the_days(open_app: Open) -> None:
    """The whole window is the first of the periods; another choice narrows it."""
    app = open_app(**{"d.9307": "2024-11-10..2024-11-12"})
    app.session_state["exact-9307"] = True
    app.run()
    periods = app.radio(key="preset-9307")
    assert periods.value is None
    periods.set_value(Window(date(2024, 11, 4), date(2024, 11, 24))).run()
    assert app.query_params["d.9307"] == "2024-11-04..2024-11-24"


def test_an_act_that_is_off_shows_no_days(open_app: Open) -> None:
    """Its card is the switch alone."""
    app = open_app(auth="9307")
    assert [slider.key for slider in app.slider] == ["dates-9307"]
    assert [toggle.value for toggle in app.toggle] == [False, True]
