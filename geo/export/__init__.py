"""Figures, files, citations and web pages of a view.

``frames`` builds the tables, ``files`` writes tables and figures, ``citations`` writes citations, ``web`` writes pages. To
add a format, add an entry in ``formats``.
"""

from geo.draw.figure import FigureSize, parse_size
from geo.export.citations.styles import CitationStyle, cite_sources, cite_view
from geo.export.files.csv_file import USUAL_TABLE, make_csv
from geo.export.files.figure import FigureFormat, FigureOptions, check_sheets, make_figure
from geo.export.files.figure_options import USUAL_DPI, USUAL_SIZE, read_options
from geo.export.files.names import figure_name
from geo.export.files.schema import csv_metadata
from geo.export.formats import FileFormat, describe, file_name, make_file
from geo.export.frames import VIEW_TABLES, find_table
from geo.export.web.embedding import embed_code, embed_link, embed_title
from geo.export.web.page import light_page

__all__ = [
    "USUAL_DPI",
    "USUAL_SIZE",
    "USUAL_TABLE",
    "VIEW_TABLES",
    "CitationStyle",
    "FigureFormat",
    "FigureOptions",
    "FigureSize",
    "FileFormat",
    "check_sheets",
    "cite_sources",
    "cite_view",
    "csv_metadata",
    "describe",
    "embed_code",
    "embed_link",
    "embed_title",
    "figure_name",
    "file_name",
    "find_table",
    "light_page",
    "make_csv",
    "make_figure",
    "make_file",
    "parse_size",
    "read_options",
]
