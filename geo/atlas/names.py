"""Compare place names as people type them: accents, case, punctuation and abbreviations do not count."""

import unicodedata
from functools import lru_cache

ABBREVIATIONS = {"sta": "santa", "sto": "santo", "pto": "puerto", "gral": "general"}


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Fold a name for comparison.

    >>> fold_name("  Sta. LUCÍA ")
    'santa lucia'
    """
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    words = "".join(char if char.isalnum() else " " for char in letters).split()
    return " ".join(ABBREVIATIONS.get(word, word) for word in words)
