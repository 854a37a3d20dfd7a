"""When two names are spellings of one: what the checks compare names by."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

_ALIKE: Final = 0.86
_FEWEST: Final = 5
"""Letters of the shortest names that may be a slip of one another: shorter ones differ too easily."""


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return what a name has in common with its other spellings: no accents, case, punctuation, nor spaces beyond one.

    >>> fold("  López–Obrador ")
    'lopez obrador'
    """
    letters = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", letters.casefold()).strip()


def is_close(name: str, other: str) -> bool:
    """Whether two names are spellings of one: alike once folded, or nearly so with the same digits."""
    one, two = fold(name), fold(other)
    if one == two:
        return True
    if re.findall("[0-9]+", one) != re.findall("[0-9]+", two) or min(len(one), len(two)) < _FEWEST:
        return False
    return SequenceMatcher(None, one, two).ratio() >= _ALIKE
