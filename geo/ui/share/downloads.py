"""The files of a view: for each its contents, its size, and a button; a press makes the file.

A file is made in memory, on a thread of its own, and sent; nothing is written to the server's disk. A table is made once for
each view to know its size, which takes milliseconds. The size of a figure or a pack is an estimate, marked as one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.export import (
    FigureFormat,
    FigureOptions,
    FigureSize,
    FileFormat,
    check_sheets,
    describe,
    file_name,
    find_table,
    make_csv,
    make_figure,
    make_file,
)
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.data_addresses import data_addresses
from geo.ui.page import Page
from geo.ui.server.bounded_work import MOST_PIXELS, in_turn
from geo.ui.share.figure_choice import choose_figure
from geo.ui.share.file_sizes import estimate_figure, estimate_pack, size_text
from geo.view import View, to_query

TABLE_OF_VIEW: Final[Mapping[View, str]] = {View.COMPARE: "compare", View.FACTS: "answers", View.DISAGREEMENTS: "answers"}
"""The table of a view, as a CSV file."""
_PACKED_TABLES: Final = (FileFormat.CSV, FileFormat.GEOJSON, FileFormat.XLSX)


@dataclass(frozen=True, slots=True)
class Line:
    """One file on offer."""

    format: FigureFormat | FileFormat
    text: str
    file_name: str
    make: Callable[[], bytes]
    size: Callable[[], int]
    """Returns the number of bytes; it may take as long as making the file."""
    is_estimate: bool = False
    element_key: str = ""
    """Part of the keys of its elements; by default the format."""


def show_downloads(page: Page) -> None:
    """Show the options of the figure and a line for each file; the sizes are filled in after all lines."""
    words = page.context.words
    markup.show(markup.text("h3", words("Figure"), classes="download-title"))
    lines = _figure_lines(choose_figure(page), page)
    slots = [_show_line(line, words) for line in lines]
    markup.show(markup.text("h3", words("Data and evidence"), classes="download-title"))
    data = [*_table_lines(page), *(_file_line(kind, page) for kind in FileFormat)]
    slots += [_show_line(line, words) for line in data]
    markup.show(data_addresses(words))
    for line, slot in zip([*lines, *data], slots, strict=True):
        slot.html(_line_text(line, words, line.size()))


def _figure_lines(choices: Mapping[str, Any], page: Page) -> list[Line]:
    """Return a line for each format of a figure; for a PNG with too many pixels, show a message instead."""
    lines = []
    for kind in FigureFormat:
        try:
            options = FigureOptions(format=kind, **choices)
        except ValueError:
            options = None
        if options is None or options.pixels > MOST_PIXELS:
            st.caption(
                page.context.words("At this size and resolution the PNG would be too large: choose fewer pixels per inch.")
            )
            continue
        if _has_room(options, page):
            lines.append(_figure_line(options, page))
    if len(lines) == 1 and choices["layout"] == "multiples":
        st.caption(page.context.words("The small maps need several sheets of this size: the PDF has them all."))
    if not lines:
        st.caption(page.context.words("The figure has no room at this size: choose a larger one."))
    return lines


def _has_room(options: FigureOptions, page: Page) -> bool:
    """Whether a format of this size can hold what the figure shows."""
    try:
        check_sheets(page.context, options)
    except ValueError:
        return False
    return True


def _figure_line(options: FigureOptions, page: Page) -> Line:
    width, height = _pixels(options.size, options.dpi)
    return Line(
        format=options.format,
        text=page.context.words(
            options.format.about, width=page.context.words.number(width), height=page.context.words.number(height)
        ),
        file_name=file_name(page.context.state, options.format),
        make=lambda: in_turn(make_figure, page.context, options),
        size=lambda: estimate_figure(options.format, width * height),
        is_estimate=True,
    )


def _pixels(size: FigureSize, dpi: int) -> tuple[int, int]:
    return round(size.width * dpi / 96), round(size.height * dpi / 96)


def _table_lines(page: Page) -> list[Line]:
    """Return a line for the table of the view, if it has one."""
    name = TABLE_OF_VIEW.get(page.context.state.view)
    if name is None:
        return []
    kind, context = FileFormat.CSV, page.context
    return [
        Line(
            format=kind,
            text=context.words(find_table(name).about),
            file_name=file_name(context.state, kind, name),
            make=lambda: in_turn(make_csv, context, name),
            size=lambda: len(in_turn(make_csv, context, name)),
            element_key=f"{kind}-{name}",
        )
    ]


def _file_line(kind: FileFormat, page: Page) -> Line:
    return Line(
        format=kind,
        text=describe(kind, page.context.words),
        file_name=file_name(page.context.state, kind),
        make=lambda: in_turn(make_file, page.context, kind),
        size=lambda: _size_of(kind, page),
        is_estimate=kind is FileFormat.ZIP,
    )


def _size_of(kind: FileFormat, page: Page) -> int:
    query = to_query(page.context.state, page.context.link_context)
    if kind is not FileFormat.ZIP:
        return _count_bytes(query, kind, page.context.base_url, _page=page)
    parts = (FileFormat.HTML, *_PACKED_TABLES)
    return estimate_pack({each: _count_bytes(query, each, page.context.base_url, _page=page) for each in parts})


@st.cache_data(show_spinner=False, max_entries=1000)
def _count_bytes(query: str, kind: FileFormat, base_url: str, *, _page: Page) -> int:  # noqa: ARG001 - part of the cache key
    """Return the size of a file in bytes, cached by the query of the view, which contains the version of the data."""
    return len(in_turn(make_file, _page.context, kind))


def _show_line(line: Line, words: Translator) -> DeltaGenerator:
    """Show a button with the contents of its file, and return the element that gets the size later."""
    element_key = line.element_key or line.format
    with st.container(key=f"share-line-{element_key}", horizontal=True, vertical_alignment="center"):
        st.download_button(
            line.format.label,
            data=line.make,
            file_name=line.file_name,
            mime=line.format.media_type,
            key=f"share-get-{element_key}",
            on_click="ignore",
            icon=":material/download:",
            width=124,
        )
        slot = st.empty()
        slot.html(_line_text(line, words))
    return slot


def _line_text(line: Line, words: Translator, size: int | None = None) -> str:
    """Return contents and size of a file as markup; … until the size is known."""
    known = size_text(size, words, is_estimate=line.is_estimate) if size is not None else "…"
    return markup.element("p", markup.text("span", line.text), " ", markup.text("span", known, classes="size"), classes="file")
