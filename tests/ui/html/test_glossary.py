"""Terms that tell what they mean, where they stand."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.text import translator
from geo.ui.html.glossary import Terms, role_meanings
from geo.view.labels import ROLE_MEANINGS
from tests.ui.conftest import markup_of


def test_a_term_is_explained_where_it_comes_first() -> None:
    """It opens once; after that it is a word."""
    terms = Terms(translator("en"))
    opens = '<details class="term"><summary>port &amp; quay</summary><span class="meaning">A port.</span></details>'
    assert terms.term("port & quay", "a port") == opens
    assert terms.term("the port", "a port") == "<span>the port</span>"


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_role_is_explained_at_its_filter(open_app: Callable[..., AppTest], language: str) -> None:
    """The help names each role with what it means, in the language of the page."""
    app = open_app(lang=language)
    (shown,) = (pills.help for pills in app.get("button_group") if pills.key == "role")
    words = translator(language)
    assert shown == role_meanings(words)
    assert all(words(meaning) in shown for meaning in ROLE_MEANINGS.values())


def test_a_place_explains_precision_role_and_certainty_once(open_app: Callable[..., AppTest]) -> None:
    """Each of the three terms of Iquitos can be opened, the first time that it is used."""
    shown = markup_of(open_app(place="iquitos", lang="en"))
    assert shown.count('<details class="term"><summary>The point of the locality is shown.</summary>') == 1
    assert shown.count('<details class="term"><summary>Authorised presence</summary>') == 1
    assert shown.count("<summary>stated by the source</summary>") == 1
    assert shown.count("<span>stated by the source</span>") >= 1
