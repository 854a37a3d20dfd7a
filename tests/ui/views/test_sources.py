"""The view of sources on the page."""

import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


def test_every_source_has_an_entry(open_app: Open) -> None:
    """The five texts come first, then the pages; the links between them are also said in words."""
    app = open_app(view="sources")
    found = re.findall(r'id="source-([\w-]+)"', markup_of(app))
    assert found == [*(f"00{number}" for number in range(5)), *(f"C-0{number}" for number in range(1, 10))]
    assert "14 sources, 10 independent voices" in markup_of(app)
    assert "003 rests on C-05, La Lupa and López Obrador." in markup_of(app)


def test_a_source_outside_the_filters_is_kept(open_app: Open) -> None:
    """With the texts alone a corroborating page stays, quiet, with none of its claims."""
    app = open_app(view="sources", basis="texts")
    assert '<article class="source-entry outside" id="source-C-01">' in markup_of(app)
    assert "0 of 19 claims within the filters" in markup_of(app)
