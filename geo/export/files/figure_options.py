"""Read the options of a figure from texts, for the command line, addresses and the page."""

from typing import Final, cast

from geo.draw.figure import Extent, Layout, parse_size
from geo.export.files.figure import FigureFormat, FigureOptions, Theme

USUAL_SIZE: Final = "a4"
USUAL_DPI: Final = 150


def read_options(
    ending: str,
    *,
    size: str = USUAL_SIZE,
    dpi: str = str(USUAL_DPI),
    theme: str = "light",
    extent: str = "view",
    layout: str = "map",
) -> FigureOptions:
    """Return the options of a figure from texts.

    Parameters
    ----------
    ending
        One of :class:`~geo.export.files.figure.FigureFormat`.
    size
        As :func:`~geo.draw.figure.parse_size` reads it.
    dpi
        Digits.
    theme
        ``light`` or ``dark``.
    extent
        ``view`` or ``peru``.
    layout
        ``map``, ``multiples`` or ``answers``.

    Raises
    ------
    ValueError
        If an option cannot be read or is out of bounds; the message has its name, what was expected and what was found.
    """
    if not (dpi.isascii() and dpi.isdigit()) or len(dpi) > len("1000"):
        raise ValueError(f"dpi: expected a whole number, found {dpi!r}")
    return FigureOptions(
        cast("FigureFormat", ending),
        parse_size(size),
        int(dpi),
        theme=cast("Theme", theme),
        extent=cast("Extent", extent),
        layout=cast("Layout", layout),
    )
