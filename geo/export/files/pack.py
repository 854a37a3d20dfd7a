"""ZIP: the evidence pack, with figures, tables, map, citations and checksums of a view.

The files are in one folder with the name of the view, which is a Data Package and an RO-Crate. ``SHA256SUMS`` has a line for
each other file, for ``sha256sum -c``. Each entry has the day of the data and fixed permissions, so that the same view gives
the same bytes.
"""

import hashlib
import io
import json
import textwrap
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from geo.draw.figure import parse_size
from geo.export.citations.styles import CitationStyle, cite_sources, cite_view
from geo.export.files.csv_file import make_csv
from geo.export.files.data_package import DATA_PACKAGE, RO_CRATE, Described, data_package, ro_crate
from geo.export.files.figure import FigureFormat, FigureOptions, make_figure
from geo.export.files.geojson import to_geojson
from geo.export.files.metadata import about_lines, column_lines
from geo.export.files.names import file_stem
from geo.export.frames import TABLES, Table
from geo.export.frames.sources import used_sources
from geo.export.web.page import to_web_page
from geo.text import Translator, message
from geo.view import CAUTION, SUBJECT, ViewContext

README: Final = "README.txt"
SUMS: Final = "SHA256SUMS"
_MEDIA_TYPES: Final = {
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".html": "text/html",
    ".txt": "text/plain",
    ".bib": "application/x-bibtex",
    ".json": "application/json",
}
_WIDTH: Final = 96
_MODE: Final = 0o100644 << 16
_UNIX: Final = 3


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of the pack."""

    name: str
    about: str
    """Message id."""
    make: Callable[[ViewContext], bytes]


def to_pack(context: ViewContext) -> bytes:
    """Return the evidence pack of a view as a ZIP file."""
    contents = {README: _readme(context).encode()}
    contents |= {file.name: file.make(context) for file in FILES}
    described = [
        Described(name, about, _MEDIA_TYPES[Path(name).suffix], contents[name])
        for name, about in _listed(context)
        if name in contents
    ]
    contents[DATA_PACKAGE] = data_package(described, context)
    contents[RO_CRATE] = ro_crate(described, context)
    contents[SUMS] = _sums(contents).encode()
    return _archive(contents, context)


def _archive(contents: dict[str, bytes], context: ViewContext) -> bytes:
    stream, folder, day = io.BytesIO(), file_stem(context.state, "evidence-pack"), context.day
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(f"{folder}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr, entry.create_system, entry.compress_type = _MODE, _UNIX, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


def _sums(contents: dict[str, bytes]) -> str:
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents.items())


def _readme(context: ViewContext) -> str:
    words = context.words
    parts = [
        _title(words(SUBJECT), "="),
        *(_entry(heading, text) for heading, text in about_lines(context)),
        _title(words("Files"), "-"),
        *(_entry(name, text) for name, text in _listed(context)),
        _paragraph(words("The tables are CSV in UTF-8; days are ISO 8601, spans include both ends; empty means not stated.")),
        _paragraph(
            words("A text that a spreadsheet would take for a formula has an apostrophe in front, which is not part of it.")
        ),
        *_columns(words),
    ]
    return "\n\n".join(parts) + "\n"


def _listed(context: ViewContext) -> Iterable[tuple[str, str]]:
    """Yield the name and description of each file."""
    words = context.words
    yield from ((file.name, words(file.about)) for file in FILES)
    yield DATA_PACKAGE, words("The tables for programs (Data Package): types and meaning of every column, hashes")
    yield RO_CRATE, words("All files for archives and search engines (RO-Crate)")
    yield SUMS, words("Checksums of all files; on Linux and macOS: {command}", command=f"sha256sum -c {SUMS}")


def _columns(words: Translator) -> Iterable[str]:
    for table in TABLES:
        yield _title(words("Columns of {file}", file=f"{table.name}.csv"), "-")
        yield "\n".join(_entry(column, text) for column, text in column_lines(table.columns, words))


def _title(text: str, line: str) -> str:
    return f"{text}\n{line * len(text)}"


def _entry(heading: str, text: str) -> str:
    return f"{heading}\n{_paragraph(text, indent='    ')}"


def _paragraph(text: str, *, indent: str = "") -> str:
    """Return a text wrapped into lines; addresses are not broken."""
    return textwrap.fill(
        text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _figure(context: ViewContext, *, kind: FigureFormat) -> bytes:
    return make_figure(context, FigureOptions(kind, parse_size("a4")))


def _table(context: ViewContext, *, table: Table) -> bytes:
    return make_csv(context, table.name)


def _citations(context: ViewContext) -> bytes:
    styles = (("APA", CitationStyle.APA), ("Chicago", CitationStyle.CHICAGO))
    return "\n".join(f"{_title(name, '-')}\n\n{_cite(context, style=style).decode()}" for name, style in styles).encode()


def _cite(context: ViewContext, *, style: CitationStyle) -> bytes:
    """Return the citations of the view and of the sources of its rows."""
    evidence, language = context.evidence, context.state.language
    view = cite_view(context, style)
    sources = cite_sources(evidence, used_sources(context), style, language=language)
    if style is CitationStyle.CSL:
        return f"{json.dumps([*json.loads(view), *json.loads(sources)], ensure_ascii=False, indent=2)}\n".encode()
    return f"{view}\n\n{sources}\n".encode()


def _licence(context: ViewContext) -> bytes:
    words = context.words
    data = "; ".join(f"{licence.title}, {licence.path}" for licence in context.evidence.licences)
    parts = [
        _entry(words("Licence of the data"), data),
        _entry(words("Credits"), " ".join(context.atlas.credits_in(context.state.language))),
        _paragraph(
            words("Key phrases are quoted word for word from the sources named with them, and belong to their authors.")
        ),
        _paragraph(words("map.html contains Leaflet (BSD-2-Clause, Volodymyr Agafonkin) and code of Ingreso (MIT).")),
        _paragraph(words(CAUTION)),
    ]
    return ("\n\n".join(parts) + "\n").encode()


FILES: Final = (
    PackFile("figure.pdf", message("Figure of the view on A4, for a report"), partial(_figure, kind=FigureFormat.PDF)),
    PackFile("figure.svg", message("The same figure, its text as text"), partial(_figure, kind=FigureFormat.SVG)),
    PackFile("figure.png", message("The same figure as a picture"), partial(_figure, kind=FigureFormat.PNG)),
    *(PackFile(f"{table.name}.csv", table.about, partial(_table, table=table)) for table in TABLES),
    PackFile("places.geojson", message("The places as map data, with the claims inside"), to_geojson),
    PackFile("map.html", message("Web page that works offline: the map with its legend, filters and claims"), to_web_page),
    PackFile("citations.txt", message("How to cite this view and its sources: APA and Chicago"), _citations),
    PackFile("citations.bib", message("The same for reference managers: BibTeX"), partial(_cite, style=CitationStyle.BIBTEX)),
    PackFile("citations.json", message("The same for reference managers: CSL-JSON"), partial(_cite, style=CitationStyle.CSL)),
    PackFile("LICENSE.txt", message("Licences and credits"), _licence),
)
"""The files of the pack, besides README, descriptors and checksums."""
