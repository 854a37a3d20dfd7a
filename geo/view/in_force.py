"""Which acts are in force on a day, and whether a view shows just these."""

from datetime import date

from geo.evidence import Evidence
from geo.text import Translator
from geo.view.state import ViewState


def acts_in_force(evidence: Evidence, day: date) -> tuple[str, ...]:
    """Return the ids of the acts whose window holds a day, in the order of acts. An open window ends with the data."""
    return tuple(act_id for act_id, act in evidence.authorisations.items() if act.window.start <= day <= act.window.end)


def shown_day(evidence: Evidence, state: ViewState) -> date | None:
    """Return the one day that a view shows: the acts in force on it are on with that day alone, all others are off."""
    days = {day for act_id in state.authorisations for day in (state.range_of(act_id).start, state.range_of(act_id).end)}
    if len(days) != 1:
        return None
    (day,) = days
    return day if state.authorisations == acts_in_force(evidence, day) else None


def day_line(evidence: Evidence, state: ViewState, words: Translator, *, asked: date | None = None) -> str:
    """Say how many of the known acts are in force on the day that a view shows; empty where it shows no single day.

    Parameters
    ----------
    asked
        Day that the reader has just asked for. If no act is in force on it, no act is on, and that is said.
    """
    day = shown_day(evidence, state)
    if day:
        on, known = (words.number(len(acts)) for acts in (state.authorisations, evidence.authorisations))
        return words("In force on {day}: {count} of {known} known acts.", day=words.day(day), count=on, known=known)
    if asked and not state.authorisations:
        return words("On {day}, no known act was in force.", day=words.day(asked))
    return ""
