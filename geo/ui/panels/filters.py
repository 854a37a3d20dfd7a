"""The filters: a card for each act (switch and days), then roles, sources that count, and independent sources needed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from geo.evidence import Authorisation, Evidence, Role, Window
from geo.text import LANGUAGES, translator
from geo.ui.html import markup
from geo.ui.html.badges import act_colour
from geo.ui.html.glossary import role_meanings
from geo.ui.page import Page
from geo.ui.panels.folds import fold
from geo.ui.session import bind, change, change_days, reset, update
from geo.view import START_ROLES, ViewState
from geo.view.answers.periods import periods
from geo.view.answers.timeline_labels import short_span_with_year
from geo.view.labels import BASIS_LABELS, MIN_SOURCES_LABELS, ROLE_LABELS
from geo.view.selection import order_acts
from geo.view.state import CONTEXT_ROLES, start_acts

_MOST_CARDS = 4
"""Acts with a card each; more of them stand by year, closer together."""


def show_heading(page: Page) -> None:
    """Write the heading of the sidebar for screen readers. Written first: an empty sidebar collapses, and the page jumps."""
    st.sidebar.html(str(markup.text("h2", page.context.words("Filters"), classes="unseen")))


def show_filters(page: Page) -> None:
    """Show every filter with its value in the view; each change makes a new view."""
    words = page.context.words
    acts = page.context.evidence.authorisations
    first = start_acts(page.context.evidence)
    _show_first_acts([acts[act_id] for act_id in first], page)
    _show_other_acts([act for act_id, act in acts.items() if act_id not in first], page)
    _show_roles(page)
    _show_basis(page)
    _show_min_sources(page)
    st.button(words("Reset filters and map"), key="reset", on_click=reset, icon=":material/restart_alt:")
    _show_done(page)


def _show_first_acts(acts: list[Authorisation], page: Page) -> None:
    """Show the acts that are on for a visitor without a link; where they are many, by year, in a box that scrolls."""
    if len(acts) > _MOST_CARDS:
        _show_by_year(acts, page, key="many-acts")
        return
    for act in acts:
        _show_card(act, page)


def _show_by_year(acts: list[Authorisation], page: Page, *, key: str) -> None:
    with st.container(key=key):
        for year, found in _by_year(acts).items():
            st.html(str(markup.text("h3", str(year), classes="card-year")))
            for act in found:
                _show_card(act, page)


def _show_card(act: Authorisation, page: Page) -> None:
    """Show the colour and the switch of an act and, if the act is on, its chosen days.

    ``browser/scripts/today.js`` marks the switch of an act that is in force on the reader's day.
    """
    act_id, words = act.authorisation_id, page.context.words
    on = act_id in page.context.state.authorisations
    with st.container(border=True, key=f"card-{act_id}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(str(markup.swatch(act_colour(act_id, page))), width="content")
            st.toggle(
                markup.label(words.of(act, "short")),
                **bind(f"auth-{act_id}", on, _switch, act_id, page.context.evidence),
            )
        if on:
            _show_days(act, page)


def _show_days(act: Authorisation, page: Page) -> None:
    """Show the chosen days, and the button that opens slider, periods and date fields.

    The label of the button does not contain the days, since Streamlit closes a popover whose label changes.
    """
    act_id, words = act.authorisation_id, page.context.words
    chosen = page.context.state.range_of(act_id)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(str(markup.text("span", short_span_with_year(chosen, words), classes="card-days")), width="content")
        button = st.popover(words("Change"), key=f"exact-{act_id}", on_change="rerun", type="tertiary")
    with button:
        if button.open:
            st.caption(markup.label(words.of(act, "name")))
        if act.window.days > 1:  # a slider needs two ends
            st.slider(
                words("{days}, both ends included", days=words.plural("{count} day", "{count} days", chosen.days)),
                min_value=act.window.start,
                max_value=act.window.end,
                format="YYYY-MM-DD",
                **bind(f"dates-{act_id}", (chosen.start, chosen.end), _slide, act_id),
            )
        if button.open:  # closed, its widgets would go to the browser at every change
            _show_presets(act, chosen, page)
            _show_typed(act, chosen, page)


def _show_presets(act: Authorisation, chosen: Window, page: Page) -> None:
    labels = {period.window: markup.label(period.label) for period in periods(page.context, act)}
    st.radio(
        page.context.words("Periods that a source gives"),
        list(labels),
        format_func=labels.__getitem__,
        index=None,
        **bind(f"preset-{act.authorisation_id}", chosen if chosen in labels else None, _choose_preset, act.authorisation_id),
    )


def _show_typed(act: Authorisation, chosen: Window, page: Page) -> None:
    act_id, words = act.authorisation_id, page.context.words
    with st.container(horizontal=True):
        for end, label, value in (("start", words("First day"), chosen.start), ("end", words("Last day"), chosen.end)):
            st.date_input(
                label,
                min_value=act.window.start,
                max_value=act.window.end,
                format="YYYY-MM-DD",
                **bind(f"{end}-{act_id}", value, _type_day, act_id, end),
            )


def _show_other_acts(acts: list[Authorisation], page: Page) -> None:
    """Show the acts that are off at the start, folded, by year. The cards of a closed fold are not sent."""
    if not acts:
        return
    words, on = page.context.words, page.context.state.authorisations
    label = words.plural("{count} other act", "{count} other acts", len(acts))
    inside = [words.of(act, "short") for act in acts if act.authorisation_id in on]
    opened = fold(label, "other-acts", inside, words)
    if opened:
        with opened:
            _show_by_year(acts, page, key="acts-by-year")


def _by_year(acts: Iterable[Authorisation]) -> dict[int, list[Authorisation]]:
    years: dict[int, list[Authorisation]] = {}
    for act in acts:
        years.setdefault(act.year, []).append(act)
    return years


def _show_roles(page: Page) -> None:
    """Show the roles that an act may name and, folded, the roles of the context."""
    words, state = page.context.words, page.context.state
    _show_role_pills("role", START_ROLES, page, label=words("Role in which a place is named"))
    inside = [words(ROLE_LABELS[role]) for role in CONTEXT_ROLES if role in state.roles]
    opened = fold(words("Places of the context"), "context-roles", inside, words)
    if opened:
        with opened:
            _show_role_pills("role-context", CONTEXT_ROLES, page, label=words("Role in the context, under no act"))


def _show_role_pills(widget_key: str, roles: tuple[Role, ...], page: Page, *, label: str) -> None:
    words = page.context.words
    st.pills(
        label,
        list(roles),
        selection_mode="multi",
        format_func=lambda role: words(ROLE_LABELS[role]),
        help=role_meanings(words) if widget_key == "role" else None,
        **bind(widget_key, [role for role in roles if role in page.context.state.roles], _choose_roles, widget_key, roles),
    )


def _show_basis(page: Page) -> None:
    words = page.context.words
    _show_options(
        ("basis", "basis"),
        BASIS_LABELS,
        page,
        label=words("Sources that count"),
        explanation=words("Corroboration is a page outside the source texts that confirms or contradicts them."),
    )


def _show_min_sources(page: Page) -> None:
    words = page.context.words
    _show_options(
        ("min", "min_sources"),
        MIN_SOURCES_LABELS,
        page,
        label=words("A place is shown when named by"),
        explanation=words("Sources that copy one another, or rest on the same origin, count once."),
    )


def _show_options(keys: tuple[str, str], labels: Mapping[Any, str], page: Page, *, label: str, explanation: str) -> None:
    """Show the options of a field of the view as a radio; ``keys`` are the widget's key and the name of the field."""
    widget_key, field = keys
    st.radio(
        label,
        list(labels),
        format_func=lambda option: page.context.words(labels[option]),
        help=explanation,
        **bind(widget_key, getattr(page.context.state, field), _choose_option, widget_key, field, labels),
    )


def _show_done(page: Page) -> None:
    """Show the button that closes the filters on a phone; its label has the number of places shown."""
    places = page.context.words.plural("Show {count} place", "Show {count} places", len(page.context.selection.places))
    markup.show(markup.text("button", places, type="button", classes="done", data_close="filters"))


def _switch(act_id: str, evidence: Evidence) -> None:
    """Switch one act on or off; the others stay as they are."""
    is_on = st.session_state[f"auth-{act_id}"]

    def transition(state: ViewState) -> ViewState:
        """Add or remove the act."""
        others = (other for other in state.authorisations if other != act_id)
        return replace(state, authorisations=order_acts(evidence, (*others, *([act_id] if is_on else []))))

    update(transition)


def _slide(act_id: str) -> None:
    start, end = st.session_state[f"dates-{act_id}"]
    change_days(act_id, start, end)


def _choose_preset(act_id: str) -> None:
    window = st.session_state[f"preset-{act_id}"]
    if isinstance(window, Window):  # the radio may hold a label in the former language; see _choose_option
        change_days(act_id, window.start, window.end)


def _type_day(act_id: str, end: str) -> None:
    """Set one end of the range to a typed day; if the range would be reversed, both ends become that day."""
    start_day, end_day = st.session_state[f"start-{act_id}"], st.session_state[f"end-{act_id}"]
    if not isinstance(start_day, date) or not isinstance(end_day, date):
        return
    if end == "start":
        change_days(act_id, start_day, max(start_day, end_day))
    else:
        change_days(act_id, min(start_day, end_day), end_day)


def _choose_roles(widget_key: str, roles: tuple[Role, ...]) -> None:
    """Set the roles of one group of pills; the roles of the other group stay."""
    chosen = set(st.session_state[widget_key])

    def transition(state: ViewState) -> ViewState:
        """Replace the roles of this group."""
        kept = {role for role in state.roles if role not in roles}
        return replace(state, roles=tuple(role for role in Role if role in kept | chosen))

    update(transition)


def _choose_option(widget_key: str, field: str, labels: Mapping[Any, str]) -> None:
    """Set a field of the view to the option of a radio; keep the view if the value is none of its options.

    Just after a change of language every radio, pressed or not, reports the label in the former language. Streamlit passes such
    a label on as the value, so labels in every language are read here.

    Parameters
    ----------
    labels
        Message id of each option's label.
    """
    value = st.session_state[widget_key]
    for option, label in labels.items():
        if value == option or value in {translator(language)(label) for language in LANGUAGES}:
            change(**{field: option})
            return
