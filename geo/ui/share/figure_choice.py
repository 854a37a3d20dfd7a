"""The options of a figure in the share dialog: size, paper, resolution, what it shows, extent."""

from collections.abc import Mapping
from typing import Any, Final, Literal

import streamlit as st

from geo.draw.figure import SIZES, Extent, Layout
from geo.export import parse_size
from geo.text import message
from geo.ui.page import Page
from geo.view import View

OWN: Final = "own"
_OWN_SIZE: Final = message("Own size")
THEMES: Final[Mapping[Literal["light", "dark"], str]] = {"light": message("Light"), "dark": message("Dark")}
EXTENTS: Final[Mapping[Extent, str]] = {"view": message("As on the map"), "peru": message("All of Peru")}
LAYOUTS: Final[Mapping[Layout, str]] = {
    "map": message("One map"),
    "multiples": message("A small map for each act"),
    "answers": message("What the sources say"),
}
LAYOUT_OF_VIEW: Final[Mapping[View, Layout]] = {
    View.COMPARE: "multiples",
    View.FACTS: "answers",
    View.DISAGREEMENTS: "answers",
}
"""The layout that is offered first in a view; one map elsewhere."""
RESOLUTIONS: Final = (96, 150, 300)
"""Pixels per inch: for the screen, for the web at twice its size, and for print."""
SIDES: Final = (320, 4000)
"""Smallest and largest side of a typed size, in CSS pixels."""


def choose_figure(page: Page) -> Mapping[str, Any]:
    """Show the options of a figure, and return them as keyword arguments of :class:`FigureOptions`."""
    words = page.context.words
    size = st.segmented_control(
        words("Size of the figure"),
        [*SIZES, OWN],
        format_func=lambda name: words(SIZES[name].label if name in SIZES else _OWN_SIZE),
        key="share-figure-size",
        default="a4",
        required=True,
        label_visibility="collapsed",
    )
    if size == OWN:
        with st.container(horizontal=True):
            width = st.number_input(words("Width in pixels"), *SIDES, value=1200, step=20, key="share-figure-width")
            height = st.number_input(words("Height in pixels"), *SIDES, value=900, step=20, key="share-figure-height")
        size = f"{width}x{height}"
    with st.container(key="share-figure-look", horizontal=True, vertical_alignment="bottom", gap="large"):
        theme = st.segmented_control(
            words("Paper"),
            list(THEMES),
            format_func=lambda theme: words(THEMES[theme]),
            key="share-figure-theme",
            default="light",
            required=True,
        )
        dpi = st.segmented_control(
            words("Pixels per inch of the PNG"),
            RESOLUTIONS,
            key="share-figure-dpi",
            default=150,
            required=True,
        )
    layout = _choose_layout(page)
    return {"size": parse_size(size), "dpi": dpi, "theme": theme, "extent": _choose_extent(page), "layout": layout}


def _choose_layout(page: Page) -> Layout:
    """Show the choice of what the figure shows; first what the view shows. Small maps need several acts."""
    words, view = page.context.words, page.context.state.view
    offered = [key for key in LAYOUTS if key != "multiples" or len(page.context.state.authorisations) > 1]
    first = LAYOUT_OF_VIEW.get(view, "map")
    layout: Layout = st.segmented_control(
        words("What the figure shows"),
        offered,
        format_func=lambda key: words(LAYOUTS[key]),
        key=f"share-figure-layout-{first}",
        default=first if first in offered else "map",
        required=True,
        label_visibility="collapsed",
    )
    return layout


def _choose_extent(page: Page) -> Extent:
    """Show the choice between the extent of the map and the whole country, if these differ."""
    if page.context.state.at is None:
        return "view"
    words = page.context.words
    extent: Extent = st.segmented_control(
        words("Extent of the figure"),
        list(EXTENTS),
        format_func=lambda extent: words(EXTENTS[extent]),
        key="share-figure-extent",
        default="view",
        required=True,
    )
    return extent
