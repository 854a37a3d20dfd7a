"""Files that leave the app."""

from geo.draw.figure import FigureSize, parse_size
from geo.export.figure import FigureOptions, make_figure

__all__ = ["FigureOptions", "FigureSize", "make_figure", "parse_size"]
