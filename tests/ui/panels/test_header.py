"""The top of the page leads to the acts that are off."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


def test_the_acts_that_are_off_are_counted_under_the_headline(open_app: Open) -> None:
    """A button under the headline says how many more acts are known, and opens their panel; there is none with all acts on."""
    assert 'data-open="acts">1 more act is known.</button>' in markup_of(open_app(v="1", auth="31758"))
    assert 'data-open="acts"' not in markup_of(open_app())
