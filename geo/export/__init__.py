"""What leaves the app: figures, files, citations, and the markup that embeds a view."""

from geo.draw.figure import FigureSize, parse_size
from geo.export.figure import FigureOptions, make_figure
from geo.export.formats import FileFormat, describe, file_name, make_file

__all__ = ["FigureOptions", "FigureSize", "FileFormat", "describe", "file_name", "make_figure", "make_file", "parse_size"]
