"""The map of a view as one SVG for light and dark paper, with the swatches of its legend: drawn by the hand of the figures.

Its colours are variables, so that the theme of a page fills them without a second drawing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from geo.draw.figure.map.map_panel import map_items
from geo.draw.figure.parts.legend import draw_swatch
from geo.draw.figure.sizes import FigureSize
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.theme import style_of
from geo.draw.fills import THEMES, make_palette
from geo.draw.markup import Markup, element, join, number, text
from geo.draw.two_themes import merge_themes
from geo.view import ViewContext
from geo.view.legend_entries import legend_entries

_SIZE: Final = FigureSize(400, 505)
"""Of the drawing, which a phone shows about as large, and a wide screen larger."""
_SWATCH: Final = (20, 11)
_BETWEEN: Final = Markup("<!---->")
"""Parts the drawings that share their colours: no text of the data can hold it unescaped."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The map of a view, and what its colours mean."""

    map: Markup
    legend: tuple[Markup, ...]
    """An item of a list for each entry of the legend: swatch and words."""
    colours: Mapping[str, tuple[str, str]]
    """Of the drawing, by variable: on light and on dark paper."""
    acts: Mapping[str, tuple[str, str]]
    """Of the acts, as :func:`act_mark` names their variables."""
    paper: Mapping[str, tuple[str, str]]
    """Of sea, land, quiet text and rules."""


def draw_picture(context: ViewContext) -> Picture:
    """Draw the map of a view once in each theme, and return both as one."""
    acts = context.evidence.authorisations
    palettes = [make_palette(acts, context.state.authorisations, theme) for theme in THEMES]
    styles = [style_of(_SIZE, theme) for theme in THEMES]
    pairs = zip(palettes, styles, strict=True)
    views = tuple(StyledView(context, palette, style, context.state.at) for palette, style in pairs)
    drawn, colours = merge_themes(*map(_in_colours, views))
    svg_map, *swatches = drawn.split(_BETWEEN)
    return Picture(
        Markup(svg_map),
        tuple(_entry(Markup(swatch), said) for swatch, said in zip(swatches, _said(context), strict=True)),
        colours,
        act_colours(context),
        paper_colours(),
    )


def paper_colours() -> dict[str, tuple[str, str]]:
    """Return the variables of sea, land, quiet text and rules, on light and on dark paper."""
    light, dark = (style_of(_SIZE, theme).paint for theme in THEMES)
    return {f"--{name}": (getattr(light, name), getattr(dark, name)) for name in ("sea", "land", "quiet", "rule")}


def act_colours(context: ViewContext) -> dict[str, tuple[str, str]]:
    """Return the variables of the acts' colours, on light and on dark paper, in the order of the data."""
    light, dark = (make_palette(context.evidence.authorisations, (), theme).colours.values() for theme in THEMES)
    return {f"--act{index}": pair for index, pair in enumerate(zip(light, dark, strict=True))}


def act_mark(act_id: str, context: ViewContext) -> Markup:
    """Return a patch of the colour of an act; nothing for the context, which is under no act."""
    if act_id not in context.evidence.authorisations:
        return Markup()
    index = tuple(context.evidence.authorisations).index(act_id)
    return element("i", style=f"background:var(--act{index})", aria_hidden="true")


def _in_colours(styled_view: StyledView) -> Markup:
    """Return the drawings of one theme: the map, then a swatch for each entry of the legend."""
    drawn = join(item.svg("known") for item in map_items(styled_view, _SIZE.width, _SIZE.height))
    swatches = (draw_swatch(entry, styled_view) for entry in legend_entries(styled_view.context))
    return join((_map_element(drawn, styled_view), *swatches), _BETWEEN)


def _map_element(drawn: Markup, styled_view: StyledView) -> Markup:
    words = styled_view.context.words
    return element(
        "svg",
        drawn,
        viewBox=f"0 0 {number(_SIZE.width)} {number(_SIZE.height)}",
        role="img",
        aria_label=words("Map of Peru: regions and places named in the authorisations"),
    )


def _said(context: ViewContext) -> tuple[str, ...]:
    return tuple(entry.text for entry in legend_entries(context))


def _entry(swatch: Markup, said: str) -> Markup:
    width, height = _SWATCH
    drawn = element("svg", swatch, width=width, height=height, aria_hidden="true")
    return element("li", drawn, text("span", said), data_drawn="")
