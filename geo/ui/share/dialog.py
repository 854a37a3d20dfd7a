"""The share button and its drawer: the link of the view, files, citations, and the frame that embeds the view.

The contents are made when the drawer is opened; the drawer runs as a fragment, without the rest of the page. The choices in it
(a size, a style of citation) are not part of the link, since they do not change the view.
"""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from geo.export import CitationStyle, cite_sources, cite_view
from geo.text import message
from geo.ui.html import markup
from geo.ui.page import Page
from geo.ui.session import page_address
from geo.ui.share.downloads import show_downloads
from geo.ui.share.embed import show_embed
from geo.view import to_link

STYLES: Final[Mapping[CitationStyle, str]] = {
    CitationStyle.APA: message("APA"),
    CitationStyle.CHICAGO: message("Chicago"),
    CitationStyle.BIBTEX: message("BibTeX"),
    CitationStyle.CSL: message("CSL-JSON"),
}
_IS_OPEN: Final = "share-is-open"
CODE: Final = frozenset({CitationStyle.BIBTEX, CitationStyle.CSL})


def show_share(page: Page) -> None:
    """Show the button and, from a press until the reader closes it, the drawer.

    The session keeps that the drawer is open. The map may report its new extent just after the press, and without this the run
    for that report would close the drawer.
    """
    words = page.context.words
    st.button(words("Share"), key="share", icon=":material/ios_share:", type="tertiary", on_click=_open)
    if st.session_state.get(_IS_OPEN):
        drawer = st.dialog(words("Share this view"), position="right", width=DRAWER_WIDTH, on_dismiss=_close)
        drawer(_show_drawer)(page)


def _open() -> None:
    st.session_state[_IS_OPEN] = True


def _close() -> None:
    st.session_state[_IS_OPEN] = False


def _show_drawer(page: Page) -> None:
    words = page.context.words
    with st.container(key="share-panel"):
        _show_link(page)
        part = st.segmented_control(
            words("What to take along"),
            list(PARTS),
            format_func=lambda part: words(LABELS[part]),
            key="share-part",
            default=next(iter(PARTS)),
            required=True,
            label_visibility="collapsed",
        )
        PARTS[part](page)


def _show_link(page: Page) -> None:
    words = page.context.words
    link = to_link(page.context.state, page.context.link_context, page_address())
    markup.show(
        markup.text("p", words("The link holds the whole view: filters, days, place, language and map extent."), classes="note")
        + markup.element(
            "div",
            markup.text("button", words("Send"), type="button", classes="send", data_share=link),
            markup.copy_button(words("Copy link"), link),
            markup.text("code", link, classes="address"),
            classes="copy-line",
        )
        + markup.element(
            "p",
            markup.text("a", words("A light page of this view"), href=f"page.html?{link.partition('?')[2]}", target="_blank"),
            " ",
            words("for slow lines and archives"),
            classes="note",
        )
    )


def _show_citations(page: Page) -> None:
    words = page.context.words
    style = st.segmented_control(
        words("Style of citation"),
        list(STYLES),
        format_func=lambda style: words(STYLES[style]),
        key="share-style",
        default=CitationStyle.APA,
        required=True,
        label_visibility="collapsed",
    )
    view = cite_view(page.context, style)
    used = [source_id for source_id in page.context.evidence.sources if source_id in page.context.selection.sources()]
    sources = cite_sources(page.context.evidence, used, style, language=page.context.state.language)
    markup.show(
        markup.copy_block(words("This view"), view, label=words("Copy"), is_code=style in CODE)
        + markup.copy_block(words("The sources of this view"), sources, label=words("Copy"), is_code=style in CODE)
    )


PARTS: Final[Mapping[str, Callable[[Page], None]]] = {"download": show_downloads, "cite": _show_citations, "embed": show_embed}
LABELS: Final[Mapping[str, str]] = {"download": message("Download"), "cite": message("Cite"), "embed": message("Embed")}
DRAWER_WIDTH: Final = 560
"""CSS pixels; on a phone the drawer is as wide as the screen."""
