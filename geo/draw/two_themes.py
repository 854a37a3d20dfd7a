"""One drawing for both themes: each colour is a CSS variable, with a value in the light and one in the dark theme.

A drawing is made once for each theme. The two have the same shapes at the same positions, and differ only in colours.
"""

import re
from collections.abc import Mapping
from typing import Final

from geo.draw.markup import Markup

_COLOUR: Final = re.compile(r'(?<= )(fill|stroke)="(#[0-9a-f]{6})"')
"""A colour in an attribute. A text cannot match, since its quotation marks are escaped."""


def merge_themes(light: Markup, dark: Markup) -> tuple[Markup, Mapping[str, tuple[str, str]]]:
    """Return a drawing with CSS variables for its colours, and by variable the colours in the light and in the dark theme.

    Raises
    ------
    ValueError
        If the drawings differ in more than their colours.
    """
    if _COLOUR.sub("", light) != _COLOUR.sub("", dark):
        raise ValueError("expected two drawings that differ in colours alone")
    pairs = [(one[2], other[2]) for one, other in zip(_COLOUR.finditer(light), _COLOUR.finditer(dark), strict=True)]
    names = {pair: f"--c{number}" for number, pair in enumerate(dict.fromkeys(pairs))}
    in_order = iter(pairs)
    merged = _COLOUR.sub(lambda found: f'{found[1]}="var({names[next(in_order)]})"', light)
    return Markup(merged), {name: pair for pair, name in names.items()}
