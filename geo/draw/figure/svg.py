"""What a figure is put together from: texts with their boxes, marks, and blocks of both.

Coordinates are CSS pixels, x to the right and y downwards. Every text is kept as a value until the end, so that a test can ask
for the box of each.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal, Self

from geo.draw.figure.fonts import ASCENT, DESCENT, Face, face_for, families, text_width
from geo.draw.markup import Attribute, Markup, element, number

Anchor = Literal["start", "middle", "end"]
Program = Literal["any", "known"]
"""Who draws the SVG. A known program has the faces and follows ``paint-order``. For others a halo is a copy below the text, and
texts state their length, into which a program that lacks the faces fits another."""
HALO: Final = 0.24
"""Width of the halo around letters, in ems."""
_GENERIC: Final = "'Source Sans 3', Arial Narrow, Liberation Sans Narrow, DejaVu Sans Condensed, Noto Sans, Arial, sans-serif"
_GENERIC_SERIF: Final = "'Source Serif 4', Times New Roman, Liberation Serif, DejaVu Serif Condensed, Noto Serif, serif"
"""Families to fall back on, the last one generic. Those that are common come narrow first: some programs know neither embedded
faces nor stated lengths, and what is wider than its line would run into others."""
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
    link: str = ""
    """Address to which it leads; empty for none."""

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
    joined_by: str | None = None
    """What stands between the line before and this one, where they are read as one text; None where a text begins."""
    level: int = 0
    """Level of a heading, from 1; 0 for any other text."""

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

    def svg(self, program: Program = "any") -> Markup:
        """Return it as SVG."""
        place: dict[str, Attribute] = {
            "x": self.x,
            "y": self.y,
            "text_anchor": self.anchor if self.anchor != "start" else None,
        }
        is_any = program == "any"
        if not self.halo:
            return _written(self.runs, place, stated=is_any)
        width = max(run.type.size for run in self.runs) * HALO
        line: dict[str, Attribute] = {"stroke": self.halo, "stroke_width": width, "stroke_linejoin": "round"}
        if not is_any:
            return _written(self.runs, {"paint_order": "stroke", **line, **place}, stated=False)
        bare = tuple(replace(run, type=replace(run.type, colour=self.halo)) for run in self.runs)
        below = _written(bare, {"aria_hidden": "true", **line, **place}, stated=True)
        return below + _written(self.runs, place, stated=True)


@dataclass(frozen=True, slots=True)
class Mark:
    """Anything that is no text, as SVG."""

    inner: Markup
    x: float = 0.0
    y: float = 0.0

    def moved(self, right: float, down: float) -> Self:
        """Return the mark at another place."""
        return replace(self, x=self.x + right, y=self.y + down)

    def svg(self, program: Program = "any") -> Markup:  # noqa: ARG002 - no mark has one
        """Return it as an SVG element."""
        if not (self.x or self.y):
            return self.inner
        return element("g", self.inner, transform=f"translate({number(self.x)} {number(self.y)})")


@dataclass(frozen=True, slots=True)
class Picture:
    """Texts and marks that are heard as one picture."""

    alternative: str
    """What it shows, in words."""
    box: Box
    """What it takes up."""
    items: tuple["Item", ...]

    def moved(self, right: float, down: float) -> Self:
        """Return the picture at another place."""
        box = Box(self.box.left + right, self.box.top + down, self.box.right + right, self.box.bottom + down)
        return replace(self, box=box, items=tuple(item.moved(right, down) for item in self.items))

    def svg(self, program: Program = "any") -> Markup:
        """Return it as a group, with what it shows in words."""
        return element("g", *(item.svg(program) for item in self.items), role="img", aria_label=self.alternative)


Item = Text | Mark | Picture


def texts_of(items: Iterable[Item]) -> Iterator[Text]:
    """Yield the texts among items and in their pictures."""
    for item in items:
        if isinstance(item, Picture):
            yield from texts_of(item.items)
        elif isinstance(item, Text):
            yield item


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a figure, from its own upper left corner."""

    width: float
    height: float
    items: tuple[Item, ...] = ()

    def at(self, x: float, y: float) -> tuple[Item, ...]:
        """Return its items with its corner at a place."""
        return tuple(item.moved(x, y) for item in self.items)

    def texts_at(self, x: float, y: float) -> tuple[Text, ...]:
        """Return its texts with its corner at a place."""
        return tuple(texts_of(self.at(x, y)))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not self.items


def stack(blocks: Iterable[Block], *, gap: float) -> Block:
    """Put blocks below one another; empty ones take no room."""
    items: list[Item] = []
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


def divide(blocks: Iterable[Block], room: float, *, gap: float) -> list[list[Block]]:
    """Divide blocks that stand below one another into sheets with room for so many pixels each; there is at least one sheet."""
    sheets: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        if sheets[-1] and used + block.height > room:
            sheets.append([])
            used = 0.0
        sheets[-1].append(block)
        used += block.height + gap
    return sheets


def in_columns(rows: Sequence[Block], columns: int, step: float) -> Block:
    """Put rows into columns of about the same height, in their order."""
    whole = sum(row.height for row in rows)
    items: list[Item] = []
    column, top, tallest = 0, 0.0, 0.0
    for row in rows:
        if top and column < columns - 1 and top + row.height / 2 > whole / columns:
            column, top = column + 1, 0.0
        items.extend(row.at(column * step, top))
        top += row.height
        tallest = max(tallest, top)
    return Block(step * columns, tallest, tuple(items))


def _written(runs: tuple[Run, ...], attributes: dict[str, Attribute], *, stated: bool) -> Markup:
    """Return a line as SVG: the lengths of its runs stated, or each piece of a run in the one face that has it."""
    if not stated:
        runs = tuple(piece for run in runs for piece in _pieces(run))
    if len(runs) == 1 and not runs[0].link:
        return element("text", runs[0].text, **attributes, **_look(runs[0], stated=stated))
    return element("text", *(_span(run, stated=stated) for run in runs), **{"xml:space": "preserve"}, **attributes)


def _pieces(run: Run) -> Iterator[Run]:
    """Yield the pieces of a run that have a face of their own: one, unless its face lacks a letter."""
    face = run.type.face
    for drawn, letters in groupby(run.text, lambda char: face_for(char, face) or face):
        yield replace(run, text="".join(letters), type=replace(run.type, face=drawn))


def _span(run: Run, *, stated: bool) -> Markup:
    span = element("tspan", run.text, **_look(run, stated=stated))
    return element("a", span, href=run.link, **{"xlink:href": run.link}) if run.link else span


def _look(run: Run, *, stated: bool) -> dict[str, Attribute]:
    type_, face = run.type, run.type.face
    length: dict[str, Attribute] = {"textLength": run.width, "lengthAdjust": "spacingAndGlyphs"} if stated else {}
    generic = _GENERIC_SERIF if "Serif" in face.family else _GENERIC
    names = ", ".join(families(face, run.text))
    return {
        "font_family": f"{names}, {generic}",
        "font_weight": face.weight,
        "font_style": "italic" if face.italic else None,
        "font_size": type_.size,
        "letter_spacing": type_.spacing or None,
        "fill": type_.colour,
        **length,
    }
