"""The page as a table of contents, and the server that it runs on.

``streamlit run app.py`` reads this file twice: once to find the server, and then, within it, as the script of every session.
"""

import streamlit as st

from geo.draw import inks
from geo.text import words_in
from geo.ui import detail, filters, legend, map_panel, resources, server, session, top
from geo.view import build_detail, build_headline, select


def show_page() -> None:
    """Show the view that the link, the widgets and the map have led to."""
    st.set_page_config(page_title=top.page_title(), layout="wide")
    data = resources.load_resources()
    state = session.current_view(data.known)
    words = words_in(state.language)
    selection = select(data.evidence, state)
    theme = session.moment().theme
    colours = inks(data.evidence.authorisations, theme)
    by_act = {ink.key: ink.fill for ink in colours if len(ink.authorisations) == 1}

    top.show_style()
    with st.sidebar:
        filters.show_filters(state, data.known, colours=by_act, words=words)
    top.show_title(state, words)
    top.show_notices(words)
    headline = build_headline(data.evidence, state, selection, units=len(data.atlas.units), words=words)
    top.show_headline(headline, words)

    centre, side = st.columns([5, 3], gap="medium")
    with centre:
        map_panel.show_map(data, state, selection, words=words)
        with st.container(key="legend"):
            legend.show_legend(selection, authorisations=data.evidence.authorisations, inks=colours, theme=theme, words=words)
    with side, st.container(key="side"), st.container(key="detail"):
        chosen = build_detail(data.evidence, data.atlas, selection, state.place)
        if chosen:
            detail.show_detail(chosen, data.evidence, colours=by_act, words=words)
        else:
            detail.show_summary(selection, state, data.evidence, words=words)
    resources.freeze_garbage()


if st.runtime.exists():
    show_page()
else:
    app = st.App(__file__, lifespan=server.prewarm, routes=server.routes())
