"""The session in Streamlit: one :class:`~geo.view.session.Session` kept between runs, and the widgets that change it.

A callback of a widget or of the map makes a new session (:func:`update`); :func:`current_view` starts a run with it, and
:func:`write_address` puts its view into the address bar. What each of these does to the session is in :mod:`geo.view.session`.
"""

from dataclasses import replace
from datetime import date
from threading import Event
from typing import Final
from urllib.parse import parse_qsl

import streamlit as st

from geo.draw import MapSync
from geo.evidence import Window
from geo.text import LANGUAGES, preferred_language
from geo.view import LinkContext, Notice, ViewState, join_query, session
from geo.view.session import RunCause, Session, Transition

MAP_KEY: Final = "map"

FIND_ANSWER: Final = "find_answer"
"""What the last search could not decide; see :mod:`geo.ui.panels.search`."""

_SESSION: Final = "ingreso_session"
_LABELLED: Final = "labelled"
"""By widget key: the language in which the widget was last shown."""

_PAUSES: Final = {RunCause.VISIT: 0.5, RunCause.CHOICE: 0.08, RunCause.STEP: 0.0}
"""Seconds of pause after the map, in which the browser draws it before the rest of the page arrives."""


def current_view(link_context: LinkContext) -> ViewState:
    """Start a run of the page, and return its view."""
    current = session.start_run(st.session_state.get(_SESSION), _address_query(), link_context, language=_browser_language())
    st.session_state[_SESSION] = current
    return current.state


def write_address() -> None:
    """Put the view of this run into the address bar; a new address is a new step in the browser's history."""
    written = _session().with_query_of_state()
    st.session_state[_SESSION] = written
    if written.query != _address_query():
        st.query_params.from_dict(dict(parse_qsl(written.query, keep_blank_values=True)))


def notices() -> tuple[Notice, ...]:
    """Return what could not be read in the link that the visitor came with."""
    return _session().notices


def map_sync() -> MapSync:
    """Return the part of the session that the map is synchronised with."""
    current = _session()
    return MapSync(theme=theme(), event=current.map_event, imposed=current.imposed)


def theme() -> str:
    """Return the reader's theme, ``light`` or ``dark``."""
    return st.context.theme.type or "light"


def present_language() -> str:
    """Return the language of the session's view; before there is one, as when a visitor's first title is set, English."""
    current: Session | None = st.session_state.get(_SESSION)
    return current.state.language if current else LANGUAGES[0]


def page_address() -> str:
    """Return the address that this page was asked for, without its query; empty where there is none, as in a test."""
    return (st.context.url or "").partition("?")[0]


def update(transition: Transition, *, imposes_viewport: bool = False) -> None:
    """Make a choice; for callbacks, which run before the page does. Parameters as :meth:`Session.after_choice` has them."""
    st.session_state[_SESSION] = _session().after_choice(transition, imposes_viewport=imposes_viewport)


def change(**fields: object) -> None:
    """Set some fields of the present view; for callbacks."""
    update(lambda state: replace(state, **fields))  # type: ignore[arg-type]


def change_days(authorisation_id: str, start: date, end: date) -> None:
    """Choose other days for one authorisation, both ends inclusive; for callbacks."""
    act = _session().link_context.evidence.authorisations[authorisation_id]
    update(session.choose_days(act, Window(start, end)))


def keep_view() -> None:
    """Keep the view. Callback of widgets that only open or close; without it the run would read the old address as a link."""
    st.session_state[_SESSION] = _session().after_no_change()


def reset() -> None:
    """Go back to what a visitor without a link sees, in the chosen language and view; for callbacks."""
    st.session_state[_SESSION] = session.reset(_session())
    st.session_state.pop(FIND_ANSWER, None)


def take_map_event() -> None:
    """Take what the reader did on the map into the view; its callback."""
    st.session_state[_SESSION] = session.take_map_event(_session(), st.session_state.get(MAP_KEY))


def is_visit() -> bool:
    """Return whether this is the first run of a visitor's session."""
    return _session().cause is RunCause.VISIT


def let_the_browser_draw(*, map_is_shown: bool) -> None:
    """Wait for a moment, so that the browser draws what has been made so far before the rest of the page arrives.

    The browser draws a page in batches, and only once no more of it comes in: without a pause the map, which is made first, is
    painted last. Where no map is seen there is no pause, nor after a choice on the map: the reader waits for the page then.
    """
    current = _session()
    st.session_state[_SESSION] = replace(current, cause=RunCause.CHOICE)
    if map_is_shown:
        Event().wait(_PAUSES[current.cause])


def show_value(widget_key: str, value: object) -> str:
    """Set a widget to the value of the view before it is made, and return the widget's key.

    A radio in the browser holds the label of its option, so it is set again when the language changes; otherwise it would
    have no option selected.
    """
    kept, language = st.session_state, _session().state.language
    labelled: dict[str, str] = kept.setdefault(_LABELLED, {})
    if kept.get(widget_key) != value or labelled.get(widget_key, language) != language:
        kept[widget_key] = value
    labelled[widget_key] = language
    return widget_key


def _session() -> Session:
    current: Session = st.session_state[_SESSION]
    return current


def _address_query() -> str:
    """Return the query of the address, without Streamlit's own keys, in one spelling."""
    params = st.query_params
    return join_query((key, value) for key in params for value in params.get_all(key))


def _browser_language() -> str:
    """Return the language that the browser asks for; its own one where it sends no list."""
    return preferred_language(st.context.headers.get("Accept-Language") or st.context.locale or "")
