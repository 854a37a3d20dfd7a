"""A visitor's session as a value, and the pure functions that lead from one to the next.

A link, a widget, the map and the browser's Back each make a new :class:`Session` of the present one. Nothing here knows
the page.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Self

from geo.evidence import Evidence, Window
from geo.view.link import LinkContext, Notice, read_link, to_query
from geo.view.selection import order_acts
from geo.view.state import Viewport, ViewState, start_state

Transition = Callable[[ViewState], ViewState]
"""A choice of the reader: the view after it, from the view before it."""


class RunCause(Enum):
    """Why the page runs."""

    VISIT = auto()
    """A visitor came."""
    CHOICE = auto()
    """The reader chose something on the page."""
    STEP = auto()
    """The reader chose on the map, which shows it by itself, or went through the browser's history."""


@dataclass(frozen=True, slots=True)
class Session:
    """What one visit has led to."""

    state: ViewState
    query: str
    """The query that the address bar holds, or is about to."""
    known: LinkContext
    """What the values of a link may name in the data of this run."""
    notices: tuple[Notice, ...] = ()
    """What could not be read in the link that led here; empty after the next choice."""
    cause: RunCause = RunCause.VISIT
    chosen: bool = False
    """Whether a choice has been made since the last run: then the address bar is behind, and is no link to follow."""
    imposed: int = 0
    """How often the page, not the reader, has set the viewport of the map."""
    map_event: int = 0
    """Number of the last event of the map that the state contains."""

    def chose(self, transition: Transition, *, imposes_viewport: bool = False) -> Self:
        """Return the session after a choice.

        Parameters
        ----------
        transition
            Is given the present view, so that of two choices in one run none is lost.
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

    def kept(self) -> Self:
        """Return the session after a click that changes nothing of the view, such as one that opens a panel.

        Without it the next run would take an address bar that is behind for a link, and undo the choice before.
        """
        return replace(self, chosen=True)

    def wrote(self) -> Self:
        """Return the session with the query of its state, which the page then puts into the address bar."""
        return replace(self, query=to_query(self.state, self.known))


def start_run(before: Session | None, query: str, known: LinkContext, *, language: str) -> Session:
    """Return the session at the start of a run of the page.

    Parameters
    ----------
    before
        The session so far; None for a visitor who has just come.
    query
        What the address bar holds.
    known
        What the values of a link may name in the present data.
    language
        Language of a visitor whose link does not say one.
    """
    if before is None:
        return _read(query, known, language)
    if not before.chosen and query != before.query:
        return replace(
            _read(query, known, language), cause=RunCause.STEP, imposed=before.imposed + 1, map_event=before.map_event
        )
    if before.known is not known:
        old = to_query(before.state, before.known)
        return replace(_read(old, known, language), query=before.query, imposed=before.imposed + 1, map_event=before.map_event)
    return replace(before, chosen=False)


def _read(query: str, known: LinkContext, language: str) -> Session:
    reading = read_link(query, known, language)
    return Session(reading.state, query, known, reading.notices, imposed=1)


def choose_days(authorisation_id: str, window: Window) -> Transition:
    """Return the choice of other days for one authorisation, both ends inclusive."""
    return lambda state: state.with_range(authorisation_id, window)


def show_days(days: Mapping[str, Window], evidence: Evidence) -> Transition:
    """Return the choice of days for some authorisations, by id, which it also switches on."""

    def transition(state: ViewState) -> ViewState:
        """Set the days one act after the other."""
        for authorisation_id, window in days.items():
            state = state.with_range(authorisation_id, window)
        return replace(state, authorisations=order_acts(evidence, (*state.authorisations, *days)))

    return transition


def reset(session: Session) -> Session:
    """Return the session with the filters, place and map of a visitor without a link, in the chosen language and view."""

    def start_again(state: ViewState) -> ViewState:
        start = start_state(session.known.evidence, state.language)
        return replace(start, view=state.view)

    return session.chose(start_again, imposes_viewport=True)


def take_map_event(session: Session, event: object) -> Session:
    """Return the session after what the reader did on the map.

    Parameters
    ----------
    event
        What the map reports: a mapping with ``event`` (its number), ``selected`` (id of a place or code of a unit, or none) and
        ``at`` (latitude, longitude, zoom; none for the whole country). Anything else changes nothing.
    """
    if not isinstance(event, Mapping) or not isinstance(event.get("event"), int):
        return session
    place, at = _known_place(event.get("selected"), session.known), _viewport(event.get("at"))
    after = session.chose(lambda state: replace(state, place=place, at=at))
    return replace(after, cause=RunCause.STEP, map_event=event["event"])


def _known_place(value: object, known: LinkContext) -> str:
    return value if isinstance(value, str) and (value in known.evidence.places or value in known.units) else ""


def _viewport(value: object) -> Viewport | None:
    try:
        return Viewport(*map(float, value)) if isinstance(value, list) else None
    except (TypeError, ValueError):
        return None
