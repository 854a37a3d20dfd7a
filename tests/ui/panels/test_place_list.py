"""The list of the places that are shown."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence

Open = Callable[..., AppTest]


def lists(app: AppTest) -> dict[str, list[str]]:
    """Return the names under each act, by the key of the list."""
    return {group.key: group.options for group in app.get("button_group") if (group.key or "").startswith("places-")}


def test_each_act_lists_the_places_that_it_names(open_app: Open) -> None:
    """A place that both acts name stands under each; the context has a list of its own."""
    found = lists(open_app(role="deployment,exercise,venue,protest"))
    assert list(found) == ["places-31758", "places-9307", "places-context"]
    assert "Lima" in found["places-31758"]
    assert "Lima" in found["places-9307"]
    assert "Pisco" not in found["places-31758"]


def test_a_name_opens_its_place(open_app: Open, evidence: Evidence) -> None:
    """The place goes into the link, and its detail takes the place of the list."""
    app = open_app()
    next(group for group in app.get("button_group") if group.key == "places-9307").set_value("pisco").run()
    assert app.query_params["place"] == "pisco"
    assert evidence.places["pisco"].name not in lists(app).get("places-9307", [])


def test_an_empty_view_says_what_to_do(open_app: Open) -> None:
    """With every act off, and with filters that leave nothing, the sentence differs."""
    off, nothing = open_app(auth=""), open_app(role="")
    assert [info.value for info in off.info] == ["Every act is switched off. Switch one on in the filters, or reset them."]
    assert [info.value for info in nothing.info] == [
        "Nothing matches the filters. Widen the days, add a role, or reset the filters."
    ]
