"""What a figure is put together from: texts with their boxes, marks, and blocks of both.

Coordinates are CSS pixels, x to the right and y downwards. Every text is kept as a value until the end, so that a test can ask
for the box of each.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, Self

from geo.draw.figure.fonts import ASCENT, DESCENT, Face, text_width
from geo.draw.markup import Attribute, Markup, element, number

Anchor = Literal["start", "middle", "end"]
Halo = Literal["copy", "paint-order"]
"""How a text has its halo: as a copy below it, which every program draws in that order, or by ``paint-order``, with which the
text is there once."""
_HALO: Final = 0.24
"""Width of the halo around letters, in ems."""
_GENERIC: Final = "Noto Sans, Arial, Helvetica, sans-serif"
_GENERIC_SERIF: Final = "Noto Serif, Georgia, Times New Roman, serif"
"""Families to fall back on, the last one generic: what is drawn in them is about as wide."""
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

    def grown(self, by: float, *, across: float | None = None) -> "Box":
        """Return the box with a margin around it, ``across`` at its left and right."""
        beside = by if across is None else across
        return Box(self.left - beside, self.top - by, self.right + beside, self.bottom + by)

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, x and y."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

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

    def svg(self, halo: Halo = "copy") -> Markup:
        """Return it as SVG."""
        place: dict[str, Attribute] = {
            "x": self.x,
            "y": self.y,
            "text_anchor": self.anchor if self.anchor != "start" else None,
        }
        if not self.halo:
            return _written(self.runs, place)
        width = max(run.type.size for run in self.runs) * _HALO
        line: dict[str, Attribute] = {"stroke": self.halo, "stroke_width": width, "stroke_linejoin": "round"}
        if halo == "paint-order":
            return _written(self.runs, {"paint_order": "stroke", **line, **place})
        bare = tuple(replace(run, type=replace(run.type, colour=self.halo)) for run in self.runs)
        return _written(bare, {"aria_hidden": "true", **line, **place}) + _written(self.runs, place)


@dataclass(frozen=True, slots=True)
class Mark:
    """Anything that is no text, as SVG."""

    inner: Markup
    x: float = 0.0
    y: float = 0.0

    def moved(self, right: float, down: float) -> Self:
        """Return the mark at another place."""
        return replace(self, x=self.x + right, y=self.y + down)

    def svg(self, halo: Halo = "copy") -> Markup:  # noqa: ARG002 - no mark has one
        """Return it as an SVG element."""
        if not (self.x or self.y):
            return self.inner
        return element("g", self.inner, transform=f"translate({number(self.x)} {number(self.y)})")


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


def in_columns(rows: Sequence[Block], columns: int, step: float) -> Block:
    """Put rows into columns of about the same height, in their order."""
    whole = sum(row.height for row in rows)
    items: list[Text | Mark] = []
    column, top, tallest = 0, 0.0, 0.0
    for row in rows:
        if top and column < columns - 1 and top + row.height / 2 > whole / columns:
            column, top = column + 1, 0.0
        items.extend(row.at(column * step, top))
        top += row.height
        tallest = max(tallest, top)
    return Block(step * columns, tallest, tuple(items))


def _written(runs: tuple[Run, ...], attributes: dict[str, Attribute]) -> Markup:
    if len(runs) == 1:
        return element("text", runs[0].text, **attributes, **_look(runs[0].type))
    return element("text", *(element("tspan", run.text, **_look(run.type)) for run in runs), **attributes)


def _look(type_: Type) -> dict[str, Attribute]:
    face = type_.face
    generic = _GENERIC_SERIF if "Serif" in face.family else _GENERIC
    return {
        "font_family": f"{face.family}, {generic}",
        "font_weight": face.weight,
        "font_style": "italic" if face.italic else None,
        "font_size": type_.size,
        "letter_spacing": type_.spacing or None,
        "fill": type_.colour,
    }
