"""Links within the page."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui.html.links import place_link, question_address, view_link
from geo.view import View
from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


@pytest.mark.parametrize(
    ("anchor", "address"),
    [pytest.param("", "?view=table", id="view"), pytest.param("row", "?view=table#row", id="element in it")],
)
def test_a_link_has_an_address_and_its_text_is_escaped(anchor: str, address: str) -> None:
    """It can be copied or opened in a new tab."""
    assert view_link(View.TABLE, "<b>", anchor=anchor) == f'<a href="{address}">&lt;b&gt;</a>'


def test_a_place_is_a_link_in_the_present_view() -> None:
    """It names the place alone; the script adds the rest of the address."""
    assert place_link("lima", "Lima") == '<a href="?place=lima">Lima</a>'


def test_a_question_leads_to_its_row() -> None:
    """The address is that of the view with the answers."""
    assert question_address("D-14") == "?view=facts&open=D-14#question-D-14"


def test_the_number_of_sources_leads_to_them(open_app: Open) -> None:
    """It is the one count of the headline."""
    (markup,) = re.findall(r'<p class="note counts">.*?</p>', markup_of(open_app()))
    assert re.findall(r'<a href="\?view=(\w+)">([^<]+)</a>', markup) == [("sources", "5 source texts, 8 corroborating pages")]


def test_every_link_to_a_question_arrives(open_app: Open) -> None:
    """What the comparison and a place lead to is in the view with the answers, whatever filter an old link has."""
    wanted = set(re.findall(r'href="\?view=facts&amp;open=[\w-]+#([\w-]+)"', markup_of(open_app(view="compare", place="lima"))))
    assert wanted
    for view in ("facts", "disagreements"):
        assert wanted <= set(re.findall(r'id="(question-[\w-]+)"', markup_of(open_app(view=view))))


def test_every_link_to_a_source_arrives(open_app: Open) -> None:
    """Names of sources lead to their entries."""
    wanted = set(re.findall(r'href="\?view=sources#([\w-]+)"', markup_of(open_app(view="compare"))))
    assert len(wanted) > 5
    assert wanted <= set(re.findall(r'id="(source-[\w-]+)"', markup_of(open_app(view="sources"))))
