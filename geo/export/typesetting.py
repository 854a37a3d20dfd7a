"""Convert the SVG of a figure to PDF and PNG with Typst (``typst``, a wheel without system dependencies).

The PDF is tagged for screen readers (PDF/UA-1), has title, language and alternative text, real text, and no date. The PNG is
the same page as pixels. The same figure gives the same bytes.

Design note, 2026-11-22. Before it, ``resvg-py`` made the PNG and ``svg2pdf-py`` with ``pypdf`` the PDF. Both open and map the
file of a font again for every letter, 11,000 times for an A4 page, which took four fifths of the time; and what a PDF says of
itself had to be written by hand. (``vl-convert-python`` mixes its fonts with the system's, and cannot make a PDF of a paper's
size.)
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from geo.draw.figure import FACES, Figure
from geo.export.temporary_folder import temporary_folder

_PAGE: Final = b"""
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#set text(lang: sys.inputs.language)
#set document(title: sys.inputs.title, description: sys.inputs.description, date: none)
#set document(author: sys.inputs.author, keywords: json(bytes(sys.inputs.keywords)))
#image("figure.svg", width: 100%, height: 100%, alt: sys.inputs.description)
"""
"""In Typst's language; what comes from the data comes as inputs, which are never read as markup."""
_MEMO_AGE: Final = 10
"""Compilations after which Typst 0.15 drops what it has not used again."""


def to_pdf(figure: Figure, *, author: str = "", keywords: tuple[str, ...] = ()) -> bytes:
    """Return a figure as a PDF of one page, of the figure's size.

    Parameters
    ----------
    author, keywords
        Who made what the figure shows, and under which words and licence it is found.
    """
    said = {"author": author, "keywords": json.dumps(keywords)}
    return _compile(figure, said, format="pdf", pdf_standards="ua-1")


def to_png(figure: Figure, dpi: int) -> bytes:
    """Return a figure as a PNG, with ``dpi`` pixels for every 96 CSS pixels, and nothing but the picture in it."""
    try:
        return _compile(figure, {"author": "", "keywords": "[]"}, format="png", ppi=float(dpi))
    finally:
        _empty_memo()


def _empty_memo() -> None:
    """Make Typst drop the pixels that it keeps for the next compilation of the same page: 36 MB for an A4 at 300 dpi.

    Typst has no call for it, but drops what the last ten compilations have not used. Eleven of an empty page take 6 ms.
    """
    import typst  # noqa: PLC0415

    for _ in range(_MEMO_AGE + 1):
        typst.compile(b"", format="svg", font_paths=_fonts())


def _compile(figure: Figure, credited: dict[str, str], **options: Any) -> bytes:  # noqa: ANN401 - Typst's own
    import typst  # noqa: PLC0415 - only where a figure is made

    width, height = (f"{side:.3f}" for side in figure.size.points)
    said = {"language": figure.language, "title": figure.title, "description": figure.description, **credited}
    made: bytes = typst.compile(
        {"main.typ": _PAGE, "figure.svg": figure.svg((width, height), halo="paint-order").encode()},
        font_paths=_fonts(),
        sys_inputs={"width": width, "height": height, **said},
        **options,
    )
    return made


@cache
def _fonts() -> Any:  # noqa: ANN401 - Typst is imported late
    """Return the faces of figures, and no others.

    Typst reads fonts by folder, and the packages' folders hold every cut twice: which one it took would depend on their order
    on the disk. So it reads a folder of links, and remembers where they lead; where none can be made, the packages' own.
    """
    paths = [Path(face.path) for face in FACES]
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
