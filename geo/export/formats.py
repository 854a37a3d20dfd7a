"""The file formats for the data of a view. Those for figures are in ``files.figure``."""

from collections.abc import Callable

from geo.export.file_format import Format
from geo.export.files.csv_file import make_csv
from geo.export.files.geojson import to_geojson
from geo.export.files.geopackage import to_geopackage
from geo.export.files.names import file_stem
from geo.export.files.pack import to_pack
from geo.export.files.workbook import to_workbook
from geo.export.web.page import to_web_page
from geo.text import Translator, message
from geo.view import ViewContext, ViewState


class FileFormat(Format):
    """File formats for data."""

    write: Callable[[ViewContext], bytes]
    """Returns the file of a view."""

    CSV = (
        "csv",
        "CSV",
        "text/csv",
        message("Table for any program: a row for each claim that names a place; other facts are in XLSX and ZIP"),
        "claims",
        make_csv,
    )
    GEOJSON = (
        "geojson",
        "GeoJSON",
        "application/geo+json",
        message("Map data for the web: regions and points with their claims"),
        "places",
        to_geojson,
    )
    GPKG = (
        "gpkg",
        "GeoPackage",
        "application/geopackage+sqlite3",
        message("Map data for QGIS and ArcGIS: points and regions, with tables of claims, facts and sources"),
        "places",
        to_geopackage,
    )
    XLSX = (
        "xlsx",
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        message("Workbook for Excel: places, claims, facts, sources, disagreements, and how to cite"),
        "places",
        to_workbook,
    )
    HTML = (
        "html",
        "HTML",
        "text/html",
        message("Web page that works offline: the map with its legend, filters and claims"),
        "map",
        to_web_page,
    )
    ZIP = (
        "zip",
        "ZIP",
        "application/zip",
        message("Evidence pack: figure, tables, map data, web page, sources, citations and checksums"),
        "evidence-pack",
        to_pack,
    )


def make_file(context: ViewContext, format: FileFormat) -> bytes:  # noqa: A002 - the word for it
    """Return a view as a file. The same view of the same data always gives the same bytes."""
    return FileFormat(format).write(context)


def file_name(state: ViewState, format: Format, content: str = "") -> str:  # noqa: A002
    """Return the name of a file: project, content, authorisations, days, language, and ending.

    The characters are ``a`` to ``z``, digits, hyphens, underscores and one dot.

    Parameters
    ----------
    content
        What the file holds; by default what the format says.
    """
    return f"{file_stem(state, content or format.content)}.{format.value}"


def describe(format: FileFormat, words: Translator) -> str:  # noqa: A002
    """Return the description of a format, one line."""
    return words(format.about)
