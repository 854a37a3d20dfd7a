"""Compare names: whether two are spellings of the same name."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

_ALIKE: Final = 0.86
_FEWEST: Final = 5
"""Letters of a name, at least. Shorter names are similar by chance."""


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return a name without accents, case, punctuation and repeated spaces, for comparison.

    >>> fold("  López–Obrador ")
    'lopez obrador'
    """
    letters = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", letters.casefold()).strip()


def is_close(name: str, other: str) -> bool:
    """Return whether two names are spellings of one: equal when folded, or similar with the same numbers."""
    one, two = fold(name), fold(other)
    if one == two:
        return True
    if re.findall("[0-9]+", one) != re.findall("[0-9]+", two) or min(len(one), len(two)) < _FEWEST:
        return False
    return SequenceMatcher(None, one, two).ratio() >= _ALIKE
