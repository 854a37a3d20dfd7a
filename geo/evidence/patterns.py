"""Whether a pattern of a table schema can be tried on any text in a short time.

Python's ``re`` tries every way in which a pattern could fit, and nothing else of the process runs meanwhile: ``(a+)+$`` on
forty letters takes longer than anybody waits.
"""

import re
from typing import Final

MOST_CHARACTERS: Final = 300
_ATOM: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
"""What stands for one character: an escape, a class."""
_GROUP: Final = re.compile(r"\((?:\?(?:[:=!]|<[=!]|P<\w+>))?([^()]*)\)([*+{]?)")
_REPETITION: Final = re.compile(r"[*+{]")


def is_quick(pattern: str) -> bool:
    """Return whether no group that repeats, or leaves a choice, is repeated itself."""
    rest = _ATOM.sub("x", pattern)
    while group := _GROUP.search(rest):
        inner, repetition = group.groups()
        repeats = bool(_REPETITION.search(inner))
        if repetition and (repeats or "|" in inner):
            return False
        rest = rest[: group.start()] + ("x+" if repeats else "x") + rest[group.end(1) + 1 :]
    return len(pattern) <= MOST_CHARACTERS
