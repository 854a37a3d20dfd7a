"""How a figure is asked for in words: on the command line and in an address."""

from typing import cast, get_args

from geo.draw.figure import parse_size
from geo.export.files.figure import FigureFormat, FigureOptions, Theme

FIGURE_FORMATS: tuple[FigureFormat, ...] = get_args(FigureFormat)
USUAL_SIZE = "a4"
USUAL_DPI = 150


def read_options(ending: str, *, size: str = USUAL_SIZE, dpi: str = str(USUAL_DPI), theme: str = "light") -> FigureOptions:
    """Read the options of a figure from texts.

    Parameters
    ----------
    ending
        ``png``, ``svg`` or ``pdf``.
    size
        As :func:`~geo.draw.figure.parse_size` reads it.
    dpi
        Digits.
    theme
        ``light`` or ``dark``.

    Raises
    ------
    ValueError
        If one of them cannot be read or is out of bounds; it says which, what was expected and what was found.
    """
    if not (dpi.isascii() and dpi.isdigit()) or len(dpi) > len("1000"):
        raise ValueError(f"dpi: expected a whole number, found {dpi!r}")
    return FigureOptions(cast("FigureFormat", ending), parse_size(size), int(dpi), cast("Theme", theme))
