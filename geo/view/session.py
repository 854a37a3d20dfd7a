"""A visitor's session as a value, and the pure functions that return the next session.

A link, a widget, the map and the browser's Back each change the :class:`Session`. Nothing here depends on Streamlit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Self

from geo.evidence import Authorisation, Evidence, Window
from geo.view.in_force import acts_in_force
from geo.view.link import LinkContext, Notice, read_link, to_query
from geo.view.selection import order_acts
from geo.view.state import Viewport, ViewState, start_state

Transition = Callable[[ViewState], ViewState]
"""A choice of the reader, as a function from the view before it to the view after it."""


class RunCause(Enum):
    """Why the page runs."""

    VISIT = auto()
    """A visitor opened the page."""
    CHOICE = auto()
    """The reader chose something on the page."""
    STEP = auto()
    """The reader chose on the map, which then shows it without the page, or moved in the browser's history."""


@dataclass(frozen=True, slots=True)
class Address:
    """What the browser's address bar holds."""

    query: str
    step: int = 0
    """Number of the last step in the browser's history: Back, Forward or a link of the page; 0 before the first."""


@dataclass(frozen=True, slots=True)
class Session:
    """State of one visit."""

    state: ViewState
    query: str
    """Query of the address bar, after this run."""
    link_context: LinkContext
    """What the values of a link may name in the data of this run."""
    notices: tuple[Notice, ...] = ()
    """What could not be read in the link that was opened; empty after the next choice."""
    cause: RunCause = RunCause.VISIT
    step: int = 0
    """Number of the last step in the browser's history that is in the state."""
    asked_day: date | None = None
    """Day that the reader has asked for with the last choice: which acts are in force on it?"""
    imposed: int = 0
    """Number of times that the page, not the reader, has set the viewport of the map."""
    map_event: int = 0
    """Number of the last event of the map that is in the state."""

    def after_choice(self, transition: Transition, *, imposes_viewport: bool = False) -> Self:
        """Return the session after a choice.

        Parameters
        ----------
        transition
            Called with the present view, so that two choices in one run are both kept.
        imposes_viewport
            Whether the map moves to the viewport of the new view.
        """
        return replace(
            self,
            state=transition(self.state),
            notices=(),
            cause=RunCause.CHOICE,
            asked_day=None,
            imposed=self.imposed + imposes_viewport,
        )

    def after_step(self, address: "Address", language: str) -> Self:
        """Return the session after a new step in the browser's history; the session itself if there is none.

        An address without a new step is not read: after a choice, or while the connection is lost, the browser may have an
        older address than the view.

        Parameters
        ----------
        address
            What the browser's address bar holds.
        language
            Language of a reader whose link does not say one.
        """
        if address.step in {0, self.step}:
            return self
        reading = read_link(address.query, self.link_context, language)
        return replace(
            self,
            state=reading.state,
            query=address.query,
            notices=reading.notices,
            cause=RunCause.STEP,
            step=address.step,
            asked_day=None,
            imposed=self.imposed + 1,
        )

    def with_query_of_state(self) -> Self:
        """Return the session with the query of its state, which the page then writes into the address bar."""
        return replace(self, query=to_query(self.state, self.link_context))


def start_run(before: Session | None, address: Address, link_context: LinkContext, *, language: str) -> Session:
    """Return the session at the start of a run of the page.

    Parameters
    ----------
    before
        The session of the last run, or of a choice made since; None in a visitor's first run.
    address
        What the browser's address bar holds.
    link_context
        What the values of a link may name in the present data.
    language
        Language of a visitor whose link does not say one.
    """
    if before is None:
        return _read(address, link_context, language)
    present = before.after_step(address, language)
    if present.link_context is link_context:
        return present
    again = _read(Address(to_query(present.state, present.link_context), present.step), link_context, language)
    return replace(again, query=present.query, imposed=present.imposed + 1, map_event=present.map_event)


def _read(address: Address, link_context: LinkContext, language: str) -> Session:
    reading = read_link(address.query, link_context, language)
    return Session(reading.state, address.query, link_context, reading.notices, step=address.step, imposed=1)


def choose_days(act: Authorisation, days: Window) -> Transition:
    """Return the choice of other days for one authorisation, both ends inclusive.

    Days up to the end of an open window are open too.
    """
    return lambda state: state.with_range(act.authorisation_id, days.clipped_to(act.window) or act.window)


def show_days(days: Mapping[str, Window], evidence: Evidence) -> Transition:
    """Return the choice of days for some authorisations, by id; it also switches them on."""

    def transition(state: ViewState) -> ViewState:
        """Set the days of each act, and switch the acts on."""
        for authorisation_id, window in days.items():
            state = state.with_range(authorisation_id, window)
        return replace(state, authorisations=order_acts(evidence, (*state.authorisations, *days)))

    return transition


def show_day(day: date, evidence: Evidence) -> Transition:
    """Return the choice of one day: the acts in force on it are on, with that day as their chosen days, all others off."""
    in_force = acts_in_force(evidence, day)

    def transition(state: ViewState) -> ViewState:
        """Set the day of each act in force, and leave the days of the others as they are."""
        for authorisation_id in in_force:
            state = state.with_range(authorisation_id, Window(day, day))
        return replace(state, authorisations=in_force)

    return transition


def ask_day(session: Session, day: date) -> Session:
    """Return the session after the question which acts are in force on a day."""
    after = session.after_choice(show_day(day, session.link_context.evidence))
    return replace(after, asked_day=day)


def reset(session: Session) -> Session:
    """Return the session with filters, place and map as without a link; language and view are kept."""

    def start_again(state: ViewState) -> ViewState:
        """Return the start view in the language and the view of a state."""
        start = start_state(session.link_context.evidence, state.language)
        return replace(start, view=state.view)

    return session.after_choice(start_again, imposes_viewport=True)


def take_map_event(session: Session, event: object) -> Session:
    """Return the session after what the reader did on the map.

    Parameters
    ----------
    event
        What the map reports: a mapping with ``event`` (its number), ``selected`` (id of a place or code of a unit, or none) and
        ``at`` (latitude, longitude, zoom; none for the whole country). Anything else leaves the session as it is.
    """
    if not isinstance(event, Mapping) or not isinstance(event.get("event"), int):
        return session
    place, at = _known_place(event.get("selected"), session.link_context), _viewport(event.get("at"))
    after = session.after_choice(lambda state: replace(state, place=place, at=at))
    return replace(after, cause=RunCause.STEP, map_event=event["event"])


def _known_place(value: object, link_context: LinkContext) -> str:
    is_known = isinstance(value, str) and (value in link_context.evidence.places or value in link_context.units)
    return str(value) if is_known else ""


def _viewport(value: object) -> Viewport | None:
    try:
        return Viewport(*map(float, value)) if isinstance(value, list) else None
    except (TypeError, ValueError):
        return None
