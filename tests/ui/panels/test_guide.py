"""Where a visitor without a link is told to begin."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import markup_of

HEADINGS = {"en": "Where to begin", "es": "Por dónde empezar"}


@pytest.mark.parametrize("language", HEADINGS)
def test_a_visitor_without_a_link_is_told_where_to_begin(open_app: Callable[..., AppTest], language: str) -> None:
    """Three links lead to a place, the comparison and the disagreements; each keeps the filters and the language."""
    shown = markup_of(open_app(lang=language))
    assert HEADINGS[language] in shown
    guide = shown[shown.index('class="guide"') :]
    assert re.findall(r'href="([^"]+)"', guide)[:3] == ["?place=lima", "?view=compare", "?view=disagreements"]


@pytest.mark.parametrize("query", [{"auth": "9307"}, {"place": "pisco"}, {"view": "facts"}, {"basis": "texts"}, {"auth": ""}])
def test_who_has_chosen_something_is_left_alone(open_app: Callable[..., AppTest], query: dict[str, str]) -> None:
    """The guide goes with the first choice, and with it all its bytes."""
    assert 'class="guide"' not in markup_of(open_app(**query))
