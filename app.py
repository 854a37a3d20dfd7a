"""The table of contents of the page, and its server.

``streamlit run app.py`` reads this file twice: once to find the server, and then, within it, as the script of every session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.ui.server import application, readiness

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

if st.runtime.exists():
    readiness.wait_for_imports()
    from geo.ui import resources, session
    from geo.ui.browser import gestures, instant
    from geo.ui.page import Page, make_page
    from geo.ui.panels import detail, filters, header, legend, map_panel, notices, search, timeline
    from geo.ui.views import choice
else:  # the server listens before it imports the modules of the page: see geo/ui/server/readiness.py
    app = st.App(__file__, lifespan=readiness.prewarm, routes=application.routes(), middleware=application.middleware())


def show_page() -> None:
    """Show the present view of the session."""
    header.show_first_title()
    data = resources.load_or_explain()
    state = session.current_view(data.link_context)
    page = make_page(data, state, theme=session.theme(), base_url=session.page_address())
    header.show_tab_title(page)

    if st.context.is_embedded:
        show_embedded(page)
        return
    head = st.container()
    hidden = choice.hidden_parts(page)
    if hidden:
        header.show_style(hidden, page, head)  # before the map that it hides
    centre, side = st.columns([5, 3], gap="medium")
    with centre:
        map_panel.show_map(page)  # before what stands above it: the reader waits for this
    rows = show_words(page, head, hidden) if session.is_visit() else None
    session.let_the_browser_draw(map_is_shown=not hidden)
    rows = rows or show_words(page, head, hidden)
    gestures.show_gestures(page.context, instant.instant_addresses(page))
    with side:
        detail.show_side(page)
    with rows.actions:
        header.show_actions(page)
    with head:
        header.show_act_chips(page)
    with rows.views:
        choice.show_view_choice(page)
    with st.sidebar:
        search.show_find(page)
        filters.show_filters(page)
    with centre:
        legend.show_legend(page)
        timeline.show_timeline(page)
        choice.show_view(page)
    session.write_address()  # last: the browser that has this address has everything that this run has sent
    resources.freeze_garbage(data.stamp)


def show_words(page: Page, head: DeltaGenerator, hidden: tuple[str, ...]) -> header.Rows:
    """Show title, notices and headline above the map, and return the empty rows for buttons between them."""
    filters.show_heading(page)  # an empty sidebar would not keep its room either
    with head:
        if not hidden:
            header.show_style(hidden, page, head)
        actions = header.show_title(page)
        notices.show_notices(page)
        notices.show_stale_data(page)
        header.show_headline(page)
        return header.Rows(actions=actions, views=st.container(key="views", height=header.ROW_HEIGHT, border=False))


def show_embedded(page: Page) -> None:
    """Show title, headline, map, legend and a link to the whole page, for a frame in another page."""
    session.write_address()
    header.show_style((), page, st.container())  # whatever the view: a frame shows the map
    gestures.show_gestures(page.context)
    with st.container(key="embedded"):
        header.show_subject(page)
        header.show_headline(page)
        map_panel.show_map(page)
        legend.show_legend(page)
        header.show_embed_origin(page)


if st.runtime.exists():
    show_page()
