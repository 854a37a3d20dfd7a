"""The session in Streamlit: one :class:`~geo.view.session.Session` kept between runs, and the widgets that change it.

A callback of a widget or of the map makes a new session (:func:`update`); :func:`current_view` starts a run with it, and
:func:`write_address` puts its view into the address bar. What each of these does to the session is in :mod:`geo.view.session`.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from threading import Event
from typing import Any, Final
from urllib.parse import parse_qsl

import streamlit as st

from geo.draw.map import MapSync
from geo.evidence import Window
from geo.text import LANGUAGES, preferred_language
from geo.ui.streamlit_bends.history_steps import STEP_KEY
from geo.view import LinkContext, Notice, ViewState, join_query, session
from geo.view.session import Address, RunCause, Session, Transition

MAP_KEY: Final = "map"

FIND_ANSWER: Final = "find_answer"
"""Key of the session: the answer to the last search; see :mod:`geo.ui.panels.search`."""

_SESSION: Final = "ingreso_session"
_REPLACED: Final = "replaced"
"""Key of the session: for each of the latest runs, by widget key, the value that the run has replaced."""
_RUNS_BEHIND: Final = 4
"""Number of runs by which the browser may be behind. An older replaced value is a new choice of the reader."""
_LABELLED: Final = "labelled"
"""Key of the session: by widget key, the language in which the widget was last shown."""

_PAUSES: Final = {RunCause.VISIT: 0.5, RunCause.CHOICE: 0.08, RunCause.STEP: 0.0}
"""Seconds that a run pauses after it has sent the map, so that the browser draws the map first; by the cause of the run."""


def current_view(link_context: LinkContext) -> ViewState:
    """Start a run of the page, and return its view."""
    current = session.start_run(st.session_state.get(_SESSION), _address(), link_context, language=_browser_language())
    st.session_state[_SESSION] = current
    is_behind = _address().query != current.query
    st.session_state[_REPLACED] = [{}, *(_replaced() if is_behind else [])][:_RUNS_BEHIND]
    return current.state


def write_address() -> None:
    """Put the view of this run into the address bar; a new address is a new step in the browser's history."""
    written = _session().with_query_of_state()
    st.session_state[_SESSION] = written
    if written.query != _address().query:
        st.query_params.from_dict(dict(parse_qsl(written.query, keep_blank_values=True)))


def notices() -> tuple[Notice, ...]:
    """Return the notices about the visitor's link: one for each part that could not be read."""
    return _session().notices


def map_sync() -> MapSync:
    """Return the part of the session that the map is synchronised with."""
    current = _session()
    return MapSync(theme=theme(), event=current.map_event, imposed=current.imposed)


def theme() -> str:
    """Return the reader's theme, ``light`` or ``dark``."""
    return st.context.theme.type or "light"


def present_language() -> str:
    """Return the language of the session's view; English before the session has a view."""
    current: Session | None = st.session_state.get(_SESSION)
    return current.state.language if current else LANGUAGES[0]


def page_address() -> str:
    """Return the address of this page without its query; empty if there is no browser, as in a test."""
    return (st.context.url or "").partition("?")[0]


def update(transition: Transition, *, imposes_viewport: bool = False) -> None:
    """Change the view by a transition. For callbacks, which run before the page.

    Parameters
    ----------
    transition
        Takes the present view and returns the new one.
    imposes_viewport
        Whether the map moves to the viewport of the new view.
    """
    st.session_state[_SESSION] = _session_in_callback().after_choice(transition, imposes_viewport=imposes_viewport)


def change(**fields: object) -> None:
    """Set some fields of the present view; for callbacks."""
    update(lambda state: replace(state, **fields))  # type: ignore[arg-type]


def change_days(authorisation_id: str, start: date, end: date) -> None:
    """Set the chosen days of one authorisation, both ends inclusive; for callbacks."""
    act = _session().link_context.evidence.authorisations[authorisation_id]
    update(session.choose_days(act, Window(start, end)))


def ask_day(day: date) -> None:
    """Show the acts that are in force on a day, and no others; for callbacks."""
    st.session_state[_SESSION] = session.ask_day(_session_in_callback(), day)


def asked_day() -> date | None:
    """Return the day that the reader has asked for with the last choice; None after any other choice."""
    return _session().asked_day


def reset() -> None:
    """Set the filters of a visitor without a link, and keep language and view; for callbacks."""
    st.session_state[_SESSION] = session.reset(_session_in_callback())
    st.session_state.pop(FIND_ANSWER, None)


def take_map_event() -> None:
    """Change the view as the map's event says. Callback of the map."""
    st.session_state[_SESSION] = session.take_map_event(_session_in_callback(), st.session_state.get(MAP_KEY))


def is_visit() -> bool:
    """Return whether this is the first run of a visitor's session."""
    return _session().cause is RunCause.VISIT


def let_the_browser_draw(*, map_is_shown: bool) -> None:
    """Pause, so that the browser draws the map before the rest of the page arrives.

    The browser draws a page once no more of it comes in. Without a pause it would paint the map last, although the map is sent
    first. There is no pause if the view hides the map, nor after a choice on the map, which the browser has drawn already.
    """
    current = _session()
    st.session_state[_SESSION] = replace(current, cause=RunCause.CHOICE)
    if map_is_shown:
        Event().wait(_PAUSES[current.cause])


def show_value(widget_key: str, value: object) -> str:
    """Set a widget to the value of the view before the widget is made, and return its key.

    A radio in the browser holds the label of its option. So it is set again when the language changes; otherwise no option
    would be selected.
    """
    kept, language = st.session_state, _session().state.language
    labelled: dict[str, str] = kept.setdefault(_LABELLED, {})
    if kept.get(widget_key) != value or labelled.get(widget_key, language) != language:
        if widget_key in kept:
            _replaced()[0][widget_key] = kept[widget_key]
        kept[widget_key] = value
    labelled[widget_key] = language
    return widget_key


def bind(widget_key: str, value: object, on_choice: Callable[..., None], *args: object) -> dict[str, Any]:
    """Return what connects a widget to the view, as arguments of the widget: ``key``, ``on_change`` and ``args``.

    Parameters
    ----------
    value
        Value of the widget in the present view.
    on_choice, args
        Called when the reader has chosen another value.
    """
    return {"key": show_value(widget_key, value), "on_change": _take_choice, "args": (widget_key, on_choice, *args)}


def _take_choice(widget_key: str, on_choice: Callable[..., None], *args: object) -> None:
    """Make a choice, unless the value is an older one that the browser has sent along.

    The browser sends the values of all widgets with each choice. If a run has changed the value of another widget and the
    browser does not know of it yet, it sends the older value, which Streamlit takes for a choice of the reader.
    """
    value = st.session_state[widget_key]
    if not any(widget_key in run and run[widget_key] == value for run in _replaced()):
        on_choice(*args)


def _replaced() -> list[dict[str, object]]:
    found: list[dict[str, object]] = st.session_state.setdefault(_REPLACED, [{}])
    return found


def _session() -> Session:
    current: Session = st.session_state[_SESSION]
    return current


def _session_in_callback() -> Session:
    """Return the session that a choice is made in: after the step in the history that came with the choice, if there is one."""
    return _session().after_step(_address(), _browser_language())


def _address() -> Address:
    """Return the query of the address without Streamlit's own keys, encoded as :func:`join_query` does, and its step."""
    params = st.query_params
    step = params.get(STEP_KEY, "")
    query = join_query((key, value) for key in params if key != STEP_KEY for value in params.get_all(key))
    return Address(query, int(step) if step.isdecimal() else 0)


def _browser_language() -> str:
    """Return the language that the browser prefers; the browser's own language if it sends no list."""
    return preferred_language(st.context.headers.get("Accept-Language") or st.context.locale or "")
