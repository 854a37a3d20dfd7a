"""One visitor's session: the link, the widgets and the map all lead to one view, and the view leads back to the link.

Data flows in a circle with one direction. A widget's callback, or the map's, makes a new view (:func:`change`); a link that
is not the one last written, because the visitor came with it or went back to it, makes a new view too. :func:`current_view`
decides which of the two happened, and from there on a run of the page only reads the view; :func:`write_address` puts it into
the address bar.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum
from threading import Event
from typing import Final
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from geo.draw import Moment
from geo.evidence import Window
from geo.text import LANGUAGES, preferred_language
from geo.view import LinkContext, Notice, Viewport, ViewState, read_link, start_state, to_query

MAP_KEY: Final = "map"


class Occasion(Enum):
    """Why the page runs; the value is for how many seconds the browser is then left to draw the map."""

    VISIT = 0.5
    CHOICE = 0.08
    STEP = 0.0
    """A choice on the map, which shows it by itself, or a step through the browser's history."""


_VIEW: Final = "view_state"
_WRITTEN: Final = "written_query"
_KNOWN: Final = "known"
_TOUCHED: Final = "touched"
_NOTICES: Final = "link_notices"
_IMPOSED: Final = "imposed_viewports"
_EVENT: Final = "map_event"
_OCCASION: Final = "occasion"
_LABELLED: Final = "labelled"
"""In which language each widget was last shown, by its key."""

FIND_ANSWER: Final = "find_answer"
"""What the last search could not decide; see :mod:`geo.ui.find`."""


def current_view(known: LinkContext) -> ViewState:
    """Return the view of this run."""
    session = st.session_state
    query = _address_query()
    touched = session.pop(_TOUCHED, False)
    is_new = _VIEW not in session
    if is_new or (not touched and query != session[_WRITTEN]):
        _read_link(query, known)
        session[_WRITTEN] = query
        session[_OCCASION] = Occasion.VISIT if is_new else Occasion.STEP
    elif session[_KNOWN] is not known:  # the data has changed under the page: its view is put to it as any link is
        _read_link(to_query(session[_VIEW], session[_KNOWN]), known)
    session[_KNOWN] = known
    state: ViewState = session[_VIEW]
    return state


def write_address(known: LinkContext) -> None:
    """See to it that the address bar holds the view of this run; a new address is a new step in the browser's history."""
    session = st.session_state
    query = to_query(session[_VIEW], known)
    session[_WRITTEN] = query
    if query != _address_query():
        st.query_params.from_dict(dict(parse_qsl(query, keep_blank_values=True)))


def _read_link(query: str, known: LinkContext) -> None:
    session = st.session_state
    reading = read_link(query, known, _browser_language())
    session[_VIEW] = reading.state
    session[_NOTICES] = reading.notices
    session[_IMPOSED] = session.get(_IMPOSED, 0) + 1


def notices() -> tuple[Notice, ...]:
    """Return what could not be read in the link that the visitor came with."""
    found: tuple[Notice, ...] = st.session_state.get(_NOTICES, ())
    return found


def moment() -> Moment:
    """Return what the map needs to know of the session."""
    session = st.session_state
    theme = st.context.theme.type or "light"
    return Moment(theme=theme, event=session.get(_EVENT, 0), imposed=session.get(_IMPOSED, 0))


def present_language() -> str:
    """Return the language of the session's view; before there is one, as when a visitor's first title is set, English."""
    state: ViewState | None = st.session_state.get(_VIEW)
    return state.language if state else LANGUAGES[0]


def page_address() -> str:
    """Return the address that this page was asked for, without its query; empty where there is none, as in a test."""
    return (st.context.url or "").partition("?")[0]


def change(**fields: object) -> None:
    """Make a new view of the present one with some fields changed; for callbacks, which run before the page does."""
    session = st.session_state
    session[_VIEW] = replace(session[_VIEW], **fields)
    session[_TOUCHED] = True
    session[_NOTICES] = ()


def stay() -> None:
    """Leave the view as it is; the callback of a widget that is no part of it, as what opens and closes.

    The browser's address lags behind by the way of the answer to it. A run that no callback announces takes an address that is
    behind for a link, and would undo a choice made a moment before.
    """
    st.session_state[_TOUCHED] = True


def is_visit() -> bool:
    """Return whether this is the first run of a visitor's session."""
    return st.session_state.get(_OCCASION) is Occasion.VISIT


def let_the_browser_draw(*, map_is_shown: bool) -> None:
    """Stand aside for a moment, so that the browser draws what has been made so far before the rest of the page arrives.

    The browser draws a page in batches, and only once no more of it comes in: without a pause the map, which is made first, is
    painted last. On a visit the map is loaded first, in the thread that also draws the page: the words above it come with it,
    and the buttons, filters and lists when it stands. No pause is made where no map is seen, nor after what moves the map by
    itself: what the reader waits for then is the page around it.
    """
    occasion = st.session_state.pop(_OCCASION, Occasion.CHOICE)
    if map_is_shown:
        Event().wait(occasion.value)


def change_to(state: ViewState, *, imposes_viewport: bool = False, **fields: object) -> None:
    """Make a whole other view the present one; ``imposes_viewport`` moves the map to it."""
    st.session_state[_VIEW] = state
    change(**fields)
    if imposes_viewport:
        st.session_state[_IMPOSED] += 1


def change_range(authorisation_id: str, start: date, end: date) -> None:
    """Choose other days for one authorisation, both ends inclusive."""
    state: ViewState = st.session_state[_VIEW]
    change(ranges=state.with_range(authorisation_id, Window(start, end)).ranges)


def reset(known: LinkContext) -> None:
    """Go back to what a visitor without a link sees, in the language that was chosen."""
    state: ViewState = st.session_state[_VIEW]
    start = start_state(known.evidence, state.language)
    change(**{field: getattr(start, field) for field in ("authorisations", "ranges", "roles", "basis", "min_sources")})
    change(place="", at=None)
    st.session_state.pop(FIND_ANSWER, None)
    st.session_state[_IMPOSED] += 1


def show_value(key: str, value: object) -> str:
    """Put the view's value into a widget before it is made, and return the widget's key.

    A radio in the browser holds the label of its option: in a new language it is told its value again, or would mark none.
    """
    session = st.session_state
    labelled: dict[str, str] = session.setdefault(_LABELLED, {})
    language = session[_VIEW].language
    if session.get(key) != value or labelled.get(key, language) != language:
        session[key] = value
    labelled[key] = language
    return key


def take_map_event(known: LinkContext) -> Callable[[], None]:
    """Return the callback that turns what the reader did on the map into a new view."""

    def take() -> None:
        """Take the event, unless the map has not spoken yet."""
        event = st.session_state.get(MAP_KEY)
        if isinstance(event, dict) and "event" in event:
            st.session_state[_EVENT] = event["event"]
            st.session_state[_OCCASION] = Occasion.STEP
            change(place=_known_place(event.get("selected"), known), at=_viewport(event.get("at")))

    return take


def _known_place(value: object, known: LinkContext) -> str:
    return value if isinstance(value, str) and (value in known.evidence.places or value in known.units) else ""


def _viewport(value: object) -> Viewport | None:
    try:
        return Viewport(*map(float, value)) if isinstance(value, list) else None
    except (TypeError, ValueError):
        return None


def _address_query() -> str:
    """Return the query of the address, without Streamlit's own keys, in one spelling."""
    params = st.query_params
    return urlencode([(key, value) for key in params for value in params.get_all(key)], safe=",:")


def _browser_language() -> str:
    """Return the language that the browser asks for; its own one where it sends no list."""
    return preferred_language(st.context.headers.get("Accept-Language") or st.context.locale or "")
