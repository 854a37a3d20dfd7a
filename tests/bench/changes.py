"""When a change stood on the screen, read from what a page looked like frame by frame. Nothing here measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """How what is read came to stand as it stands at rest."""

    time: float
    """When it first stood so: milliseconds since the epoch."""
    milliseconds: float
    """The same, since the click; since the epoch where there was none."""
    jumps: int
    """How many times it then changed again, though it came back in the end."""


def find_change(log: Sequence[Mapping[str, Any]], reading: str) -> Change:
    """Find the last state of a reading, and the first time that it was reached.

    Parameters
    ----------
    log
        Entries with ``name`` (``click`` or a reading), ``value`` and ``time`` in milliseconds, in the order of time; each entry
        of a reading has another value than the one before, and there is at least one.
    """
    clicked = next((float(entry["time"]) for entry in log if entry["name"] == "click"), 0.0)
    states = [entry for entry in log if entry["name"] == reading and float(entry["time"]) >= clicked]
    reached = next(number for number, entry in enumerate(states) if entry["value"] == states[-1]["value"])
    time = float(states[reached]["time"])
    return Change(time, time - clicked, len(states) - 1 - reached)
