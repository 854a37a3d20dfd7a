"""Bend: markup in the document itself, with what it reports, where Streamlit has no element for it.

What: ``st.html`` takes SVG out of markup and reports nothing; a component without a frame puts them in, and reports choices.
Why: an image would hide the text of a drawing from search and screen readers, and a frame would not grow with its content.
Since: ``st.components.v2`` of Streamlit 1.51.
Replaced by: an element of Streamlit that shows trusted SVG and reports clicks on parts of it.
"""

from collections.abc import Callable, Iterable
from typing import Final

import streamlit as st

from geo.ui.browser import read_script
from geo.ui.html.markup import Markup

_BOX: Final = '<div class="markup"></div>'


def show_markup(
    html: Markup,
    *,
    element_key: str,
    on_choice: Callable[[str], None] | None = None,
    opened: Iterable[str] = (),
    on_open: Callable[[tuple[str, ...]], None] | None = None,
) -> None:
    """Put markup on the page.

    Parameters
    ----------
    element_key
        Name of the element, unique on the page.
    on_choice
        Called with the ``data-choose`` of what the reader chose, before the page runs again.
    opened
        Ids of the rows (``data-row``) that stand open.
    on_open
        Called with the ids of the rows that stand open, when the reader opens or closes one.
    """

    def report_choice() -> None:
        """Hand over what the reader chose, if it was a choice."""
        choice = st.session_state[element_key].get("choice")
        if on_choice and choice:
            on_choice(choice)

    def report_open() -> None:
        """Hand over which rows stand open."""
        ids = st.session_state[element_key].get("open")
        if on_open and isinstance(ids, list):
            on_open(tuple(map(str, ids)))

    component = st.components.v2.component("markup", html=_BOX, js=read_script("markup_component.js"), isolate_styles=False)
    component(
        key=element_key,
        data={"html": str(html), "open": list(opened)},
        on_choice_change=report_choice,
        on_open_change=report_open,
    )
