"""Sizes of files, exact or estimated, in words."""

from collections.abc import Mapping
from typing import Final

from geo.export import FigureFormat, FileFormat
from geo.text import Translator

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

MEGABYTE: Final = 1_000_000


def estimate_figure(format: FigureFormat, pixels: int) -> int:  # noqa: A002 - the word for it
    """Return the estimated size of a figure in bytes; ``pixels`` is the number of pixels of a PNG."""
    sizes: dict[FigureFormat, int] = {
        FigureFormat.PNG: round(PNG_BYTES_OF_A_MEGAPIXEL * (pixels / MEGABYTE) ** PNG_GROWTH),
        FigureFormat.SVG: SVG_BYTES,
        FigureFormat.PDF: PDF_BYTES,
    }
    return sizes[format]


def estimate_pack(sizes: Mapping[FileFormat, int]) -> int:
    """Return the estimated size of an evidence pack in bytes, within a quarter of the true one.

    Parameters
    ----------
    sizes
        Bytes of the web page and the tables in the pack, by format.
    """
    tables = sum(size for kind, size in sizes.items() if kind is not FileFormat.HTML)
    return round(PACK_FIGURES + sizes[FileFormat.HTML] * PACK_PER_PAGE + tables * PACK_PER_TABLES)


def size_text(size: int, words: Translator, *, is_estimate: bool) -> str:
    """Return a number of bytes in kB or MB; an estimate is rounded and marked as one."""
    if is_estimate:
        size = round(size, (2 if str(size).startswith("1") else 1) - len(str(size)))
    value, unit = (round(size / MEGABYTE, 1), "MB") if size >= MEGABYTE else (max(1, round(size / 1000)), "kB")
    text = f"{words.number(value)} {unit}"
    return words("about {size}", size=text) if is_estimate else text
