"""How wide a text is about to be, for drawings that must know it before any face is loaded.

The widths are those of Source Sans in classes of letters, a little on the wide side: what fits by them fits on the page.
"""

from typing import Final

_CLASSES: Final = ((" ", 0.21), (".,:;·'|", 0.27), ("ijlÍíìI", 0.28), ("frt()-[]/“”", 0.37), ("mwMW—%", 0.84), ("=+<>–", 0.54))
_WIDTHS: Final = {letter: width for letters, width in _CLASSES for letter in letters}
_CAPITAL: Final = 0.62
_OTHER: Final = 0.525
_BOLD: Final = 1.06


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is, in the unit of its size."""
    ems = sum(_WIDTHS.get(letter) or (_CAPITAL if letter.isupper() else _OTHER) for letter in text)
    return ems * size * (_BOLD if bold else 1.0)
