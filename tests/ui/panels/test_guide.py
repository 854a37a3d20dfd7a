"""Where a visitor without a link is told to begin."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence
from geo.view import LinkContext, from_query, start_state
from tests.ui.conftest import markup_of

HEADINGS = {"en": "Where to begin", "es": "Por dónde empezar"}


@pytest.mark.parametrize("language", HEADINGS)
def test_a_visitor_without_a_link_is_told_where_to_begin(
    open_app: Callable[..., AppTest], known: LinkContext, evidence: Evidence, language: str
) -> None:
    """Three links lead to a place, the comparison and the disagreements, each of them a whole view in the same language."""
    shown = markup_of(open_app(lang=language))
    assert HEADINGS[language] in shown
    guide = shown[shown.index('class="guide"') :]
    queries = [found.replace("&amp;", "&") for found in re.findall(r'href="\\?([^"]+)"', guide)][:3]
    states = [from_query(query, known, language="en") for query in queries]
    start = start_state(evidence, language)
    assert [reading.notices for reading in states] == [()] * 3
    assert [(state.state.place, state.state.view.value, state.state.language) for state in states] == [
        ("lima", "map", start.language),
        ("", "compare", start.language),
        ("", "disagreements", start.language),
    ]


@pytest.mark.parametrize("query", [{"auth": "9307"}, {"place": "pisco"}, {"view": "facts"}, {"basis": "texts"}, {"auth": ""}])
def test_who_has_chosen_something_is_left_alone(open_app: Callable[..., AppTest], query: dict[str, str]) -> None:
    """The guide goes with the first choice, and with it all its bytes."""
    assert 'class="guide"' not in markup_of(open_app(**query))
