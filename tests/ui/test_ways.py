"""The ways from view to view."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.ui.html.links import way
from geo.view import View
from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


@pytest.mark.parametrize(
    ("to", "address"), [pytest.param("", "?view=table", id="view"), pytest.param("row", "?view=table#row", id="place in it")]
)
def test_a_way_is_a_link(to: str, address: str) -> None:
    """It has an address of its own, and its text is escaped."""
    assert way(View.TABLE, "<b>", to=to) == f'<a href="{address}">&lt;b&gt;</a>'


def test_the_counts_of_the_headline_lead_to_what_they_count(open_app: Open) -> None:
    """Acts to the facts, places to the table, regions to the comparison, sources to the sources."""
    (markup,) = re.findall(r'<p class="headline">.*?</p>', markup_of(open_app()))
    assert re.findall(r'<a href="\?view=(\w+)">([^<]+)</a>', markup) == [
        ("facts", "2 authorisations"),
        ("table", "17 places named"),
        ("compare", "14 of 25 regions"),
        ("sources", "5 source texts, 9 corroborating pages"),
    ]


def test_every_way_to_a_disagreement_arrives(open_app: Open) -> None:
    """What the facts lead to is in the view of the disagreements."""
    wanted = set(re.findall(r'href="\?view=disagreements#([\w-]+)"', markup_of(open_app(view="facts"))))
    there = set(re.findall(r'id="(question-[\w-]+)"', markup_of(open_app(view="disagreements"))))
    assert len(wanted) > 5
    assert wanted <= there


def test_a_place_leads_to_its_disagreements(open_app: Open) -> None:
    """Each question beside the claims about a place is the way to its answers."""
    markup = markup_of(open_app(place="pisco"))
    questions = markup[markup.index('class="disputes"') :]
    assert re.findall(r'<li><div class="statement differ"><a href="\?view=disagreements#(question-[\w-]+)">', questions)
