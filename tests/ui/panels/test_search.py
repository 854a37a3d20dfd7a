"""The search for a place."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from geo.ui.session import FIND_ANSWER

Open = Callable[..., AppTest]


def test_a_found_place_is_selected_and_shown(open_app: Open) -> None:
    """Picking a place selects it and moves the map to it; clearing the field clears the selection."""
    app = open_app()
    app.selectbox(key="find").set_value("iquitos").run()
    assert app.query_params["place"] == "iquitos"
    assert app.query_params["at"] == "-3.748,-73.253,8"
    app.selectbox(key="find").set_value(None).run()
    assert "place" not in app.query_params


def test_an_answer_of_the_search_stays_until_another_place_is_shown(open_app: Open) -> None:
    """Gone with the next choice of a filter, it would move the filters from under the pointer."""
    app = open_app()
    answer = "The gazetteer of Peru has no “Xyzzy”."
    app.session_state[FIND_ANSWER] = (answer, "", "en")
    app.toggle(key="auth-31758").set_value(False).run()
    assert answer in [caption.value for caption in app.caption]
    app.selectbox(key="find").set_value("pisco").run()
    assert answer not in [caption.value for caption in app.caption]


def test_a_role_is_found_and_switched_on(open_app: Open) -> None:
    """Picking a role adds it to those that are on."""
    app = open_app()
    app.selectbox(key="find").set_value("role:protest").run()
    assert app.query_params["role"] == "deployment,exercise,venue,protest"


def test_a_name_of_the_gazetteer_alone_is_said_where_it_was_typed(open_app: Open) -> None:
    """Trujillo shows La Libertad, and says why."""
    app = open_app()
    field = app.selectbox(key="find")
    field.options = ["Trujillo"]
    field.set_value("Trujillo").run()
    assert app.query_params["place"] == "PE-LAL"
    assert "Trujillo lies in La Libertad. No source of the data names it." in [caption.value for caption in app.caption]
