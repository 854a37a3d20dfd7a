"""Windows: spans of days, how they overlap, and what two of them have in common."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Window:
    """A span of whole days, both ends inclusive.

    An open window has no stated end. Its ``end`` is then the latest day in the data, so that days can be counted, drawn and
    chosen; texts and files use ``stated_end``.

    Raises
    ------
    ValueError
        If the window ends before it starts.
    """

    start: date
    end: date
    is_open: bool = False
    """Whether no end is stated."""

    def __post_init__(self) -> None:
        """Refuse a window that ends before it starts."""
        if self.end < self.start:
            message = f"a window cannot end ({self.end}) before it starts ({self.start})"
            raise ValueError(message)

    @property
    def stated_end(self) -> date | None:
        """The last day as the data states it; None for an open window."""
        return None if self.is_open else self.end

    @property
    def days(self) -> int:
        """Number of days, both ends included; of an open window up to the latest day in the data."""
        return (self.end - self.start).days + 1

    def overlaps(self, other: "Window") -> bool:
        """Return whether the two windows have a day in common."""
        return self.start <= other.end and other.start <= self.end

    def clipped_to(self, other: "Window") -> "Window | None":
        """Return the common days of the two windows; None for no day. Open if they reach the end of open other."""
        if not self.overlaps(other):
            return None
        end = min(self.end, other.end)
        return Window(max(self.start, other.start), end, is_open=other.is_open and end == other.end)
