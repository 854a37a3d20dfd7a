"""The files of a view: for each its contents, its size, and a button; a press makes the file.

A file is made in memory, on a thread of its own, and sent; nothing is written to the server's disk. A table is made once for
each view to know its size, which takes milliseconds. The size of a figure or a pack is an estimate, marked as one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.draw.figure import SIZES, Extent, Layout
from geo.export import (
    FigureFormat,
    FigureOptions,
    FigureSize,
    FileFormat,
    check_sheets,
    describe,
    file_name,
    make_figure,
    make_file,
    parse_size,
)
from geo.text import Translator, message
from geo.ui.html import markup
from geo.ui.html.data_addresses import data_addresses
from geo.ui.page import Page
from geo.ui.server.bounded_work import MOST_PIXELS, in_turn
from geo.view import View, to_query

OWN: Final = "own"
_OWN_SIZE: Final = message("Own size")
THEMES: Final[Mapping[Literal["light", "dark"], str]] = {"light": message("Light"), "dark": message("Dark")}
EXTENTS: Final[Mapping[Extent, str]] = {"view": message("As on the map"), "peru": message("All of Peru")}
LAYOUTS: Final[Mapping[Layout, str]] = {"map": message("One map"), "multiples": message("A small map for each act")}
RESOLUTIONS: Final = (96, 150, 300)
"""Pixels per inch: for the screen, for the web at twice its size, and for print."""
SIDES: Final = (320, 4000)
"""Smallest and largest side of a typed size, in CSS pixels."""
SVG_BYTES: Final = 220_000
PDF_BYTES: Final = 170_000
PNG_BYTES_OF_A_MEGAPIXEL: Final = 215_000
PNG_GROWTH: Final = 0.56
PACK_FIGURES: Final = 570_000
PACK_PER_PAGE: Final = 0.26
PACK_PER_TABLES: Final = 0.25
"""Parameters of the estimated sizes, in bytes and as fractions. The estimates are within a quarter of the true size, measured
on the data of November 2026. The bytes of a PNG grow about as the square root of its pixels (:data:`PNG_GROWTH`), since most
pixels are background. An SVG or PDF is mostly map and typefaces. A pack has three figures, and compressed page and tables."""
_PACKED_TABLES: Final = (FileFormat.CSV, FileFormat.GEOJSON, FileFormat.XLSX)

MEGABYTE: Final = 1_000_000


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


def show_downloads(page: Page) -> None:
    """Show the options of the figure and a line for each file; the sizes are filled in after all lines."""
    words = page.context.words
    markup.show(markup.text("h3", words("Figure"), classes="download-title"))
    lines = _figure_lines(_choose_figure(page), page)
    slots = [_show_line(line, words) for line in lines]
    markup.show(markup.text("h3", words("Data and evidence"), classes="download-title"))
    data = [_file_line(kind, page) for kind in FileFormat]
    slots += [_show_line(line, words) for line in data]
    markup.show(data_addresses(words))
    for line, slot in zip([*lines, *data], slots, strict=True):
        slot.html(_line_text(line, words, line.size()))


def _choose_figure(page: Page) -> Mapping[str, Any]:
    """Show the options of a figure, and return them as keyword arguments of :class:`FigureOptions`."""
    words = page.context.words
    size = st.segmented_control(
        words("Size of the figure"),
        [*SIZES, OWN],
        format_func=lambda name: words(SIZES[name].label if name in SIZES else _OWN_SIZE),
        key="share-figure-size",
        default="a4",
        required=True,
        label_visibility="collapsed",
    )
    if size == OWN:
        with st.container(horizontal=True):
            width = st.number_input(words("Width in pixels"), *SIDES, value=1200, step=20, key="share-figure-width")
            height = st.number_input(words("Height in pixels"), *SIDES, value=900, step=20, key="share-figure-height")
        size = f"{width}x{height}"
    with st.container(key="share-figure-look", horizontal=True, vertical_alignment="bottom", gap="large"):
        theme = st.segmented_control(
            words("Paper"),
            list(THEMES),
            format_func=lambda theme: words(THEMES[theme]),
            key="share-figure-theme",
            default="light",
            required=True,
        )
        dpi = st.segmented_control(
            words("Pixels per inch of the PNG"),
            RESOLUTIONS,
            key="share-figure-dpi",
            default=150,
            required=True,
        )
    layout = _choose_layout(page)
    return {"size": parse_size(size), "dpi": dpi, "theme": theme, "extent": _choose_extent(page), "layout": layout}


def _choose_layout(page: Page) -> Layout:
    """Show the choice between one map and small ones, where several acts are on; from Compare the figure has small maps too."""
    words, is_compare = page.context.words, page.context.state.view is View.COMPARE
    if len(page.context.state.authorisations) <= 1:
        return "map"
    layout: Layout = st.segmented_control(
        words("Maps of the figure"),
        list(LAYOUTS),
        format_func=lambda key: words(LAYOUTS[key]),
        key=f"share-figure-layout-{'compare' if is_compare else 'page'}",
        default="multiples" if is_compare else "map",
        required=True,
        label_visibility="collapsed",
    )
    return layout


def _choose_extent(page: Page) -> Extent:
    """Show the choice between the extent of the map and the whole country, if these differ."""
    if page.context.state.at is None:
        return "view"
    words = page.context.words
    extent: Extent = st.segmented_control(
        words("Extent of the figure"),
        list(EXTENTS),
        format_func=lambda extent: words(EXTENTS[extent]),
        key="share-figure-extent",
        default="view",
        required=True,
    )
    return extent


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
        if _has_one_sheet(options, page):
            lines.append(_figure_line(options, page))
    if len(lines) == 1 and choices["layout"] == "multiples":
        st.caption(page.context.words("The small maps need several sheets of this size: the PDF has them all."))
    return lines


def _has_one_sheet(options: FigureOptions, page: Page) -> bool:
    """Whether a format can hold the small maps; a PDF always can."""
    try:
        check_sheets(page.context, options)
    except ValueError:
        return False
    return True


def _figure_line(options: FigureOptions, page: Page) -> Line:
    width, height = _pixels(options.size, options.dpi)
    sizes: dict[str, int] = {
        "png": round(PNG_BYTES_OF_A_MEGAPIXEL * (width * height / MEGABYTE) ** PNG_GROWTH),
        "svg": SVG_BYTES,
        "pdf": PDF_BYTES,
    }
    return Line(
        format=options.format,
        text=page.context.words(
            options.format.about, width=page.context.words.number(width), height=page.context.words.number(height)
        ),
        file_name=file_name(page.context.state, options.format),
        make=lambda: in_turn(make_figure, page.context, options),
        size=lambda: sizes[options.format],
        is_estimate=True,
    )


def _pixels(size: FigureSize, dpi: int) -> tuple[int, int]:
    return round(size.width * dpi / 96), round(size.height * dpi / 96)


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


def estimate_pack(sizes: Mapping[FileFormat, int]) -> int:
    """Return the estimated size of an evidence pack in bytes, within a quarter of the true one.

    Parameters
    ----------
    sizes
        Bytes of the web page and the tables in the pack, by format.
    """
    tables = sum(sizes[each] for each in _PACKED_TABLES)
    return round(PACK_FIGURES + sizes[FileFormat.HTML] * PACK_PER_PAGE + tables * PACK_PER_TABLES)


@st.cache_data(show_spinner=False, max_entries=1000)
def _count_bytes(query: str, kind: FileFormat, base_url: str, *, _page: Page) -> int:  # noqa: ARG001 - part of the cache key
    """Return the size of a file in bytes, cached by the query of the view, which contains the version of the data."""
    return len(in_turn(make_file, _page.context, kind))


def _show_line(line: Line, words: Translator) -> DeltaGenerator:
    """Show a button with the contents of its file, and return the element that gets the size later."""
    with st.container(key=f"share-line-{line.format}", horizontal=True, vertical_alignment="center"):
        st.download_button(
            line.format.label,
            data=line.make,
            file_name=line.file_name,
            mime=line.format.media_type,
            key=f"share-get-{line.format}",
            on_click="ignore",
            icon=":material/download:",
            width=124,
        )
        slot = st.empty()
        slot.html(_line_text(line, words))
    return slot


def _line_text(line: Line, words: Translator, size: int | None = None) -> str:
    """Return contents and size of a file as markup; … until the size is known."""
    known = _size_text(size, words, is_estimate=line.is_estimate) if size is not None else "…"
    return markup.element("p", markup.text("span", line.text), " ", markup.text("span", known, classes="size"), classes="file")


def _size_text(size: int, words: Translator, *, is_estimate: bool) -> str:
    """Return a number of bytes in kB or MB; an estimate is rounded and marked as one."""
    if is_estimate:
        size = round(size, (2 if str(size).startswith("1") else 1) - len(str(size)))
    value, unit = (round(size / MEGABYTE, 1), "MB") if size >= MEGABYTE else (max(1, round(size / 1000)), "kB")
    text = f"{words.number(value)} {unit}"
    return words("about {size}", size=text) if is_estimate else text
