"""Merge the drawings of a view for light and dark paper into one, with CSS variables for the colours.

The two drawings have the same shapes at the same positions and differ only in colours.
"""

import re
from collections.abc import Mapping
from typing import Final

from geo.draw.markup import Markup

_COLOUR: Final = re.compile(r'(?<= )(fill|stroke)="(#[0-9a-f]{6})"')
"""An attribute: in a text its quotation marks would be escaped."""


def merge_themes(light: Markup, dark: Markup) -> tuple[Markup, Mapping[str, tuple[str, str]]]:
    """Return a drawing with variables for its colours, and for each variable its colours on light and on dark paper.

    Raises
    ------
    ValueError
        If the drawings differ in anything else than colours.
    """
    if _COLOUR.sub("", light) != _COLOUR.sub("", dark):
        raise ValueError("expected two drawings that differ in colours alone")
    pairs = [(one[2], other[2]) for one, other in zip(_COLOUR.finditer(light), _COLOUR.finditer(dark), strict=True)]
    names = {pair: f"--c{number}" for number, pair in enumerate(dict.fromkeys(pairs))}
    in_order = iter(pairs)
    merged = _COLOUR.sub(lambda found: f'{found[1]}="var({names[next(in_order)]})"', light)
    return Markup(merged), {name: pair for pair, name in names.items()}
