"""Convert the SVG of a figure to PDF and PNG with Typst (``typst``, a wheel without system dependencies).

The PDF is tagged for screen readers (PDF/UA-1), has title, language and alternative text, real text, and no date. The PNG is
the same page as pixels. The same figure gives the same bytes.

Design note, 2026-11-22. Before it, ``resvg-py`` made the PNG and ``svg2pdf-py`` with ``pypdf`` the PDF. Both open and map the
file of a font again for every letter, 11,000 times for an A4 page, which took four fifths of the time; and what a PDF says of
itself had to be written by hand. (``vl-convert-python`` mixes its fonts with the system's, and cannot make a PDF of a paper's
size.)
"""

from functools import cache
from pathlib import Path
from typing import Any, Final

from geo.draw.figure import FACES, FALLBACKS, Figure
from geo.export.tagged_page import tagged_pages
from geo.export.temporary_folder import temporary_folder

_PAGE: Final = Path(__file__).with_name("figure_page.typ")
_MEMO_AGE: Final = 10
"""Compilations after which Typst 0.15 drops what it has not used again."""


def to_pdf(*sheets: Figure, author: str = "", keywords: tuple[str, ...] = ()) -> bytes:
    """Return figures of one size as a PDF, a page each, of that size.

    Parameters
    ----------
    sheets
        At least one; the first one's title is that of the file.
    author, keywords
        Who made what the figure shows, and under which words and licence it is found.
    """
    return _compile(tagged_pages(sheets, author=author, keywords=keywords), format="pdf", pdf_standards="ua-1")


def to_png(figure: Figure, dpi: int) -> bytes:
    """Return a figure as a PNG, with ``dpi`` pixels for every 96 CSS pixels, and nothing but the picture in it."""
    try:
        return _compile(tagged_pages((figure,)), format="png", ppi=float(dpi))
    finally:
        _empty_memo()


def _empty_memo() -> None:
    """Make Typst drop the pixels that it keeps for the next compilation of the same page: 36 MB for an A4 at 300 dpi.

    Typst has no call for it, but drops what the last ten compilations have not used. Eleven of an empty page take 6 ms.
    """
    import typst  # noqa: PLC0415

    for _ in range(_MEMO_AGE + 1):
        typst.compile(b"", format="svg", font_paths=_fonts())


def _compile(page: dict[str, bytes], **options: Any) -> bytes:  # noqa: ANN401 - Typst's own
    import typst  # noqa: PLC0415 - only where a figure is made

    made: bytes = typst.compile({"main.typ": _page_source(), **page}, font_paths=_fonts(), **options)
    return made


@cache
def _page_source() -> bytes:
    return _PAGE.read_bytes()


@cache
def _fonts() -> Any:  # noqa: ANN401 - Typst is imported late
    """Return the faces of figures, and no others.

    Typst reads fonts by folder, and the packages' folders hold every cut twice: which one it took would depend on their order
    on the disk. So it reads a folder of links, and remembers where they lead; where none can be made, the packages' own.
    """
    paths = [Path(face.path) for face in (*FACES, *FALLBACKS)]
    try:
        with temporary_folder() as folder:
            for path in paths:
                (folder / path.name).symlink_to(path)
            return _fonts_in(folder)
    except OSError:
        return _fonts_in(*{path.parent for path in paths})


def _fonts_in(*folders: Path) -> Any:  # noqa: ANN401 - as above
    import typst  # noqa: PLC0415

    paths = sorted(map(str, folders))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)
