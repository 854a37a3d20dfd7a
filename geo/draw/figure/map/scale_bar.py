"""The scale bar: a round number of kilometres, as long as it is on the map."""

from typing import Final

from geo.draw.figure.svg import Block, Mark, Run, Text, Type
from geo.draw.figure.theme import Style
from geo.draw.markup import Attribute, number, shape
from geo.text import Translator

_ROUND: Final = (1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 1000, 2000)
"""Kilometres."""


def round_length(pixels_per_kilometre: float, most: float) -> int:
    """Return the greatest round number of kilometres that is at most a number of pixels long."""
    return max((length for length in _ROUND if length * pixels_per_kilometre <= most), default=_ROUND[0])


def draw_scale_bar(pixels_per_kilometre: float, most: float, style: Style, words: Translator) -> Block:
    """Return a bar of at most a width, with its length above it."""
    kilometres = round_length(pixels_per_kilometre, most)
    length = kilometres * pixels_per_kilometre
    paint = style.paint
    letters = Type(style.note.face, style.note.size, paint.water_text)
    label = Text(0, style.px(8), (Run(words("{count} km", count=words.number(kilometres)), letters),))
    tick, base = style.px(3), style.px(14)
    bar = f"M0.5 {number(base - tick)}V{number(base)}H{number(length)}V{number(base - tick)}"
    line: dict[str, Attribute] = {"fill": "none", "stroke": paint.water_text, "stroke_width": style.px(0.9)}
    mark = Mark(shape("path", d=bar, classes="scale-bar", **line))
    return Block(max(length, label.box.width), style.px(15), (label, mark))
