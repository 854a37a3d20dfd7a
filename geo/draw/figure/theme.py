"""Paper, ink and type of a figure: light or dark, small or large."""

import math
from dataclasses import dataclass
from typing import Final

from geo.draw.figure.fonts import ITALIC, STRONG, TEXT, TITLE
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.svg import Type
from geo.draw.fills import mix

_CONTEXT_SHARE: Final = 0.38
_USUAL_SIDE: Final = 944.0
"""Root of the area of an A4 sheet in CSS pixels: there, and on anything smaller, letters have their usual size."""


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of paper and map; those of authorisations come with the data."""

    paper: str
    text: str
    quiet: str
    rule: str
    sea: str
    land: str
    land_line: str
    unit: str
    unit_line: str
    lake: str
    water_text: str
    context: str
    focus: str

    @property
    def context_fill(self) -> str:
        """Fill of a unit that is named in the context alone."""
        return mix(self.unit, self.context, _CONTEXT_SHARE)


PAINTS: Final[dict[str, Paint]] = {
    "light": Paint(
        paper="#ffffff",
        text="#24231f",
        quiet="#5f5c55",
        rule="#c9c3b6",
        sea="#e8eef1",
        land="#f3f1ec",
        land_line="#cfc9bc",
        unit="#fdfcf9",
        unit_line="#b9b2a3",
        lake="#cfe0e8",
        water_text="#56717f",
        context="#8d8a82",
        focus="#111111",
    ),
    "dark": Paint(
        paper="#15191c",
        text="#f2f0ea",
        quiet="#a9b0b4",
        rule="#3a444b",
        sea="#0f1418",
        land="#1b2227",
        land_line="#333d44",
        unit="#252e34",
        unit_line="#4e5b64",
        lake="#1a3a4a",
        water_text="#8fb0c0",
        context="#9aa3a8",
        focus="#ffffff",
    ),
}


@dataclass(frozen=True, slots=True)
class Style:
    """Colours and sizes of one figure."""

    paint: Paint
    theme: str
    scale: float
    """1 on an A4 sheet and on anything smaller, more on larger ones."""

    @property
    def note(self) -> Type:
        """Notes, sources and credits: 6.5 points."""
        return Type(TEXT, 8.7 * self.scale, self.paint.quiet)

    @property
    def note_strong(self) -> Type:
        """What stands out in notes."""
        return Type(STRONG, 8.7 * self.scale, self.paint.text)

    @property
    def body(self) -> Type:
        """Running text: 8.6 points."""
        return Type(TEXT, 11.5 * self.scale, self.paint.text)

    @property
    def body_strong(self) -> Type:
        """Headings of parts."""
        return Type(STRONG, 11.5 * self.scale, self.paint.text)

    @property
    def caution(self) -> Type:
        """What a reader must not misunderstand."""
        return Type(ITALIC, 11.5 * self.scale, self.paint.text)

    @property
    def tight(self) -> Type:
        """Running text where there is little room: 7.2 points."""
        return Type(TEXT, 9.6 * self.scale, self.paint.text)

    @property
    def tight_strong(self) -> Type:
        """Headings there."""
        return Type(STRONG, 9.6 * self.scale, self.paint.text)

    @property
    def tight_caution(self) -> Type:
        """The caution there."""
        return Type(ITALIC, 9.6 * self.scale, self.paint.text)

    @property
    def small(self) -> Type:
        """Legend, axis and scale: 7.5 points."""
        return Type(TEXT, 10 * self.scale, self.paint.text)

    def title(self, size: float) -> Type:
        """Return the title at a size before scaling."""
        return Type(TITLE, size * self.scale, self.paint.text)

    def px(self, length: float) -> float:
        """Return a length of the A4 sheet at this scale."""
        return length * self.scale


def style_of(size: FigureSize, theme: str) -> Style:
    """Return the style of a figure of a size in a theme, ``light`` or ``dark``."""
    return Style(PAINTS[theme], theme, max(1.0, math.sqrt(size.width * size.height) / _USUAL_SIDE))
