"""The frame that embeds a view: choice of its size, its markup to copy, and a preview."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from geo.export import embed_code, embed_link, embed_title
from geo.text import Translator, message
from geo.ui.browser import read_script
from geo.ui.html import markup
from geo.ui.page import Page
from geo.view import to_query

SIZES: Final[Mapping[str, tuple[int, int]]] = {
    message("Article column"): (680, 860),
    message("Full width"): (1080, 900),
    message("Phone"): (360, 820),
}
"""Width and height in CSS pixels by name; the height has room for title, headline, map and legend."""
NARROWEST: Final = 280
HIGHEST: Final = 2400
_WIDTH: Final = "share-embed-width"
_HEIGHT: Final = "share-embed-height"
_PRESET: Final = "share-embed-size"

_MARKUP: Final = (
    '<div class="embed-preview"><div class="embed-frame"><iframe loading="lazy"></iframe></div><p class="note"></p></div>'
)
PREVIEW_HEIGHT: Final = 460
"""Largest height of the preview in CSS pixels."""


def show_embed(page: Page) -> None:
    """Show the choice of size, the markup to copy, and the frame scaled to fit the drawer."""
    words = page.context.words
    size = _choose_size(words)
    title = embed_title(page.context)
    code = embed_code(embed_link(page.context), title=title, width=size[0], height=size[1])
    markup.show(
        markup.copy_block(words("Code"), code, label=words("Copy"), is_code=True)
        + markup.text("h3", words("Preview"), classes="preview-title")
    )
    _show_preview(title, size, page)


def _choose_size(words: Translator) -> tuple[int, int]:
    """Show the named sizes and a field for each side, and return width and height in CSS pixels."""
    first = next(iter(SIZES))
    st.session_state.setdefault(_WIDTH, SIZES[first][0])
    st.session_state.setdefault(_HEIGHT, SIZES[first][1])
    st.segmented_control(
        words("Size of the frame"),
        list(SIZES),
        format_func=words,
        key=_PRESET,
        default=first,
        on_change=_take_preset,
        label_visibility="collapsed",
    )
    with st.container(horizontal=True):
        width = st.number_input(words("Width in pixels"), NARROWEST, HIGHEST, key=_WIDTH, step=20, on_change=_drop_preset)
        height = st.number_input(words("Height in pixels"), NARROWEST, HIGHEST, key=_HEIGHT, step=20, on_change=_drop_preset)
    return width, height


def _show_preview(title: str, size: tuple[int, int], page: Page) -> None:
    preview = st.components.v2.component(
        "embed-preview", html=_MARKUP, js=read_script("embed_preview.js"), isolate_styles=False
    )
    preview(
        key="share-embed-preview",
        data={
            "query": f"{to_query(page.context.state, page.context.link_context)}&embed=true",
            "title": title,
            "width": size[0],
            "height": size[1],
            "highest": PREVIEW_HEIGHT,
            "scaled": page.context.words("Shown at {percent} % of its size", percent="…"),
        },
    )


def _take_preset() -> None:
    """Set width and height to those of the chosen name."""
    chosen = st.session_state[_PRESET]
    if chosen:
        st.session_state[_WIDTH], st.session_state[_HEIGHT] = SIZES[chosen]


def _drop_preset() -> None:
    """Choose the name whose size was typed, or none."""
    typed = (st.session_state[_WIDTH], st.session_state[_HEIGHT])
    st.session_state[_PRESET] = next((name for name, size in SIZES.items() if size == typed), None)
