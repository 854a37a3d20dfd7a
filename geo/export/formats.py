"""The formats in which a view leaves the app as a file, and what each is called."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from geo.export.files.csv_file import to_csv
from geo.export.files.geojson import to_geojson
from geo.export.files.geopackage import to_geopackage
from geo.export.files.names import file_stem
from geo.export.files.pack import to_pack
from geo.export.files.workbook import to_workbook
from geo.export.web.page import to_web_page
from geo.text import Translator, message
from geo.view import ViewContext, ViewState


class FileFormat(StrEnum):
    """A format; its value is the ending of the file's name."""

    CSV = "csv"
    GEOJSON = "geojson"
    GPKG = "gpkg"
    XLSX = "xlsx"
    HTML = "html"
    ZIP = "zip"


_WRITERS: Final[Mapping[FileFormat, Callable[[ViewContext], bytes]]] = {
    FileFormat.CSV: to_csv,
    FileFormat.GEOJSON: to_geojson,
    FileFormat.GPKG: to_geopackage,
    FileFormat.XLSX: to_workbook,
    FileFormat.HTML: to_web_page,
    FileFormat.ZIP: to_pack,
}
_DESCRIPTIONS: Final[Mapping[FileFormat, str]] = {
    FileFormat.CSV: message("Table for any program: a row for each claim that names a place; other facts are in XLSX and ZIP"),
    FileFormat.GEOJSON: message("Map data for the web: regions and points with their claims"),
    FileFormat.GPKG: message("Map data for QGIS and ArcGIS: points and regions, with tables of claims, facts and sources"),
    FileFormat.XLSX: message("Workbook for Excel: places, claims, facts, sources, disagreements, and how to cite"),
    FileFormat.HTML: message("Web page that works offline: the map with its legend, filters and claims"),
    FileFormat.ZIP: message("Evidence pack: figure, tables, map data, web page, sources, citations and checksums"),
}
_SUBJECTS: Final[Mapping[FileFormat, str]] = {
    FileFormat.CSV: "claims",
    FileFormat.GEOJSON: "places",
    FileFormat.GPKG: "places",
    FileFormat.XLSX: "places",
    FileFormat.HTML: "map",
    FileFormat.ZIP: "evidence-pack",
}
"""What a file holds, as its name says it."""


def make_file(context: ViewContext, format: FileFormat) -> bytes:  # noqa: A002 - the word for it
    """Return a view as a file: the same bytes for the same view of the same data, in every process, on any day."""
    return _WRITERS[format](context)


def file_name(state: ViewState, format: FileFormat) -> str:  # noqa: A002
    """Return a name that tells what the file is: project, authorisations, days, language.

    It holds nothing but ``a`` to ``z``, digits, hyphens, underscores and one dot.
    """
    return f"{file_stem(state, _SUBJECTS[format])}.{format.value}"


def describe(format: FileFormat, words: Translator) -> str:  # noqa: A002
    """Say in one line what is in a file of a format."""
    return words(_DESCRIPTIONS[format])
