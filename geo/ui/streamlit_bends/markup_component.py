"""Bend: markup with SVG in the document itself, which reports clicks.

What: ``st.html`` removes SVG and reports nothing; a component without a frame inserts the markup and reports choices.
Why: an image would hide the text of a drawing from search and screen readers, and a frame would not grow with its content.
Since: ``st.components.v2`` of Streamlit 1.51.
Replaced by: an element of Streamlit that shows trusted SVG and reports clicks on parts of it.
"""

from collections.abc import Callable, Iterable
from typing import Final

import streamlit as st

from geo.ui.browser import component_script
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
    html
        The markup; it is inserted unchanged.
    element_key
        Streamlit's key of the element, unique on the page.
    on_choice
        Called before the next run with the ``data-choose`` of the element that the reader clicked.
    opened
        Ids of the open rows (``data-row``).
    on_open
        Called before the next run with the ids of the open rows, after the reader opened or closed one.
    """

    def report_choice() -> None:
        """Call ``on_choice`` if there is a choice."""
        choice = st.session_state[element_key].get("choice")
        if on_choice and choice:
            on_choice(choice)

    def report_open() -> None:
        """Call ``on_open`` with the ids of the open rows."""
        ids = st.session_state[element_key].get("open")
        if on_open and isinstance(ids, list):
            on_open(tuple(map(str, ids)))

    component = st.components.v2.component(
        "markup", html=_BOX, js=component_script("markup_component.js"), isolate_styles=False
    )
    component(
        key=element_key,
        data={"html": str(html), "open": list(opened)},
        on_choice_change=report_choice,
        on_open_change=report_open,
    )
