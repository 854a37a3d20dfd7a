"""The choice of the view, and the panel of each view.

The map stays on the page in every view, and the style sheet hides it. If it were removed, the browser would draw it again, and
zoom and pan would be lost.
"""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from geo.ui.page import Page
from geo.ui.session import bind, change
from geo.ui.views.about import show_about
from geo.ui.views.answers import show_answers
from geo.ui.views.compare import show_compare
from geo.ui.views.sources import show_sources
from geo.ui.views.table import show_table
from geo.view import View
from geo.view.labels import VIEW_LABELS

PANELS: Final[Mapping[View, Callable[[Page], None]]] = {
    View.COMPARE: show_compare,
    View.FACTS: show_answers,
    View.DISAGREEMENTS: show_answers,
    View.SOURCES: show_sources,
    View.TABLE: show_table,
    View.ABOUT: show_about,
}

CHOICES: Final = tuple(view for view in View if view is not View.DISAGREEMENTS)
"""The views on offer; that of the disagreements is left out, since it is a filter of the facts."""


def show_view_choice(page: Page) -> None:
    """Show the names of the views as buttons; the present one is marked."""
    view = page.context.state.view
    st.segmented_control(
        page.context.words("View"),
        list(CHOICES),
        format_func=lambda view: page.context.words(VIEW_LABELS[view]),
        label_visibility="collapsed",
        **bind("view", view if view in CHOICES else View.FACTS, _choose_view),
    )


def show_view(page: Page) -> None:
    """Show the panel of the present view; the map has none."""
    panel = PANELS.get(page.context.state.view)
    if panel is None:
        return
    with st.container(key=f"view-{page.context.state.view.value}"):
        panel(page)


def hidden_parts(page: Page) -> tuple[str, ...]:
    """Return the CSS selectors of the parts that the present view hides."""
    if page.context.state.view is View.MAP:
        return ()
    parts = ("map", "legend", "timeline") if page.context.state.place else ("map", "legend", "timeline", "detail")
    hidden = tuple(f'[data-testid="stLayoutWrapper"]:has(> .st-key-{part})' for part in parts)
    return hidden if page.context.state.place else (*hidden, '[data-testid="stColumn"]:has(.st-key-detail)')


def _choose_view() -> None:
    chosen = st.session_state["view"]
    if chosen:
        change(view=View(chosen))
    else:
        change()
