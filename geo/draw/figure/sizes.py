"""The size of a figure: a paper, a slide, a square, or any width and height."""

import re
from dataclasses import dataclass
from typing import Final

from geo.text import message

LEAST_SIDE: Final = 320
MOST_SIDE: Final = 4000
"""Bounds of a side, in CSS pixels, both inclusive."""

PIXELS_PER_INCH: Final = 96.0
_MM_PER_INCH: Final = 25.4
_FREE: Final = re.compile(r"(\d{1,6})x(\d{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class FigureSize:
    """Width and height of a figure in CSS pixels, 96 to the inch.

    Raises
    ------
    ValueError
        If a side is shorter than 320 or longer than 4000 pixels.
    """

    width: float
    height: float
    in_millimetres: bool = False
    """Whether the size is a paper's, which a file states in millimetres."""
    label: str = ""
    """What the page calls it, a message id; empty for a size without a name."""

    def __post_init__(self) -> None:
        """Refuse a size that no figure can be drawn at."""
        for name, side in (("width", self.width), ("height", self.height)):
            if not LEAST_SIDE <= side <= MOST_SIDE:
                raise ValueError(f"{name}: expected {LEAST_SIDE} to {MOST_SIDE} pixels, found {side:g}")

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points, 72 to the inch."""
        return self.width * 72 / PIXELS_PER_INCH, self.height * 72 / PIXELS_PER_INCH

    @property
    def stated(self) -> tuple[str, str]:
        """Width and height as SVG states them."""
        if not self.in_millimetres:
            return f"{self.width:g}", f"{self.height:g}"
        per_pixel = _MM_PER_INCH / PIXELS_PER_INCH
        return f"{self.width * per_pixel:g}mm", f"{self.height * per_pixel:g}mm"


def _paper(width: float, height: float, label: str) -> FigureSize:
    """Return a size given in millimetres."""
    per_mm = PIXELS_PER_INCH / _MM_PER_INCH
    return FigureSize(width * per_mm, height * per_mm, in_millimetres=True, label=label)


SIZES: Final[dict[str, FigureSize]] = {
    "a4": _paper(210, 297, message("A4 upright")),
    "a4-landscape": _paper(297, 210, message("A4 wide")),
    "slide": FigureSize(960, 540, label=message("Slide")),
    "square": FigureSize(720, 720, label=message("Square")),
}
"""The sizes with names, an entry each; a slide is 10 x 5.625 inches, the 16:9 slide of the usual programs."""


def parse_size(text: str) -> FigureSize:
    """Read a size: one of :data:`SIZES`, or width and height in CSS pixels, ``800x600``.

    Raises
    ------
    ValueError
        If it is neither, or out of bounds.
    """
    if text in SIZES:
        return SIZES[text]
    found = _FREE.fullmatch(text)
    if not found:
        raise ValueError(f"size: expected {', '.join(SIZES)} or WIDTHxHEIGHT in pixels, found {text!r}")
    return FigureSize(float(found[1]), float(found[2]))
