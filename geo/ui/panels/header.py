"""The top of the page: title, language, what the view shows."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.evidence import Evidence
from geo.text import LANGUAGES, translator
from geo.ui.html import markup
from geo.ui.html.badges import act_colour
from geo.ui.html.links import view_link
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.session import change, present_language, show_value
from geo.ui.share.dialog import show_share
from geo.view import CAUTION, to_query
from geo.view.headline import PAGE_TITLE, ActLine, page_title
from geo.view.known_acts import more_acts
from geo.view.labels import ROLE_LABELS, name_list
from geo.view.selection import order_acts
from geo.view.state import start_acts

ROW_HEIGHT: Final = 38
"""Pixels, of a row of buttons; the style sheet lets it grow."""


class Rows(NamedTuple):
    """The rows of buttons among the words above the map."""

    actions: DeltaGenerator
    views: DeltaGenerator


def show_style(hidden: Iterable[str], page: Page, place: DeltaGenerator) -> None:
    """Hide what the view does not show; the style sheet itself comes with the document.

    It also translates what Streamlit writes in English: the first row of the search, and the button of the sidebar.

    Parameters
    ----------
    hidden
        CSS selectors.
    place
        Where in the page it stands, whenever it is sent.
    """
    words = page.context.words
    rules = "".join(f"{selector}{{display:none}}" for selector in hidden)
    texts = {"look-up": words("Look it up in the gazetteer"), "filters": words("Filters")}
    variables = "".join(f'--{name}:"{_css_text(text)}";' for name, text in texts.items())
    place.html(f"<style>:root{{{variables}}}{rules}</style>")


def _css_text(text: str) -> str:
    """Return a text that cannot leave the string of CSS, nor the style element, that it stands in."""
    return re.sub(r'["\\<>\n]', lambda found: f"\\{ord(found.group()):x} ", text)


def show_title(page: Page) -> DeltaGenerator:
    """Show the title of the page, and return the row beside it, for :func:`show_actions`."""
    title, beside = st.columns([7, 2], vertical_alignment="bottom")
    with title:
        kicker = markup.text("div", page.context.words("Ingreso"), classes="kicker brand")
        markup.show(kicker + markup.text("h1", page.context.headline.subject, classes="title"))
    return beside.container(
        key="actions",
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="right",
        height=ROW_HEIGHT,
        border=False,
    )


def show_actions(page: Page) -> None:
    """Show the button that shares the view, and the choice of its language."""
    show_share(page)
    st.segmented_control(
        page.context.words("Language"),
        LANGUAGES,
        format_func=str.upper,
        key=show_value("lang", page.context.state.language),
        on_change=_choose_language,
        label_visibility="collapsed",
    )


def show_act_chips(page: Page) -> None:
    """Show the acts as chips that switch them on and off; the style sheet shows them on a phone alone, in its bar."""
    context = page.context
    on = context.state.authorisations
    offered = order_acts(context.evidence, (*on, *start_acts(context.evidence)))
    st.pills(
        context.words("Acts"),
        list(offered),
        selection_mode="multi",
        format_func=lambda act_id: markup.label(context.act_name(act_id)),
        key=show_value("act-chips", list(on)),
        on_change=_choose_acts,
        args=(context.evidence,),
        label_visibility="collapsed",
    )


def _choose_acts(evidence: Evidence) -> None:
    change(authorisations=order_acts(evidence, st.session_state["act-chips"]))


def show_subject(page: Page) -> None:
    """Show the title alone, for a frame in another page."""
    markup.show(markup.text("h1", page.context.headline.subject, classes="title"))


def show_way_out(page: Page) -> None:
    """Show whose a frame in another page is, and the link to the whole page with the same view."""
    words = page.context.words
    origin = words("Ingreso · Data version {version}", version=page.context.evidence.version)
    address = f"?{to_query(page.context.state, page.context.link_context)}"
    out = markup.text("a", words("Open the whole page, with its sources"), href=address, target="_blank")
    markup.show(markup.element("p", origin, " · ", out, classes="note"))


def show_headline(page: Page) -> None:
    """Show what the view shows, act by act; then that it is no deployment; then how many sources, and what is left out."""
    headline, words = page.context.headline, page.context.words
    with st.container(key="headline"):
        lines = (_line(line, page) for line in headline.lines)
        markup.show(
            markup.element("div", *lines, classes="headline")
            + markup.text("p", words(CAUTION), classes="caution")
            + markup.element("p", *_counts(page), classes="note counts")
        )


def _line(line: ActLine, page: Page) -> Markup:
    swatch = markup.swatch(act_colour(line.act_id, page)) if line.act_id else Markup()
    if not line.name or not line.text.startswith(line.name):
        return markup.element("p", swatch, markup.text("span", line.text))
    rest = line.text.removeprefix(line.name)
    return markup.element("p", swatch, markup.element("span", markup.text("b", line.name), rest))


def _counts(page: Page) -> Iterable[Markup]:
    """Yield the number of sources as a link to them, the acts that are off, and what context and filters add or take away."""
    headline = page.context.headline
    for phrase, view in headline.linked_phrases:
        yield view_link(view, phrase)
        yield markup.text("span", ". ")
    more = more_acts(page.context)
    if more:
        yield markup.text("button", more, type="button", classes="to-acts", data_open="acts")
        yield markup.text("span", " ")
    left_out = _left_out(page) if page.context.selection.dropped else ""
    yield markup.text("span", " ".join(part for part in (headline.context, headline.removed, left_out) if part))


def _left_out(page: Page) -> str:
    """Name what the filter for two independent sources takes away, by role and act."""
    words = page.context.words
    parts = []
    for (role, act_id), places in page.context.selection.dropped.items():
        names = name_list([words.of(place, "name") for place in places], words)
        parts.append(f"{words(ROLE_LABELS[role])} ({page.context.act_name(act_id)}): {names}")
    return words("Left out: {places}.", places="; ".join(parts))


def show_first_title() -> None:
    """Set the title of the browser's tab, and the width of the page, before the view is known."""
    st.set_page_config(page_title=translator(present_language())(PAGE_TITLE), layout="wide")


def show_tab_title(page: Page) -> None:
    """Set the title of the browser's tab to that of the view."""
    st.set_page_config(page_title=page_title(page.context))


def _choose_language() -> None:
    chosen = st.session_state["lang"]
    if chosen:
        change(language=chosen)
    else:
        change()
