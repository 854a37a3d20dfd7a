"""ZIP: the evidence pack, with everything that somebody needs who checks or publishes a view.

Its files lie in one folder named after the view. ``SHA256SUMS`` has a line for every other file, as ``sha256sum -c`` reads it.
Every entry bears the day of the data and plain permissions, so that the same view is the same archive.
"""

import hashlib
import io
import textwrap
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from geo.export import columns
from geo.export.about import CAUTION, TITLE, about_lines, column_lines
from geo.export.csv_file import csv_bytes
from geo.export.geojson_file import to_geojson
from geo.export.names import file_stem
from geo.export.rows import claims_table, disagreements_table, places_table, sources_table
from geo.export.subject import Subject
from geo.export.tables import Column
from geo.export.web_page import to_web_page
from geo.text import Words, message
from geo.view import suggest_citation

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


def to_pack(subject: Subject, more: Sequence[PackFile] = ()) -> bytes:
    """Write a view as an archive.

    Parameters
    ----------
    more
        Further files, listed first; one with the name of a file of the pack takes its place.
    """
    files = tuple({file.name: file for file in (*more, *FILES, *more)}.values())
    contents = {README: _readme(subject, files).encode()}
    contents |= {file.name: file.make(subject) for file in files}
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


def _readme(subject: Subject, files: Iterable[PackFile]) -> str:
    words = subject.words
    listed = [(file.name, words(file.about)) for file in files]
    listed.append((SUMS, words("Checksums of all files; on Linux and macOS: {command}", command=f"sha256sum -c {SUMS}")))
    parts = [
        _title(words(TITLE), "="),
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


def _citation(subject: Subject) -> bytes:
    return f"{suggest_citation(subject.evidence, subject.link, subject.words)}\n".encode()


def _licence(subject: Subject) -> bytes:
    words = subject.words
    data = "; ".join(f"{licence.title}, {licence.path}" for licence in subject.evidence.licences)
    parts = [
        _entry(words("Licence of the data"), data),
        _entry(words("Credits"), " ".join(subject.atlas.credits)),
        _paragraph(
            words("Key phrases are quoted word for word from the sources named with them, and belong to their authors.")
        ),
        _paragraph(words("map.html contains Leaflet (BSD-2-Clause, Volodymyr Agafonkin) and code of Ingreso (MIT).")),
        _paragraph(words(CAUTION)),
    ]
    return ("\n\n".join(parts) + "\n").encode()


FILES: Final = (
    PackFile(
        "claims.csv",
        message("What each source says of each place: a row for each claim"),
        lambda subject: csv_bytes(claims_table(subject)),
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
    PackFile("CITATION.txt", message("How to cite this view"), _citation),
    PackFile("LICENSE.txt", message("Licences and credits"), _licence),
)
"""What is always in the pack, besides the text that tells so and the checksums."""
