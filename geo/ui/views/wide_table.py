"""Tables that are wider than the page, and the background of the column that stays while they scroll."""

import streamlit as st

from geo.ui.html import markup
from geo.ui.html.markup import Markup
from geo.ui.page import Page


def wide_table(table: Markup, label: str, page: Page) -> Markup:
    """Return a table that scrolls sideways; its first column stays.

    Parameters
    ----------
    label
        Name of the table for screen readers.
    """
    return markup.element(
        "div", table, classes="wide", tabindex="0", role="group", aria_label=label, style=f"--paper:{page_background(page)}"
    )


def page_background(page: Page) -> str:
    """Return the background colour of the page in its theme, as CSS: the fill of elements that stay while others scroll."""
    return str(st.get_option(f"theme.{page.theme}.backgroundColor") or "canvas")
