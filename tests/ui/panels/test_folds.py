"""Folds of the filters."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


def keys_of(app: AppTest) -> set[str]:
    """Return the keys of the pills that are sent."""
    return {pills.key for pills in app.get("button_group")}


def test_a_fold_starts_closed_and_its_contents_are_not_sent(open_app: Open) -> None:
    """A closed fold without a choice says nothing."""
    app = open_app()
    assert "role-context" not in keys_of(app)
    assert "On: " not in markup_of(app)


def test_a_fold_starts_open_where_something_in_it_is_chosen(open_app: Open) -> None:
    """A link with a role of the context shows that role."""
    assert "role-context" in keys_of(open_app(role="deployment,port"))


def test_a_fold_stays_as_the_reader_leaves_it(open_app: Open) -> None:
    """It does not close when the last choice in it ends, nor open again; closed, it names what is chosen inside."""
    app = open_app(role="deployment,port")
    next(pills for pills in app.get("button_group") if pills.key == "role-context").set_value([]).run()
    assert "role-context" in keys_of(app)
    next(pills for pills in app.get("button_group") if pills.key == "role-context").set_value(["port"]).run()
    app.session_state["folds"] = {"context-roles": False}
    app.run()
    assert "role-context" not in keys_of(app)
    assert app.query_params["role"] == "deployment,port"
    assert "On: Port" in markup_of(app)
