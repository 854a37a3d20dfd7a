"""What a figure is put together from: texts with their boxes, marks, and blocks of both.

Coordinates are CSS pixels, x to the right and y downwards. Every text is kept as a value until the end, so that a test can ask
for the box of each.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal, Self

from geo.draw.escape import to_html
from geo.draw.figure.fonts import ASCENT, DESCENT, Face, text_width

Anchor = Literal["start", "middle", "end"]
_BEFORE_ANCHOR: Final[dict[Anchor, float]] = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; its edges belong to it."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether two boxes have more than an edge in common."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Box") -> bool:
        """Whether the other box lies within this one."""
        beside = self.left <= other.left and other.right <= self.right
        return beside and self.top <= other.top and other.bottom <= self.bottom

    def grown(self, by: float) -> "Box":
        """Return the box with a margin around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Type:
    """How letters look."""

    face: Face
    size: float
    colour: str
    spacing: float = 0.0
    """Added after every letter."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one look."""

    text: str
    type: Type

    @property
    def width(self) -> float:
        """Its width in pixels."""
        return text_width(self.text, self.type.face, self.type.size, spacing=self.type.spacing)


@dataclass(frozen=True, slots=True)
class Text:
    """One line."""

    x: float
    y: float
    """Of the line that the letters stand on."""
    runs: tuple[Run, ...]
    anchor: Anchor = "start"
    halo: str = ""
    """Colour around the letters; empty for none."""

    @property
    def box(self) -> Box:
        """What the letters take up."""
        width = sum(run.width for run in self.runs)
        size = max(run.type.size for run in self.runs)
        left = self.x - _BEFORE_ANCHOR[self.anchor] * width
        return Box(left, self.y - ASCENT * size, left + width, self.y + DESCENT * size)

    def moved(self, right: float, down: float) -> Self:
        """Return the line at another place."""
        return replace(self, x=self.x + right, y=self.y + down)

    def svg(self) -> str:
        """Return it as an SVG element."""
        anchor = f' text-anchor="{self.anchor}"' if self.anchor != "start" else ""
        place = f'x="{number(self.x)}" y="{number(self.y)}"{anchor}{self._halo()}'
        if len(self.runs) == 1:
            return f"<text {place} {_look(self.runs[0].type)}>{to_html(self.runs[0].text)}</text>"
        spans = "".join(f"<tspan {_look(run.type)}>{to_html(run.text)}</tspan>" for run in self.runs)
        return f"<text {place}>{spans}</text>"

    def _halo(self) -> str:
        if not self.halo:
            return ""
        width = number(max(run.type.size for run in self.runs) * 0.24)
        return f' stroke="{self.halo}" stroke-width="{width}" stroke-linejoin="round" paint-order="stroke"'


@dataclass(frozen=True, slots=True)
class Mark:
    """Anything that is no text, as SVG."""

    inner: str
    x: float = 0.0
    y: float = 0.0

    def moved(self, right: float, down: float) -> Self:
        """Return the mark at another place."""
        return replace(self, x=self.x + right, y=self.y + down)

    def svg(self) -> str:
        """Return it as an SVG element."""
        if not (self.x or self.y):
            return self.inner
        return f'<g transform="translate({number(self.x)} {number(self.y)})">{self.inner}</g>'


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a figure, from its own upper left corner."""

    width: float
    height: float
    items: tuple[Text | Mark, ...] = ()

    def at(self, x: float, y: float) -> tuple[Text | Mark, ...]:
        """Return its items with its corner at a place."""
        return tuple(item.moved(x, y) for item in self.items)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not self.items


def stack(blocks: Iterable[Block], *, gap: float) -> Block:
    """Put blocks below one another; empty ones take no room."""
    items: list[Text | Mark] = []
    top, width = 0.0, 0.0
    for block in blocks:
        if block.is_empty:
            continue
        if items:
            top += gap
        items.extend(block.at(0, top))
        top += block.height
        width = max(width, block.width)
    return Block(width, top, tuple(items))


def number(value: float) -> str:
    """Write a length with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _look(type_: Type) -> str:
    face = type_.face
    style = ' font-style="italic"' if face.italic else ""
    spacing = f' letter-spacing="{number(type_.spacing)}"' if type_.spacing else ""
    return (
        f'font-family="{face.family}" font-weight="{face.weight}"{style} font-size="{number(type_.size)}"{spacing} '
        f'fill="{type_.colour}"'
    )
