"""The list of all shown places, for readers who do not use the map; a name opens its place."""

import streamlit as st

from geo.ui.html import markup
from geo.ui.html.list_limits import MOST_NAMES, more_places
from geo.ui.page import Page
from geo.ui.session import bind, change


def show_places(page: Page) -> None:
    """Show the names of the places under each act."""
    context, words = page.context, page.context.words
    markup.show(markup.text("h2", words("Places shown"), classes="place-name"))
    if not context.selection.places:
        show_nothing(page)
        return
    st.caption(words("Choose a place here or on the map to read who says what."))
    for act_id in (*context.evidence.authorisations, ""):
        shown = context.selection.places_under(act_id)
        if not shown:
            continue
        names = {place.place.place_id: markup.label(words.of(place.place, "name")) for place in shown[:MOST_NAMES]}
        widget_key = f"places-{act_id or 'context'}"
        st.pills(
            markup.label(context.act_name(act_id)),
            list(names),
            format_func=names.__getitem__,
            **bind(widget_key, None, _choose_place, widget_key),
        )
        if len(shown) > MOST_NAMES:
            markup.show(markup.element("p", more_places(len(shown) - MOST_NAMES, words), classes="note"))


def show_nothing(page: Page) -> None:
    """Show why the view has no place, and what to change."""
    words = page.context.words
    if page.context.state.authorisations:
        st.info(words("Nothing matches the filters. Widen the days, add a role, or reset the filters."))
    else:
        st.info(words("Every act is switched off. Switch one on in the filters, or reset them."))


def _choose_place(widget_key: str) -> None:
    change(place=st.session_state[widget_key] or "")
