"""Swatches of the legend as SVG, with the shapes, colours and patterns of the map."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from geo.draw.fills import Fill
from geo.draw.markup import Attribute, Markup, element, shape
from geo.draw.symbols import svg_path
from geo.evidence import Role

WIDTH: Final = 24
HEIGHT: Final = 14
_STEP: Final = 7


@dataclass(frozen=True, slots=True)
class Swatch:
    """The swatch of one entry of the legend."""

    kind: Literal["fill", "hatch", "dashed", "context", "role"]
    fill: Fill | None = None
    role: Role | None = None


def swatch_svg(swatch: Swatch, *, quiet: str) -> Markup:
    """Return an SVG document of 24 x 14 pixels.

    Parameters
    ----------
    quiet
        Colour of context, role symbols and outlines, as a CSS colour.
    """
    document: dict[str, Attribute] = {"width": WIDTH, "height": HEIGHT, "viewBox": f"0 0 {WIDTH} {HEIGHT}"}
    return element("svg", *_inner(swatch, quiet), xmlns="http://www.w3.org/2000/svg", **document)


def _inner(swatch: Swatch, quiet: str) -> Iterator[Markup]:
    colours = swatch.fill.colours if swatch.fill else (quiet,)
    if swatch.role:
        yield shape("path", d=svg_path(swatch.role, x=WIDTH / 2, y=HEIGHT / 2, radius=6), fill=quiet)
    elif swatch.kind == "hatch":
        yield from (_diagonal(start, colours[0]) for start in range(-HEIGHT, WIDTH, 5))
        yield _frame(colours[0])
    elif swatch.kind == "dashed":
        yield from _stripes(colours, opacity=0.3)
        yield _frame(quiet, stroke_dasharray="4 2.5")
    else:
        yield from _stripes(colours, opacity=0.38 if swatch.kind == "context" else None)


def _stripes(colours: tuple[str, ...], *, opacity: float | None) -> Iterator[Markup]:
    """Yield a plain fill, or rising stripes of equal width in the order of the colours; the edge of the document cuts them."""
    if len(colours) == 1:
        yield shape("rect", width=WIDTH, height=HEIGHT, fill=colours[0], opacity=opacity)
        return
    for index, start in enumerate(range(-2 * HEIGHT, WIDTH + HEIGHT, _STEP)):
        yield _diagonal(start, colours[index % len(colours)], width=_STEP / math.sqrt(2), opacity=opacity)


def _diagonal(start: float, colour: str, *, width: float = 1.6, opacity: float | None = None) -> Markup:
    """Return a rising line that begins and ends beyond the document."""
    line = f"M{start - HEIGHT} {2 * HEIGHT}L{start + 2 * HEIGHT} {-HEIGHT}"
    return shape("path", d=line, stroke=colour, stroke_width=width, opacity=opacity)


def _frame(colour: str, **style: Attribute) -> Markup:
    size: dict[str, Attribute] = {"x": 0.8, "y": 0.8, "width": WIDTH - 1.6, "height": HEIGHT - 1.6}
    return shape("rect", fill="none", stroke=colour, stroke_width=1.6, **size, **style)
