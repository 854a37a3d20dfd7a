"""The choice between the views."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui.views.choice import CHOICES, PANELS, hidden_parts
from geo.view import View
from tests.ui.conftest import page_of

Open = Callable[..., AppTest]


def test_every_view_but_the_map_has_a_panel() -> None:
    """The map is always on the page; the view of the disagreements is a filter of the facts and no choice of its own."""
    assert {*PANELS, View.MAP} == set(View)
    assert set(View) - set(CHOICES) == {View.DISAGREEMENTS}


@pytest.mark.parametrize(("view", "chosen"), [("table", "table"), ("disagreements", "facts")])
def test_the_present_view_is_marked(open_app: Open, view: str, chosen: str) -> None:
    """A link to the disagreements marks the facts."""
    choice = next(group for group in open_app(view=view).get("button_group") if group.key == "view")
    assert choice.value == chosen
    assert len(choice.options) == len(CHOICES)


def test_a_choice_is_in_the_link(open_app: Open) -> None:
    """The name of a view opens it."""
    app = open_app()
    next(group for group in app.get("button_group") if group.key == "view").set_value(View.SOURCES).run()
    assert app.query_params["view"] == "sources"


def test_a_view_hides_the_map_and_keeps_the_detail_of_a_chosen_place() -> None:
    """The map's own view hides nothing; another hides the detail only while no place is chosen."""
    assert hidden_parts(page_of()) == ()
    with_place, without = (hidden_parts(page_of(view=View.TABLE, place=place)) for place in ("pisco", ""))
    assert [selector for selector in without if "st-key-map" in selector] != []
    assert [selector for selector in without if "st-key-detail" in selector] != []
    assert [selector for selector in with_place if "st-key-detail" in selector] == []
