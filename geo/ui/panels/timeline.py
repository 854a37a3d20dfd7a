"""The timeline under the map: the dates that sources give for each act; a click or a drag on it chooses days.

The markup of the rows does not depend on the chosen days. So the browser gets it once and keeps it, with its focus, through
every choice; a choice changes only a line of text and a few CSS rules.
"""

import re
from datetime import date
from typing import Final

import streamlit as st

from geo.evidence import Evidence, Topic, Window
from geo.ui.html import markup
from geo.ui.html.links import view_link
from geo.ui.html.markup import Markup
from geo.ui.page import Page
from geo.ui.panels.timeline_rows import chosen_rules, timeline_html
from geo.ui.session import ask_day, asked_day, bind, update
from geo.ui.streamlit_bends.markup_component import show_markup
from geo.view import View, build_timeline, chosen_days
from geo.view.answers.timeline import select_acts
from geo.view.in_force import shown_day
from geo.view.selection import order_acts
from geo.view.session import show_days
from geo.view.state import start_acts

_CHOICE: Final = re.compile(r"(?P<act>.*):(?P<start>\d{4}-\d{2}-\d{2})\.\.(?P<end>\d{4}-\d{2}-\d{2})", re.ASCII)

_FIELD_WIDTH: Final = 260
"""Pixels."""
_DAY: Final = re.compile(r"on:\d{4}-\d{2}-\d{2}", re.ASCII)


def show_timeline(page: Page) -> None:
    """Show the timeline with the chosen days marked; a choice in it sets the filter."""
    words, state, evidence = page.context.words, page.context.state, page.context.evidence
    acts = order_acts(evidence, (*start_acts(evidence), *state.authorisations))
    rows = _rows(page, (page.data.stamp, state.basis, state.language, page.theme, acts))
    with st.container(key="timeline"):
        markup.show(
            markup.text("h2", words("Timeline"), classes="timeline-title")
            + markup.text("p", chosen_days(page.context), classes="timeline-days", role="status")
            + markup.element("style", Markup(chosen_rules(acts, page)))
            + markup.element("div", classes="printed-sources", data_print="sources.html")
        )
        show_markup(rows, element_key="timeline-drawing", on_choice=lambda choice: take_choice(choice, evidence))
        _show_day_field(page)


def _show_day_field(page: Page) -> None:
    """Show the field in which a day can be typed: the acts in force on it are switched on, all others off."""
    words, evidence, state = page.context.words, page.context.evidence, page.context.state
    windows = [act.window for act in evidence.authorisations.values()]
    if not windows:
        return
    with st.container(key="on-a-day"):
        st.date_input(
            words("Who was authorised on this day?"),
            value=None,
            min_value=date(min(window.start for window in windows).year, 1, 1),
            max_value=date(max(window.end for window in windows).year, 12, 31),
            format="YYYY-MM-DD",
            width=_FIELD_WIDTH,
            help=words("The acts in force on the day are switched on, with that day alone; the others are switched off."),
            **bind("on-day", shown_day(evidence, state) or asked_day(), _type_day),
        )


def _type_day() -> None:
    day = st.session_state["on-day"]
    if isinstance(day, date):
        ask_day(day)


def read_choice(choice: str, evidence: Evidence) -> dict[str, Window]:
    """Return the days of a choice in the timeline, by authorisation id.

    Parameters
    ----------
    choice
        ``31758:2023-06-01..2023-09-30``, both ends inclusive. Without an id it applies to every authorisation whose window has
        days in common with it. It comes from the browser and may be any text.

    Returns
    -------
    dict
        Days clipped to the windows of the authorisations; empty if the choice cannot be read.
    """
    found = _CHOICE.fullmatch(choice)
    if not found:
        return {}
    try:
        wanted = Window(date.fromisoformat(found["start"]), date.fromisoformat(found["end"]))
    except ValueError:
        return {}
    acts = [act for act_id, act in evidence.authorisations.items() if found["act"] in ("", act_id)]
    clipped = {act.authorisation_id: wanted.clipped_to(act.window) for act in acts}
    return {act_id: days for act_id, days in clipped.items() if days}


def read_day(choice: str) -> date | None:
    """Return the day that a choice in the drawing asks for, ``on:2023-06-15``; None for any other choice."""
    try:
        return date.fromisoformat(choice.removeprefix("on:")) if _DAY.fullmatch(choice) else None
    except ValueError:
        return None


def take_choice(choice: str, evidence: Evidence) -> None:
    """Set the chosen days and switch their acts on; or switch on the acts in force on a chosen day."""
    day = read_day(choice)
    if day:
        ask_day(day)
        return
    chosen = read_choice(choice, evidence)
    update(show_days(chosen, evidence))


@st.cache_resource(show_spinner=False, max_entries=32)
def _rows(_page: Page, cache_key: tuple[object, ...]) -> Markup:
    """Return the rows of the timeline, cached by data version, basis, language, theme and ids of the acts."""
    words = _page.context.words
    timeline = select_acts(build_timeline(_page.context), cache_key[-1])  # type: ignore[arg-type]
    note = words(
        "Choose a bar or a month, drag across a bar, or choose a day on the axis. A ring is a date on which sources differ."
    )
    more = view_link(View.FACTS, words("What is dated, and by whom"), anchor=f"topic-{Topic.WINDOW}")
    notes = markup.element("p", note, " ", more, classes="timeline-note")
    return timeline_html(timeline, _page) + notes
