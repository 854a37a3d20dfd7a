"""The four faces of a figure and those that they fall back on, as files, and how wide their letters are.

The files come from the packages ``font-source-sans-pro`` and ``font-source-serif-pro``, the fallbacks from ``fontpkg-*``, all
under the SIL Open Font License 1.1. Widths are the fonts' own advances; kerning only ever makes a line a little shorter.
"""

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final


@dataclass(frozen=True, slots=True)
class Face:
    """One cut of a family."""

    family: str
    weight: int
    """As in CSS, 400 or 600."""
    italic: bool
    package: str
    file: str

    @property
    def data(self) -> bytes:
        """The TrueType file."""
        return files(self.package).joinpath("files", self.file).read_bytes()

    @property
    def path(self) -> str:
        """Path of the TrueType file, which lies in an unpacked package."""
        return str(files(self.package).joinpath("files", self.file))


TITLE: Final = Face("Source Serif Pro", 600, italic=False, package="font_source_serif_pro", file="SourceSerifPro-Semibold.ttf")
TEXT: Final = Face("Source Sans Pro", 400, italic=False, package="font_source_sans_pro", file="SourceSansPro-Regular.ttf")
STRONG: Final = Face("Source Sans Pro", 600, italic=False, package="font_source_sans_pro", file="SourceSansPro-Semibold.ttf")
ITALIC: Final = Face("Source Sans Pro", 400, italic=True, package="font_source_sans_pro", file="SourceSansPro-It.ttf")
FACES: Final = (TITLE, TEXT, STRONG, ITALIC)

FALLBACKS: Final = (
    Face("Noto Sans", 400, italic=False, package="fontpkg_noto_sans", file="NotoSans[wdth,wght].ttf"),
    Face("Assistant", 400, italic=False, package="fontpkg_assistant", file="Assistant[wght].ttf"),
    Face("Noto Sans Arabic", 400, italic=False, package="fontpkg_noto_sans_arabic", file="NotoSansArabic[wdth,wght].ttf"),
    Face("Noto Sans Thai", 400, italic=False, package="fontpkg_noto_sans_thai", file="NotoSansThai[wdth,wght].ttf"),
)
"""Where a character is looked for that a face lacks: Latin, Greek, Cyrillic, Devanagari; Hebrew; Arabic; Thai.

Chinese, Japanese and Korean would take 17 MB more: a name in them is written in Latin letters, as the check asks.
"""

ASCENT: Final = 0.73
"""How far letters reach above the line, in ems: ascenders, and capitals without their accents."""
DESCENT: Final = 0.22
"""How far they reach below it."""


@cache
def advances(face: Face) -> dict[str, float]:
    """Return how far each character of a face moves the pen, in ems; under ``""`` that of a missing one."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to import

    font = TTFont(io.BytesIO(face.data), lazy=True)
    em = font["head"].unitsPerEm
    widths = {name: advance / em for name, (advance, _) in font["hmtx"].metrics.items()}
    return {chr(code): widths[name] for code, name in font.getBestCmap().items()} | {"": widths[".notdef"]}


@cache
def can_draw(char: str) -> bool:
    """Whether a character has a face; the check of the data asks, since a PDF with one that is missing cannot be made."""
    return all(face_for(char, face) for face in FACES)


def face_for(char: str, face: Face) -> Face | None:
    """Return the face in which a character is drawn: the wanted one, else a fallback; None if none has it."""
    return face if char in advances(face) else _fallback_for(char)


@cache
def _fallback_for(char: str) -> Face | None:
    return next((face for face in FALLBACKS if char in advances(face)), None)


def families(face: Face, text: str) -> tuple[str, ...]:
    """Return the families that a text needs, the wanted one first."""
    used = (face_for(char, face) for char in text)
    return tuple(dict.fromkeys((face.family, *(each.family for each in used if each))))


def text_width(text: str, face: Face, size: float, *, spacing: float = 0.0) -> float:
    """Return how wide a text is, in the unit of its size.

    Parameters
    ----------
    spacing
        What is added after every letter, in the same unit.
    """
    table = advances(face)
    ems = sum(table[char] if char in table else _fallback_advance(char, face) for char in text)
    return ems * size + spacing * len(text)


def _fallback_advance(char: str, face: Face) -> float:
    fallback = _fallback_for(char)
    return advances(fallback)[char] if fallback else advances(face)[""]
