"""A view as a query and as a whole link."""

from dataclasses import replace
from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from geo.view import LinkContext, join_query, start_state, to_link, to_query
from tests.view.samples import states


def test_a_link_stands_at_the_address_of_its_page(known: LinkContext) -> None:
    """Query and fragment of the address are left out, and a bare host gets its path."""
    state = start_state(known.evidence, "en")
    query = to_query(state, known)
    assert to_link(state, known, "https://example.org/ingreso/?lang=es#map") == f"https://example.org/ingreso/?{query}"
    assert to_link(state, known, "https://example.org") == f"https://example.org/?{query}"


def test_a_search_leaves_nothing_to_take_amiss(known: LinkContext) -> None:
    """Its commas and spaces are encoded, those of a list are not."""
    query = to_query(replace(start_state(known.evidence, "en"), table_search="a, b & c"), known)
    assert "auth=31758,9307&" in query
    assert "&q=a%2C%20b%20%26%20c&" in query


@given(st.data())
def test_a_query_that_was_split_is_joined_in_the_same_spelling(known: LinkContext, data: st.DataObject) -> None:
    """So the page sees whether the address bar holds its view."""
    query = to_query(data.draw(states(known)), known)
    assert join_query(parse_qsl(query, keep_blank_values=True)) == query
