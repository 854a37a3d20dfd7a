"""What leaves the app: figures, files, citations, and the markup that embeds a view."""

from geo.draw.figure import FigureSize, parse_size
from geo.export.citations import CitationStyle, cite_sources, cite_view
from geo.export.embedding import embed_code, embed_link, embed_title
from geo.export.figure import FigureOptions, make_figure
from geo.export.formats import FileFormat, describe, file_name, make_file
from geo.export.names import figure_name
from geo.export.options import FIGURE_FORMATS, USUAL_DPI, USUAL_SIZE, read_options

__all__ = [
    "FIGURE_FORMATS",
    "USUAL_DPI",
    "USUAL_SIZE",
    "CitationStyle",
    "FigureOptions",
    "FigureSize",
    "FileFormat",
    "cite_sources",
    "cite_view",
    "describe",
    "embed_code",
    "embed_link",
    "embed_title",
    "figure_name",
    "file_name",
    "make_figure",
    "make_file",
    "parse_size",
    "read_options",
]
