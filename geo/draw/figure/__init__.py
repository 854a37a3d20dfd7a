"""The figure of a view, for print: one drawing for every size, language and theme."""

from geo.draw.figure.answers import draw_answers
from geo.draw.figure.figure import FONT_LICENCE, Extent, Figure, Layout, draw_figure
from geo.draw.figure.fonts import FACES, FALLBACKS, Face, can_draw
from geo.draw.figure.multiples import count_sheets, draw_multiples
from geo.draw.figure.notes_sheets import draw_notes_sheets
from geo.draw.figure.sizes import LEAST_SIDE, MOST_SIDE, PIXELS_PER_INCH, SIZES, FigureSize, parse_size

__all__ = [
    "FACES",
    "FALLBACKS",
    "FONT_LICENCE",
    "LEAST_SIDE",
    "MOST_SIDE",
    "PIXELS_PER_INCH",
    "SIZES",
    "Extent",
    "Face",
    "Figure",
    "FigureSize",
    "Layout",
    "can_draw",
    "count_sheets",
    "draw_answers",
    "draw_figure",
    "draw_multiples",
    "draw_notes_sheets",
    "parse_size",
]
