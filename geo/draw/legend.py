"""The swatches of the legend, as SVG, drawn with the same shapes, colours and patterns as the map."""

from dataclasses import dataclass
from typing import Final, Literal

from geo.draw.fills import Fill
from geo.draw.symbols import svg_path
from geo.evidence import Role

WIDTH: Final = 24
HEIGHT: Final = 14


@dataclass(frozen=True, slots=True)
class Swatch:
    """One entry of the legend: a fill or hatching in an ink, a dashed outline, the grey of context, or the shape of a role."""

    kind: Literal["fill", "hatch", "dashed", "context", "role"]
    ink: Fill | None = None
    role: Role | None = None


def swatch_svg(swatch: Swatch, *, quiet: str) -> str:
    """Return an SVG document of 24 x 14 pixels.

    Parameters
    ----------
    quiet
        ``#rrggbb`` of what has no authorisation's colour.
    """
    inner = _inner(swatch, quiet)
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inner}</svg>'


def _inner(swatch: Swatch, quiet: str) -> str:
    if swatch.role:
        return f'<path d="{svg_path(swatch.role, x=WIDTH / 2, y=HEIGHT / 2, radius=6)}" fill="{quiet}"/>'
    if swatch.ink and swatch.kind == "hatch":
        return _diagonals((swatch.ink.fill,), step=5) + _frame(swatch.ink.fill)
    if swatch.ink:
        fill = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{swatch.ink.fill}"/>'
        return fill + (_diagonals(swatch.ink.stripes, step=6) if swatch.ink.stripes else "")
    if swatch.kind == "dashed":
        return _frame(quiet, dash="4 3")
    return f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{quiet}" opacity="0.38"/>'


def _diagonals(colours: tuple[str, ...], *, step: int) -> str:
    starts = range(-HEIGHT, WIDTH, step)
    return "".join(
        f'<path d="M{start} {HEIGHT}l{HEIGHT} {-HEIGHT}" stroke="{colours[index % len(colours)]}" stroke-width="1.6"/>'
        for index, start in enumerate(starts)
    )


def _frame(colour: str, *, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    size = f'width="{WIDTH - 1.6}" height="{HEIGHT - 1.6}"'
    return f'<rect x="0.8" y="0.8" {size} fill="none" stroke="{colour}" stroke-width="1.6"{dashes}/>'
