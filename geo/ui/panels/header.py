"""The header of the page: title, share button, language, headline of the view; and the style sheet."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.evidence import Evidence
from geo.text import LANGUAGES, translator
from geo.ui.html import markup
from geo.ui.html.badges import act_colour, today_mark
from geo.ui.html.links import view_link
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.session import asked_day, bind, change, present_language
from geo.ui.share.dialog import show_share
from geo.view import CAUTION, View, to_query
from geo.view.headline import PAGE_TITLE, ActLine, page_title
from geo.view.in_force import day_line
from geo.view.known_acts import more_acts
from geo.view.labels import HOW_TO_READ, HOW_TO_READ_ID, ROLE_LABELS, name_list
from geo.view.selection import order_acts
from geo.view.state import start_acts

ROW_HEIGHT: Final = 38
"""CSS pixels of a row of buttons; the style sheet lets the row grow."""


class Rows(NamedTuple):
    """Places for the rows of buttons above the map, filled after the headline is written."""

    actions: DeltaGenerator
    views: DeltaGenerator


def show_style(hidden: Iterable[str], page: Page, place: DeltaGenerator) -> None:
    """Hide the parts that the view does not show; the document has the style sheet itself.

    Its variables hold the translations of two texts that Streamlit writes in English: the first row of the search, and the
    button of the sidebar.

    Parameters
    ----------
    hidden
        CSS selectors of the hidden parts.
    place
        Element of the page that holds the style sheet.
    """
    words = page.context.words
    rules = "".join(f"{selector}{{display:none}}" for selector in hidden)
    texts = {"look-up": words("Look it up in the gazetteer"), "filters": words("Filters")}
    variables = "".join(f'--{name}:"{_css_text(text)}";' for name, text in texts.items())
    place.html(f"<style>:root{{{variables}}}{rules}</style>")


def _css_text(text: str) -> str:
    """Escape a text for a string in CSS inside a style element."""
    return re.sub(r'["\\<>\n]', lambda found: f"\\{ord(found.group()):x} ", text)


def show_title(page: Page) -> DeltaGenerator:
    """Show the title of the page, and return the container beside it, for :func:`show_actions`."""
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
        label_visibility="collapsed",
        **bind("lang", page.context.state.language, _choose_language),
    )


def show_act_chips(page: Page) -> None:
    """Show the acts as pills that switch them on and off; the style sheet shows the pills only on a phone."""
    context = page.context
    on = context.state.authorisations
    offered = order_acts(context.evidence, (*on, *start_acts(context.evidence)))
    st.pills(
        context.words("Acts"),
        list(offered),
        selection_mode="multi",
        format_func=lambda act_id: markup.label(context.act_name(act_id)),
        label_visibility="collapsed",
        **bind("act-chips", list(on), _choose_acts, context.evidence),
    )


def _choose_acts(evidence: Evidence) -> None:
    change(authorisations=order_acts(evidence, st.session_state["act-chips"]))


def show_subject(page: Page) -> None:
    """Show only the title, for a frame in another page."""
    markup.show(markup.text("h1", page.context.headline.subject, classes="title"))


def show_embed_origin(page: Page) -> None:
    """Show, in a frame of another page, the name and data version of this page and a link to the same view on it."""
    words = page.context.words
    origin = words("Ingreso · Data version {version}", version=page.context.evidence.version)
    address = f"?{to_query(page.context.state, page.context.link_context)}"
    out = markup.text("a", words("Open the whole page, with its sources"), href=address, target="_blank")
    markup.show(markup.element("p", origin, " · ", out, classes="note"))


def show_headline(page: Page) -> None:
    """Show the headline of each act, the caution that authorised is not deployed, the counts, and what the filters remove."""
    headline, words = page.context.headline, page.context.words
    with st.container(key="headline"):
        day = day_line(page.context.evidence, page.context.state, words, asked=asked_day())
        lines = [markup.text("p", day, classes="day")] if day else []
        lines += [_line(line, page) for line in headline.lines]
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
    """Yield the counts as links to their views, the acts that are off, and what context and filters add or remove."""
    headline, words = page.context.headline, page.context.words
    for phrase, view in headline.linked_phrases:
        yield view_link(view, phrase)
        yield markup.text("span", ". ")
    more = more_acts(page.context)
    if more:
        yield markup.text("button", more, type="button", classes="to-acts", data_open="acts")
        yield markup.text("span", " ")
    for act_id in page.context.evidence.authorisations:
        if act_id not in page.context.state.authorisations:
            yield today_mark(act_id)
    left_out = _left_out(page) if page.context.selection.dropped else ""
    yield markup.text("span", "".join(f"{part} " for part in (headline.context, headline.removed, left_out) if part))
    yield view_link(View.ABOUT, words(HOW_TO_READ), anchor=HOW_TO_READ_ID)


def _left_out(page: Page) -> str:
    """Return the places that the filter for two independent sources removes, by role and act."""
    words = page.context.words
    parts = []
    for (role, act_id), places in page.context.selection.dropped.items():
        names = name_list([words.of(place, "name") for place in places], words)
        parts.append(f"{words(ROLE_LABELS[role])} ({page.context.act_name(act_id)}): {names}")
    return words("Left out: {places}.", places="; ".join(parts))


def show_first_title() -> None:
    """Set the title of the browser's tab and the width of the page, before the view is known."""
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
