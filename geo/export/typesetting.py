"""A drawing as a page: PDF and PNG from SVG, by Typst (``typst``, a wheel that needs nothing of the system).

Its PDF is tagged for those who hear it (PDF/UA-1), says title, language and alternative text, keeps text as text, and has no
date in it; its PNG is the same page as pixels. The same drawing is the same bytes.

Design note, 2026-11-22. Before it, ``resvg-py`` made the PNG and ``svg2pdf-py`` with ``pypdf`` the PDF. Both open and map the
file of a font again for every letter, 11,000 times for an A4 page, which took four fifths of the time; and what a PDF says of
itself had to be written by hand. (``vl-convert-python`` mixes its fonts with the system's, and cannot make a PDF of a paper's
size.)
"""

import atexit
import json
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

from geo.draw.figure import FACES, Figure

_PAGE: Final = b"""
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#set text(lang: sys.inputs.language)
#set document(title: sys.inputs.title, description: sys.inputs.description, date: none)
#set document(author: sys.inputs.author, keywords: json(bytes(sys.inputs.keywords)))
#for (number, alternative) in json(bytes(sys.inputs.alternatives)).enumerate() {
  if number > 0 { pagebreak() }
  image("figure-" + str(number) + ".svg", width: 100%, height: 100%, alt: alternative)
}
"""
"""In Typst's language; what comes from the data comes as inputs, which are never read as markup."""
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
    said = {"author": author, "keywords": json.dumps(keywords)}
    return _compile(sheets, said, format="pdf", pdf_standards="ua-1")


def to_png(figure: Figure, dpi: int) -> bytes:
    """Return a figure as a PNG, with ``dpi`` pixels for every 96 CSS pixels, and nothing but the picture in it."""
    try:
        return _compile((figure,), {"author": "", "keywords": "[]"}, format="png", ppi=float(dpi))
    finally:
        _empty_memo()


def _empty_memo() -> None:
    """Make Typst drop the pixels that it keeps for the next compilation of the same page: 36 MB for an A4 at 300 dpi.

    Typst has no call for it, but drops what the last ten compilations have not used. Eleven of an empty page take 6 ms.
    """
    import typst  # noqa: PLC0415

    for _ in range(_MEMO_AGE + 1):
        typst.compile(b"", format="svg", font_paths=_fonts())


def _compile(sheets: tuple[Figure, ...], credited: dict[str, str], **options: Any) -> bytes:  # noqa: ANN401 - Typst's own
    import typst  # noqa: PLC0415 - only where a figure is made

    figure = sheets[0]
    width, height = (f"{side:.3f}" for side in figure.size.points)
    said = {"language": figure.language, "title": figure.title, "description": figure.description, **credited}
    said["alternatives"] = json.dumps([sheet.description for sheet in sheets])
    drawn = {
        f"figure-{number}.svg": sheet.svg((width, height), halo="paint-order").encode() for number, sheet in enumerate(sheets)
    }
    made: bytes = typst.compile(
        {"main.typ": _PAGE, **drawn},
        font_paths=_fonts(),
        sys_inputs={"width": width, "height": height, **said},
        **options,
    )
    return made


@cache
def _fonts() -> Any:  # noqa: ANN401 - Typst is imported late
    """Return the faces of figures, and no others."""
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders())


def font_folders() -> list[str]:
    """Return the folders to read the faces from.

    Typst reads fonts by folder, and the packages' folders hold every cut twice: which one it took would depend on their order
    on the disk. So it is given a folder of links, there until the process ends; where none can be made, the packages' own.
    """
    paths = [Path(face.path) for face in FACES]
    for parent in (None, "/dev/shm"):  # noqa: S108 - memory, which a container with a read-only disk has too
        with suppress(OSError):
            folder = tempfile.mkdtemp(prefix="ingreso-fonts-", dir=parent)
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
            for path in paths:
                Path(folder, path.name).symlink_to(path)
            return [folder]
    return sorted({str(path.parent) for path in paths})
