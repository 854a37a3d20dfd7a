"""What a figure shows: first what the view shows."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import open_share

Open = Callable[..., AppTest]
LABEL = "What the figure shows"


@pytest.mark.parametrize(
    ("query", "layout"),
    [
        ({"view": "map"}, "map"),
        ({"view": "compare"}, "multiples"),
        ({"view": "facts"}, "answers"),
        ({"view": "disagreements"}, "answers"),
        ({"view": "compare", "auth": "9307"}, "map"),
    ],
)
def test_a_figure_shows_first_what_the_view_shows(open_app: Open, query: dict[str, str], layout: str) -> None:
    """With one act there are no small maps to choose."""
    app = open_share(open_app(**query), "download")
    control = next(group for group in app.button_group if group.label == LABEL)
    assert control.value == layout
    assert len(control.options) == (2 if "auth" in query else 3)
