"""The top of the page: title, language and headline."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.draw import css_rules, to_html
from geo.text import LANGUAGES, translator
from geo.ui.html import markup
from geo.ui.html.links import way
from geo.ui.page import Page
from geo.ui.session import change, present_language, show_value
from geo.ui.share.dialog import show_share
from geo.view import CAUTION, SUBJECT, Headline, to_query
from geo.view.labels import ROLE_LABELS, name_list

ROW_HEIGHT: Final = 38
"""Pixels, of a row of buttons; the style sheet lets it grow."""


class Rows(NamedTuple):
    """The rows of buttons among the words above the map."""

    actions: DeltaGenerator
    views: DeltaGenerator


def show_style(hidden: Iterable[str], page: Page, place: DeltaGenerator) -> None:
    """Put the style sheet on the page, and hide what the view does not show.

    It also says what Streamlit writes in English or not at all: the first row of the search, and the button of the sidebar.

    Parameters
    ----------
    hidden
        CSS selectors.
    place
        Where in the page it stands, whenever it is sent.
    """
    words = page.context.words
    rules = "".join(f"{selector}{{display:none}}" for selector in hidden)
    look_up, filters = words("Look it up in the gazetteer"), words("Filters")
    said = f':root{{--look-up:"{look_up}";--filters:"{filters}"}}'
    place.html(f"<style>{_style_sheet()}{said}{rules}</style>")


@cache
def _style_sheet() -> str:
    """Return the sheet of the page, those of its views, and the shapes of the roles as one line.

    Streamlit takes the common indentation away from every text that it is given, line by line, at every run.
    """
    folder = files("geo.ui.browser")
    sheets = sorted(folder.joinpath("styles").iterdir(), key=lambda sheet: (sheet.name != "page.css", sheet.name))
    text = "\n".join((*(sheet.read_text(encoding="utf-8") for sheet in sheets), css_rules()))
    return " ".join(line.strip() for line in text.splitlines())


def show_title(page: Page) -> DeltaGenerator:
    """Show the title of the page, and return the row beside it, for :func:`show_actions`."""
    words = page.context.words
    title, beside = st.columns([7, 2], vertical_alignment="bottom")
    with title:
        markup.show(
            markup.text("div", words("Ingreso"), classes="kicker brand") + markup.text("h1", words(SUBJECT), classes="title")
        )
    return beside.container(
        key="actions",
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="right",
        height=ROW_HEIGHT,
        border=False,
    )


def show_actions(page: Page) -> None:
    """Show the way to share the page, and the choice of its language."""
    show_share(page)
    st.segmented_control(
        page.context.words("Language"),
        LANGUAGES,
        format_func=str.upper,
        key=show_value("lang", page.context.state.language),
        on_change=_choose_language,
        label_visibility="collapsed",
    )


def show_subject(page: Page) -> None:
    """Show the title alone, for a frame in another page."""
    markup.show(markup.text("h1", page.context.words(SUBJECT), classes="title"))


def show_way_out(page: Page) -> None:
    """Show whose a frame in another page is, and the way to the whole page with the same view."""
    words = page.context.words
    origin = words("Ingreso · Data version {version}", version=page.context.evidence.version)
    out = markup.text(
        "a",
        words("Open the whole page, with its sources"),
        href=f"?{to_query(page.context.state, page.context.known)}",
        target="_blank",
    )
    markup.show(markup.element("p", to_html(origin), " · ", out, classes="note"))


def show_headline(page: Page) -> None:
    """Show what the view shows, and what it does not."""
    words = page.context.words
    caution = words(CAUTION)
    with st.container(key="headline"):
        counts = markup.element("p", _with_ways(page.context.headline), classes="headline")
        left_out = markup.text("p", _left_out(page), classes="note") if page.context.selection.dropped else ""
        markup.show(counts + left_out + markup.text("p", caution, classes="caution"))


def _left_out(page: Page) -> str:
    """Name what the robustness filter takes away, by role and authorisation."""
    words = page.context.words
    parts = []
    for (role, act_id), places in page.context.selection.dropped.items():
        names = name_list([words.of(place, "name") for place in places], words)
        parts.append(f"{words(ROLE_LABELS[role])} ({page.context.act_name(act_id)}): {names}")
    return words("Left out: {places}.", places="; ".join(parts))


def _with_ways(headline: Headline) -> str:
    """Return the headline with every count as the way to what it counts."""
    html = to_html(headline.text)
    for phrase, view in headline.leads:
        html = html.replace(to_html(phrase), way(view, phrase), 1)
    return html


def page_title() -> str:
    """Return the title of the browser's tab, in the language of the session if it is known by now."""
    words = translator(present_language())
    return words("Ingreso: where US forces were authorised to enter Peru")


def _choose_language() -> None:
    chosen = st.session_state["lang"]
    if chosen:
        change(language=chosen)
    else:
        change()
