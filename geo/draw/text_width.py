"""Estimate the width of a text, for drawings that are made without loading a font.

The widths are those of Source Sans, for classes of letters, rounded up.
"""

from typing import Final

_CLASSES: Final = ((" ", 0.21), (".,:;·'|", 0.27), ("ijlÍíìI", 0.28), ("frt()-[]/“”", 0.37), ("mwMW—%", 0.84), ("=+<>–", 0.54))
_WIDTHS: Final = {letter: width for letters, width in _CLASSES for letter in letters}
_CAPITAL: Final = 0.62
_OTHER: Final = 0.525
_BOLD: Final = 1.06


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the approximate width of a text, in the unit of its size."""
    ems = sum(_WIDTHS.get(letter) or (_CAPITAL if letter.isupper() else _OTHER) for letter in text)
    return ems * size * (_BOLD if bold else 1.0)
