"""A figure as a file: SVG, PDF or PNG, with fonts, title and alternative text in it, and the same bytes every time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from geo.draw.figure import (
    PIXELS_PER_INCH,
    Extent,
    Figure,
    FigureSize,
    Layout,
    count_sheets,
    draw_answers,
    draw_figure,
    draw_multiples,
    draw_notes_sheets,
)
from geo.draw.fills import THEMES
from geo.export.citations.references import PROJECT
from geo.export.file_format import Format
from geo.export.files.fonts import font_rules
from geo.export.files.metadata import keywords, rights
from geo.export.files.png import finish_png
from geo.export.files.svg_metadata import svg_metadata
from geo.export.typesetting import to_pdf, to_png
from geo.text import message
from geo.view import ViewContext

LEAST_DPI: Final = 36
MOST_DPI: Final = 600
MOST_PIXELS: Final = 40_000_000
"""Pixels of a PNG, at most; each takes four bytes of memory."""

Theme = Literal["light", "dark"]


Sheets = tuple[Figure, ...]
"""The sheets of a figure: one, but for small maps in a PDF."""


def _to_png(sheets: Sheets, context: ViewContext, dpi: int) -> bytes:
    (figure,) = sheets
    return finish_png(to_png(figure, dpi), figure, dpi, context)


def _to_svg(sheets: Sheets, context: ViewContext, _: int) -> bytes:
    (figure,) = sheets
    return figure.svg(style=font_rules(figure.letters()), metadata=svg_metadata(figure, context)).encode()


def _to_pdf(sheets: Sheets, context: ViewContext, _: int) -> bytes:
    return to_pdf(*sheets, author=context.words(PROJECT), keywords=(*keywords(context), rights(context)))


class FigureFormat(Format):
    """The formats of a figure, an entry each."""

    write: Callable[[Sheets, ViewContext, int], bytes]
    """Return the file of the sheets of a view; the number is the pixels per inch of a picture."""

    PNG = (
        "png",
        "PNG",
        "image/png",
        message("Picture of {width} by {height} pixels: for articles, slides and messages"),
        "map",
        _to_png,
    )
    SVG = "svg", "SVG", "image/svg+xml", message("Drawing with editable text: for a graphics desk"), "map", _to_svg
    PDF = (
        "pdf",
        "PDF",
        "application/pdf",
        message("Page with real text and embedded typefaces: for reports and print"),
        "map",
        _to_pdf,
    )


@dataclass(frozen=True, slots=True)
class FigureOptions:
    """Format, size and look of the file of a figure.

    Raises
    ------
    ValueError
        If the resolution is below 36 or above 600, or a PNG would have more than 40 million pixels.
    """

    format: FigureFormat
    size: FigureSize
    dpi: int = 150
    """Pixels per inch of a PNG, where 96 CSS pixels are an inch."""
    theme: Theme = "light"
    extent: Extent = "view"
    """What the map shows: the extent of the view, or all of Peru."""
    layout: Layout = "map"
    """One map of all acts, ``multiples``: a small map for each, or ``answers``: what the sources say."""

    def __post_init__(self) -> None:
        """Raise ValueError for values that are not allowed, and for a PNG that is too large."""
        for name, found, expected in (
            ("format", self.format, tuple(FigureFormat)),
            ("theme", self.theme, THEMES),
            ("extent", self.extent, get_args(Extent)),
            ("layout", self.layout, get_args(Layout)),
        ):
            if found not in expected:
                raise ValueError(f"{name}: expected one of {', '.join(expected)}, found {found!r}")
        if not LEAST_DPI <= self.dpi <= MOST_DPI:
            raise ValueError(f"dpi: expected {LEAST_DPI} to {MOST_DPI}, found {self.dpi}")
        if self.pixels > MOST_PIXELS:
            raise ValueError(f"size and dpi: expected at most {MOST_PIXELS} pixels, found {self.pixels}")

    @property
    def pixels(self) -> int:
        """Number of pixels of a PNG; 0 for SVG and PDF."""
        return (
            round(self.size.width * self.size.height * (self.dpi / PIXELS_PER_INCH) ** 2)
            if self.format == FigureFormat.PNG
            else 0
        )


def make_figure(context: ViewContext, options: FigureOptions) -> bytes:
    """Return the figure of a view as a file; the same arguments always give the same bytes.

    Raises
    ------
    ValueError
        If what is asked for has no room: see :func:`check_sheets`.
    """
    check_sheets(context, options)
    return FigureFormat(options.format).write(_draw(context, options), context, options.dpi)


def _draw(context: ViewContext, options: FigureOptions) -> Sheets:
    size, theme, extent = options.size, options.theme, options.extent
    if options.layout == "answers":
        return draw_answers(context, size, theme=theme, extent=extent, is_single=options.format != FigureFormat.PDF)
    if options.layout == "multiples":
        return draw_multiples(context, size, theme=theme, extent=extent)
    figure = draw_figure(context, size, theme=theme, extent=extent)
    return (figure, *draw_notes_sheets(context, size, theme=theme)) if options.format == FigureFormat.PDF else (figure,)


def check_sheets(context: ViewContext, options: FigureOptions) -> None:
    """Refuse small maps that need several sheets in a format that has one, and answers that have no room on a sheet.

    Raises
    ------
    ValueError
        It says what is needed, and what to do.
    """
    if options.layout == "answers":
        _draw(context, options)
    if options.layout != "multiples" or options.format == FigureFormat.PDF:
        return
    sheets = count_sheets(context, options.size)
    if sheets > 1:
        acts = len(context.state.authorisations)
        raise ValueError(
            f"layout: the small maps of {acts} acts need {sheets} sheets of this size, and {options.format.upper()} has one: "
            "ask for a PDF or a larger size, or switch acts off"
        )
