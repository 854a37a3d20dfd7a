"""Hatching: the pieces of parallel lines that lie within an outline.

They are worked out here, and not left to a pattern or a clip: patterns are turned into pictures by the rasteriser, which takes
seconds, and come out of printers with seams. The method is the scan line of polygon filling, on axes turned by 45 degrees.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from geo.atlas import Atlas
from geo.draw.figure.map.frame import Frame, unit_rings
from geo.draw.figure.svg import number

_ROOT: float = 2**0.5


@lru_cache(maxsize=256)
def hatch_unit(atlas: Atlas, frame: Frame, code: str, *, spacing: float, shift: float) -> str:
    """Return the ``d`` of the rising lines within a unit.

    Parameters
    ----------
    spacing
        Pixels from line to line.
    shift
        Pixels by which all lines are moved across.
    """
    rings = unit_rings(atlas, frame)[code]
    return hatch(rings, spacing=spacing, shift=shift) if rings else ""


def hatch(rings: Sequence[Any], *, spacing: float, shift: float) -> str:
    """Return the ``d`` of the rising lines within closed rings, by the even-odd rule.

    Parameters
    ----------
    rings
        Arrays of shape (points, 2), in pixels, the last point like the first.
    """
    import numpy as np  # noqa: PLC0415 - slow to import

    across = [ring.sum(axis=1) / _ROOT for ring in rings]
    along = [(ring[:, 0] - ring[:, 1]) / _ROOT for ring in rings]
    first = np.concatenate([line[:-1] for line in across])
    last = np.concatenate([line[1:] for line in across])
    start = np.concatenate([line[:-1] for line in along])
    end = np.concatenate([line[1:] for line in along])
    low, high = float(min(first.min(), last.min())), float(max(first.max(), last.max()))
    pieces: list[str] = []
    number_of_line = int((low - shift) // spacing) + 1
    while (at := number_of_line * spacing + shift) < high:
        crossed = (first <= at) != (last <= at)
        share = (at - first[crossed]) / (last[crossed] - first[crossed])
        cuts = np.sort(start[crossed] + share * (end[crossed] - start[crossed])).tolist()
        pieces.extend(_piece(at, *ends) for ends in zip(cuts[::2], cuts[1::2], strict=True))
        number_of_line += 1
    return "".join(pieces)


def _piece(across: float, start: float, end: float) -> str:
    """Return one line from its place across the lines and its ends along them."""
    x, y = (across + start) / _ROOT, (across - start) / _ROOT
    length = (end - start) / _ROOT
    return f"M{number(x)} {number(y)}l{number(length)} {number(-length)}"
