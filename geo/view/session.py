"""A visitor's session as a value, and the pure functions that return the next session.

A link, a widget, the map and the browser's Back each change the :class:`Session`. Nothing here depends on Streamlit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Self

from geo.evidence import Authorisation, Evidence, Window
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
    chosen: bool = False
    """Whether a choice was made since the last run. Then the address bar is out of date and must not be read as a link."""
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
            chosen=True,
            imposed=self.imposed + imposes_viewport,
        )

    def after_no_change(self) -> Self:
        """Return the session after a click that does not change the view, such as one that opens a panel.

        Without it the next run would read the out-of-date address bar as a link, and undo the choice before.
        """
        return replace(self, chosen=True)

    def with_query_of_state(self) -> Self:
        """Return the session with the query of its state, which the page then writes into the address bar."""
        return replace(self, query=to_query(self.state, self.link_context))


def start_run(before: Session | None, query: str, link_context: LinkContext, *, language: str) -> Session:
    """Return the session at the start of a run of the page.

    Parameters
    ----------
    before
        The session of the last run; None in a visitor's first run.
    query
        Query of the address bar.
    link_context
        What the values of a link may name in the present data.
    language
        Language of a visitor whose link does not say one.
    """
    if before is None:
        return _read(query, link_context, language)
    if not before.chosen and query != before.query:
        return replace(
            _read(query, link_context, language), cause=RunCause.STEP, imposed=before.imposed + 1, map_event=before.map_event
        )
    if before.link_context is not link_context:
        old = to_query(before.state, before.link_context)
        again = _read(old, link_context, language)
        return replace(again, query=before.query, imposed=before.imposed + 1, map_event=before.map_event)
    return replace(before, chosen=False)


def _read(query: str, link_context: LinkContext, language: str) -> Session:
    reading = read_link(query, link_context, language)
    return Session(reading.state, query, link_context, reading.notices, imposed=1)


def choose_days(act: Authorisation, days: Window) -> Transition:
    """Return the choice of other days for one authorisation, both ends inclusive.

    Days that reach the last known day of a window without a stated end have no stated end either.
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
