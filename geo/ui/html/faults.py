"""The faults of the data as one text."""

from collections.abc import Sequence
from typing import Final

MOST_FAULTS: Final = 200
"""Number of faults in the text; ``python -m geo check`` lists all."""
_LONGEST_FAULT: Final = 400
"""Characters of a line. A fault may quote an id, and an id may be of any length."""


def faults_text(faults: Sequence[object]) -> str:
    """Return a line for each of the first faults; if there are more, their number and the command that lists them."""
    lines = [str(fault) for fault in faults[:MOST_FAULTS]]
    lines = [line if len(line) <= _LONGEST_FAULT else f"{line[:_LONGEST_FAULT]}…" for line in lines]
    rest = len(faults) - MOST_FAULTS
    return "\n".join([*lines, f"+ {rest}: python -m geo check"] if rest > 0 else lines)
