"""Tables that are wider than the page."""

import pytest
import streamlit as st

from geo.ui.html import markup
from geo.ui.views.wide_table import page_background, wide_table
from tests.ui.conftest import page_of, tree_of


def test_a_wide_table_can_be_scrolled_by_keyboard_and_says_what_it_is() -> None:
    """The region takes the focus and has the name of the table."""
    (region,) = tree_of(wide_table(markup.text("table", ""), "Who names which place", page_of())).xpath("//*[@role='group']")
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "Who names which place")
    assert len(region.xpath("table")) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_stays_while_the_rest_scrolls_has_the_background_of_the_page(theme: str) -> None:
    """It is the colour that Streamlit's configuration has for the reader's theme."""
    page = page_of(theme=theme)
    assert page_background(page) == (st.get_option(f"theme.{theme}.backgroundColor") or "canvas")
    assert page_background(page) in wide_table(markup.text("table", ""), "", page)
