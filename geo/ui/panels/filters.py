"""The filters: one card per authorisation, then role, basis and robustness."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from geo.evidence import Authorisation, Evidence, Role, Window
from geo.text import LANGUAGES, Translator, translator
from geo.ui.html import markup
from geo.ui.html.glossary import role_meanings
from geo.ui.page import Page
from geo.ui.session import change, change_range, reset, show_value, stay
from geo.view import Period, ViewState, VoteLine, vote_lines
from geo.view.answers.periods import periods
from geo.view.labels import BASIS_LABELS, MIN_SOURCES_LABELS, ROLE_LABELS


def show_heading(page: Page) -> None:
    """Name the sidebar for who hears the page; it keeps its room from then on, before anything else is in it."""
    st.sidebar.html(markup.text("h2", page.context.words("Filters"), classes="unseen"))


def show_filters(page: Page) -> None:
    """Show every filter with the values of the view; each change makes a new view."""
    words = page.context.words
    for act in page.context.evidence.authorisations.values():
        with st.container(border=True, key=f"card-{act.authorisation_id}"):
            _show_card(act, page)
    _show_roles(page.context.state, words)
    _show_basis(page.context.state, words)
    _show_min_sources(page.context.state, words)
    st.button(
        words("Reset filters and map"),
        key="reset",
        on_click=reset,
        args=(page.context.known,),
        icon=":material/restart_alt:",
    )


def _show_card(act: Authorisation, page: Page) -> None:
    key, words = act.authorisation_id, page.context.words
    on = key in page.context.state.authorisations
    votes = [_vote(vote, page) for vote in vote_lines(page.context, key)]
    markup.show(markup.join((markup.swatch_line(page.colours[key], words.of(act, "short")), *votes)))
    st.toggle(
        markup.label(words.of(act, "name")), key=show_value(f"auth-{key}", on), on_change=_switch, args=(page.context.evidence,)
    )
    _show_days(act, page.context.state, on=on, words=words)
    exact = st.popover(
        words("Periods and exact dates"),
        width="stretch",
        key=f"exact-{key}",
        on_change=stay,
        disabled=not on,
    )
    if exact.open and on:  # closed, its six widgets would go to the browser at every change
        with exact:
            chosen = page.context.state.range_of(key)
            _show_presets(key, chosen, periods(page.context, act), words=words)
            _show_typed(act, chosen, words=words)


def _vote(vote: VoteLine, page: Page) -> str:
    """Return a result, which tells who published it when it is pointed at."""
    publishers = [page.context.evidence.sources[source_id].publisher for source_id in vote.sources]
    title = {"title": ", ".join(publishers)} if any(publishers) else {}
    return markup.text("p", vote.text, classes="note", **title)


def _show_days(act: Authorisation, state: ViewState, *, on: bool, words: Translator) -> None:
    """Show the chosen days; those of an act that is off stay where they are, so that no card moves under the pointer."""
    key = act.authorisation_id
    chosen = state.range_of(key)
    days = words.plural("{count} day", "{count} days", chosen.days)
    st.slider(
        words("{span} ({days}, both ends included)", span=words.span(chosen.start, chosen.end), days=days),
        min_value=act.window.start,
        max_value=act.window.end,
        key=show_value(f"dates-{key}", (chosen.start, chosen.end)),
        format="YYYY-MM-DD",
        on_change=_slide,
        args=(key,),
        disabled=not on,
    )


def _show_presets(key: str, chosen: Window, presets: tuple[Period, ...], *, words: Translator) -> None:
    labels = {period.window: markup.label(period.label) for period in presets}
    st.radio(
        words("Periods that a source gives"),
        list(labels),
        format_func=labels.__getitem__,
        key=show_value(f"preset-{key}", chosen if chosen in labels else None),
        on_change=_choose_preset,
        args=(key,),
        index=None,
    )


def _show_typed(act: Authorisation, chosen: Window, *, words: Translator) -> None:
    key = act.authorisation_id
    for end, label, value in (("start", words("First day"), chosen.start), ("end", words("Last day"), chosen.end)):
        st.date_input(
            label,
            min_value=act.window.start,
            max_value=act.window.end,
            format="YYYY-MM-DD",
            key=show_value(f"{end}-{key}", value),
            on_change=_type_day,
            args=(key, end),
        )


def _show_roles(state: ViewState, words: Translator) -> None:
    st.pills(
        words("Role in which a place is named"),
        list(Role),
        selection_mode="multi",
        format_func=lambda role: words(ROLE_LABELS[role]),
        key=show_value("role", list(state.roles)),
        on_change=_choose_roles,
        help=role_meanings(words),
    )


def _show_basis(state: ViewState, words: Translator) -> None:
    st.radio(
        words("Sources that count"),
        list(BASIS_LABELS),
        format_func=lambda basis: words(BASIS_LABELS[basis]),
        key=show_value("basis", state.basis),
        on_change=_choose_option,
        args=("basis", "basis", BASIS_LABELS),
        help=words("Corroboration is a page outside the source texts that confirms or contradicts them."),
    )


def _show_min_sources(state: ViewState, words: Translator) -> None:
    st.radio(
        words("A place is shown when named by"),
        list(MIN_SOURCES_LABELS),
        format_func=lambda count: words(MIN_SOURCES_LABELS[count]),
        key=show_value("min", state.min_sources),
        on_change=_choose_option,
        args=("min", "min_sources", MIN_SOURCES_LABELS),
        help=words("Sources that copy one another, or rest on the same origin, count once."),
    )


def _switch(evidence: Evidence) -> None:
    on = {other for other in evidence.authorisations if st.session_state.get(f"auth-{other}")}
    change(authorisations=tuple(other for other in evidence.authorisations if other in on))


def _slide(key: str) -> None:
    start, end = st.session_state[f"dates-{key}"]
    change_range(key, start, end)


def _choose_preset(key: str) -> None:
    window = st.session_state[f"preset-{key}"]
    if isinstance(window, Window):  # see _choose_option: the name of a period that is not said so any more is none
        change_range(key, window.start, window.end)
    else:
        stay()


def _type_day(key: str, end: str) -> None:
    """Take a typed day; one that lies beyond the other end takes that end along."""
    start_day, end_day = st.session_state[f"start-{key}"], st.session_state[f"end-{key}"]
    if not isinstance(start_day, date) or not isinstance(end_day, date):
        return
    if end == "start":
        change_range(key, start_day, max(start_day, end_day))
    else:
        change_range(key, min(start_day, end_day), end_day)


def _choose_roles() -> None:
    chosen = st.session_state["role"]
    change(roles=tuple(role for role in Role if role in chosen))


def _choose_option(key: str, field: str, labels: Mapping[Any, str]) -> None:
    """Take what a radio holds into a field of the view, unless it is none of its options.

    What is pressed before the browser has heard of a new language comes with the labels of the former one, those of the radios
    that nobody pressed among them. Streamlit hands such a label over as it is.
    """
    value = st.session_state[key]
    for option, label in labels.items():
        if value == option or value in {translator(language)(label) for language in LANGUAGES}:
            change(**{field: option})
            return
    stay()
