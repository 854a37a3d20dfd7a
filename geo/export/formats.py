"""The formats in which a view leaves the app as a file, and what each is called."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.csv_file import csv_bytes
from geo.export.geojson_file import to_geojson
from geo.export.geopackage import to_geopackage
from geo.export.rows import claims_table
from geo.export.subject import Subject
from geo.export.workbook import to_workbook
from geo.text import Words, message
from geo.view import ViewState


class FileFormat(StrEnum):
    """A format; its value is the ending of the file's name."""

    CSV = "csv"
    GEOJSON = "geojson"
    GPKG = "gpkg"
    XLSX = "xlsx"


_WRITERS: Final[Mapping[FileFormat, Callable[[Subject], bytes]]] = {
    FileFormat.CSV: lambda subject: csv_bytes(claims_table(subject)),
    FileFormat.GEOJSON: to_geojson,
    FileFormat.GPKG: to_geopackage,
    FileFormat.XLSX: to_workbook,
}
_DESCRIPTIONS: Final[Mapping[FileFormat, str]] = {
    FileFormat.CSV: message("Table for any program: a row for each claim that names a place, with its source"),
    FileFormat.GEOJSON: message("Map data for the web: regions and points with their claims"),
    FileFormat.GPKG: message("Map data for QGIS and ArcGIS: layers of points and regions, tables of claims and sources"),
    FileFormat.XLSX: message("Workbook for Excel: places, claims, sources, disagreements, and how to cite"),
}
_SUBJECTS: Final[Mapping[FileFormat, str]] = {}
_MOST_NAMED: Final = 4
_STRANGE: Final = re.compile(r"[^a-z0-9]+")


def make_file(
    evidence: Evidence,
    atlas: Atlas,
    state: ViewState,
    format: FileFormat,  # noqa: A002 - the word for it
    *,
    base_url: str = "",
) -> bytes:
    """Return a view as a file: the same bytes for the same view of the same data, in every process, on any day.

    Parameters
    ----------
    base_url
        Address of the page, without a query, for the link back; empty where it is not known.
    """
    return _WRITERS[format](Subject(evidence, atlas, state, base_url))


def file_name(state: ViewState, format: FileFormat) -> str:  # noqa: A002
    """Return a name that tells what the file is: project, authorisations, days, language.

    It holds nothing but ``a`` to ``z``, digits, hyphens, underscores and one dot.
    """
    acts = state.authorisations if len(state.authorisations) <= _MOST_NAMED else (str(len(state.authorisations)), "acts")
    ranges = [state.range_of(key) for key in state.authorisations]
    parts = ["ingreso", _SUBJECTS.get(format, "places"), *(["-".join(map(_safe, acts))] if acts else ["none"])]
    if ranges:
        parts.append(f"{min(days.start for days in ranges)}_{max(days.end for days in ranges)}")
    return f"{'_'.join(parts)}_{state.language}.{format.value}"


def describe(format: FileFormat, words: Words) -> str:  # noqa: A002
    """Say in one line what is in a file of a format."""
    return words(_DESCRIPTIONS[format])


def _safe(text: str) -> str:
    return _STRANGE.sub("-", text.lower()).strip("-") or "x"
