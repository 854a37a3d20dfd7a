"""The reader's language, as the browser says it."""

import re
from typing import Final

from geo.text import LANGUAGES

_RANGE: Final = re.compile(r"\s*([A-Za-z]{1,8}|\*)(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q\s*=\s*(\d(?:\.\d{1,3})?))?\s*", re.ASCII)
_LONGEST: Final = 500
"""Characters of the header that are read."""


def preferred_language(header: str) -> str:
    """Return the language of ours that an ``Accept-Language`` header weighs most; the first of ours where it names none."""
    weights: dict[str, float] = {}
    for part in header[:_LONGEST].split(","):
        found = _RANGE.fullmatch(part)
        if found:
            language, weight = found[1].lower(), float(found[2] or 1)
            weights[language] = max(weight, weights.get(language, 0))
    best = max(LANGUAGES, key=lambda language: weights.get(language, 0))
    return best if weights.get(best, 0) else LANGUAGES[0]
