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


def wrap_text(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines of a text, broken at spaces and at most as wide as given; a wider word has its own line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
