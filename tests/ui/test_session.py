"""How long a run waits for the browser: by why it runs, and not where no map is seen."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest


def test_a_visit_waits_for_the_map_and_a_choice_for_its_painting(open_app: Callable[..., AppTest], pauses: list[float]) -> None:
    """One pause a run, and the longer one but once."""
    app = open_app()
    app.toggle[0].set_value(False).run()
    app.toggle[0].set_value(True).run()
    assert pauses == [0.5, 0.08, 0.08]


def test_a_step_to_another_link_waits_for_nothing(open_app: Callable[..., AppTest], pauses: list[float]) -> None:
    """Back and Forward move the map by themselves."""
    app = open_app()
    app.query_params["basis"], app.query_params["step"] = "texts", "1"
    app.run()
    assert pauses == [0.5, 0.0]


@pytest.mark.parametrize("view", ["facts", "sources"])
def test_where_no_map_is_seen_nothing_is_waited_for(open_app: Callable[..., AppTest], pauses: list[float], view: str) -> None:
    """Neither on the visit nor after a choice; a step back to the map is no visit."""
    app = open_app(view=view)
    app.toggle[0].set_value(False).run()
    assert pauses == []
    app.query_params["view"], app.query_params["step"] = "map", "1"
    app.run()
    assert pauses == [0.0]
