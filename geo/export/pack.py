"""ZIP: the evidence pack, with everything that somebody needs who checks or publishes a view.

Its files lie in one folder named after the view. ``SHA256SUMS`` has a line for every other file, as ``sha256sum -c`` reads it.
Every entry bears the day of the data and plain permissions, so that the same view is the same archive.
"""

import hashlib
import io
import json
import textwrap
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from geo.draw.figure import parse_size
from geo.export import columns
from geo.export.about import about_lines, column_lines
from geo.export.citations import CitationStyle, cite_sources, cite_view
from geo.export.csv_file import csv_bytes
from geo.export.facts import facts_table
from geo.export.figure import FigureOptions, make_figure
from geo.export.geojson_file import to_geojson
from geo.export.names import file_stem
from geo.export.rows import claims_table, disagreements_table, places_table, sources_table
from geo.export.subject import Subject
from geo.export.tables import Column
from geo.export.web_page import to_web_page
from geo.text import Words, message
from geo.view import CAUTION, SUBJECT

README: Final = "README.txt"
SUMS: Final = "SHA256SUMS"
_WIDTH: Final = 96
_MODE: Final = 0o100644 << 16
_UNIX: Final = 3


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of the pack: its name, what is in it, and who makes it."""

    name: str
    about: str
    """Message id."""
    make: Callable[[Subject], bytes]


def to_pack(subject: Subject) -> bytes:
    """Write a view as an archive."""
    contents = {README: _readme(subject).encode()}
    contents |= {file.name: file.make(subject) for file in FILES}
    contents[SUMS] = _sums(contents).encode()
    return _archive(contents, subject)


def _archive(contents: dict[str, bytes], subject: Subject) -> bytes:
    stream, folder, day = io.BytesIO(), file_stem(subject.state, "evidence-pack"), subject.day
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(f"{folder}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr, entry.create_system, entry.compress_type = _MODE, _UNIX, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()


def _sums(contents: dict[str, bytes]) -> str:
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents.items())


def _readme(subject: Subject) -> str:
    words = subject.words
    listed = [(file.name, words(file.about)) for file in FILES]
    listed.append((SUMS, words("Checksums of all files; on Linux and macOS: {command}", command=f"sha256sum -c {SUMS}")))
    parts = [
        _title(words(SUBJECT), "="),
        *(_entry(heading, text) for heading, text in about_lines(subject)),
        _title(words("Files"), "-"),
        *(_entry(name, text) for name, text in listed),
        _paragraph(words("The tables are CSV in UTF-8; days are ISO 8601, spans include both ends; empty means not stated.")),
        _paragraph(
            words("A text that a spreadsheet would take for a formula has an apostrophe in front, which is not part of it.")
        ),
        *_columns(words),
    ]
    return "\n\n".join(parts) + "\n"


def _columns(words: Words) -> Iterable[str]:
    tables: tuple[tuple[str, tuple[Column, ...]], ...] = (
        ("claims.csv", columns.CLAIMS),
        ("facts.csv", columns.FACTS),
        ("places.csv", columns.PLACES),
        ("sources.csv", columns.SOURCES),
        ("disagreements.csv", columns.DISAGREEMENTS),
    )
    for name, described in tables:
        yield _title(words("Columns of {file}", file=name), "-")
        yield "\n".join(_entry(column, text) for column, text in column_lines(described, words))


def _title(text: str, line: str) -> str:
    return f"{text}\n{line * len(text)}"


def _entry(heading: str, text: str) -> str:
    return f"{heading}\n{_paragraph(text, indent='    ')}"


def _paragraph(text: str, *, indent: str = "") -> str:
    """Return a text in lines; an address is never broken."""
    return textwrap.fill(
        text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _figure(subject: Subject, *, kind: Literal["pdf", "svg", "png"]) -> bytes:
    options = FigureOptions(kind, parse_size("a4"))
    return make_figure(subject.evidence, subject.atlas, subject.state, options, base_url=subject.base_url)


def _citations(subject: Subject) -> bytes:
    styles = (("APA", CitationStyle.APA), ("Chicago", CitationStyle.CHICAGO))
    return "\n".join(f"{_title(name, '-')}\n\n{_cite(subject, style=style).decode()}" for name, style in styles).encode()


def _cite(subject: Subject, *, style: CitationStyle) -> bytes:
    """Return the citations of the view and of the sources of its rows."""
    evidence, language = subject.evidence, subject.state.language
    view = cite_view(evidence, subject.state, subject.known, style, base_url=subject.base_url)
    ids = [str(key) for key in sources_table(subject).column("source_id")]
    sources = cite_sources(evidence, ids, style, language=language)
    if style is CitationStyle.CSL:
        return f"{json.dumps([*json.loads(view), *json.loads(sources)], ensure_ascii=False, indent=2)}\n".encode()
    return f"{view}\n\n{sources}\n".encode()


def _licence(subject: Subject) -> bytes:
    words = subject.words
    data = "; ".join(f"{licence.title}, {licence.path}" for licence in subject.evidence.licences)
    parts = [
        _entry(words("Licence of the data"), data),
        _entry(words("Credits"), " ".join(subject.atlas.credits_in(subject.state.language))),
        _paragraph(
            words("Key phrases are quoted word for word from the sources named with them, and belong to their authors.")
        ),
        _paragraph(words("map.html contains Leaflet (BSD-2-Clause, Volodymyr Agafonkin) and code of Ingreso (MIT).")),
        _paragraph(words(CAUTION)),
    ]
    return ("\n\n".join(parts) + "\n").encode()


FILES: Final = (
    PackFile("figure.pdf", message("Figure of the view on A4, for a report"), partial(_figure, kind="pdf")),
    PackFile("figure.svg", message("The same figure, its text as text"), partial(_figure, kind="svg")),
    PackFile("figure.png", message("The same figure as a picture"), partial(_figure, kind="png")),
    PackFile(
        "claims.csv",
        message("What each source says of each place: a row for each claim"),
        lambda subject: csv_bytes(claims_table(subject)),
    ),
    PackFile(
        "facts.csv",
        message("What each source says beyond places: votes, personnel, equipment, costs, purposes, context"),
        lambda subject: csv_bytes(facts_table(subject)),
    ),
    PackFile(
        "places.csv",
        message("The rows behind the map: places by act, role and days"),
        lambda subject: csv_bytes(places_table(subject)),
    ),
    PackFile(
        "sources.csv",
        message("The sources of the claims"),
        lambda subject: csv_bytes(sources_table(subject)),
    ),
    PackFile(
        "disagreements.csv",
        message("Questions on which the sources disagree"),
        lambda subject: csv_bytes(disagreements_table(subject)),
    ),
    PackFile("places.geojson", message("The same as map data, with the claims inside"), to_geojson),
    PackFile("map.html", message("Web page that works offline: the map with its legend, filters and claims"), to_web_page),
    PackFile("citations.txt", message("How to cite this view and its sources: APA and Chicago"), _citations),
    PackFile("citations.bib", message("The same for reference managers: BibTeX"), partial(_cite, style=CitationStyle.BIBTEX)),
    PackFile("citations.json", message("The same for reference managers: CSL-JSON"), partial(_cite, style=CitationStyle.CSL)),
    PackFile("LICENSE.txt", message("Licences and credits"), _licence),
)
"""What is always in the pack, besides the text that tells so and the checksums."""
