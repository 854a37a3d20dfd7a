"""The map on the page."""

import streamlit as st

from geo.draw.map import build_map, layer_of
from geo.ui.page import Page
from geo.ui.session import MAP_KEY, map_sync, take_map_event

HEIGHT = 640
"""CSS pixels; the style sheet makes the map lower on a small screen."""


def show_map(page: Page) -> None:
    """Show the map; a choice on it makes a new view.

    Every run makes a new map object, because streamlit-folium adds the layer to it. The objects are equal, so the map in the
    browser stays.
    """
    from streamlit_folium import st_folium  # noqa: PLC0415 - registers its frame only in a script run

    painting = page.data.paint(page.context.state.filtered, page.context.state.language)
    layer = layer_of(painting, page.context.state, map_sync())
    with st.container(key=MAP_KEY):
        st_folium(
            build_map(page.data.assets),
            key=MAP_KEY,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[],
            render=False,  # map and layer render nothing; the component takes their scripts
            feature_group_to_add=layer,
            on_change=take_map_event,
        )
