"""Where a name can stand: within its area, beside its point, or farther off with a leader."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from geo.draw.figure.sheet import Box

Rings = Sequence[Any]
"""Arrays of shape (points, 2), in pixels."""

_GRID: Final = 15
_WHOLE: Final = 0.999
_MOSTLY: Final = 0.6
_OUTSIDE_COST: Final = 60.0
_RADII: Final = (14.0, 22.0, 32.0, 44.0, 60.0, 80.0)
_DIRECTIONS: Final = 16


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a name."""

    box: Box
    cost: float
    """The less, the better."""
    inside: bool
    """Whether the name lies on its own area as a whole."""
    leader: tuple[float, float, float, float] | None = None
    """Line from the name to what it names."""


def contains(rings: Rings, points: Any) -> Any:  # noqa: ANN401 - arrays of numpy, which is imported late
    """Return for each point whether it lies within closed rings, by the even-odd rule.

    Parameters
    ----------
    points
        Array of shape (points, 2).

    Returns
    -------
    Array of bool, one for each point.
    """
    import numpy as np  # noqa: PLC0415 - slow to import

    found = np.zeros(len(points), dtype=bool)
    x, y = points[:, 0:1], points[:, 1:2]
    for ring in rings:
        x1, y1, x2, y2 = ring[:-1, 0], ring[:-1, 1], ring[1:, 0], ring[1:, 1]
        with np.errstate(divide="ignore", invalid="ignore"):
            crossing = ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
        found ^= crossing.sum(axis=1) % 2 == 1
    return found


def area_spots(rings: Rings, width: float, height: float, *, towards: tuple[float, float], sheet: Box) -> list[Spot]:
    """Return the spots of a name on its area, the best first: within it, then near a point, then near the middle.

    Parameters
    ----------
    towards
        Where the name should rather stand.
    sheet
        What it may not leave.
    """
    import numpy as np  # noqa: PLC0415 - slow to import

    left, top = (max(least, edge) for least, edge in zip(_least(rings), (sheet.left, sheet.top), strict=True))
    right, bottom = (min(most, edge) for most, edge in zip(_most(rings), (sheet.right, sheet.bottom), strict=True))
    if right <= left or bottom <= top:
        return []
    xs = np.linspace(left, right, _GRID).tolist()
    ys = np.linspace(top, bottom, _GRID).tolist()
    centres = [towards, *((x, y) for x in xs for y in ys)]
    corners = [(dx * width / 2, dy * height / 2) for dx in (-1, -0.5, 0, 0.5, 1) for dy in (-1, 0, 1)]
    points = np.asarray([(x + dx, y + dy) for x, y in centres for dx, dy in corners])
    shares = contains(rings, points).reshape(len(centres), len(corners)).mean(axis=1).tolist()
    spots = [
        Spot(_around(x, y, width, height), (1 - share) * 100 + math.dist((x, y), towards) * 0.25, share > _WHOLE)
        for (x, y), share in zip(centres, shares, strict=True)
        if share > _MOSTLY
    ]
    return sorted((spot for spot in spots if sheet.holds(spot.box)), key=lambda spot: spot.cost)


def point_spots(target: Box, width: float, height: float, *, gap: float) -> Iterator[Spot]:
    """Yield the spots beside a glyph: right, left, above, below, and at the corners."""
    x, y = (target.left + target.right) / 2, (target.top + target.bottom) / 2
    right, left = target.right + gap + width / 2, target.left - gap - width / 2
    above, below = target.top - gap / 2 - height / 2, target.bottom + gap / 2 + height / 2
    for cost, centre in enumerate(
        ((right, y), (left, y), (right, above), (right, below), (x, above), (x, below), (left, above), (left, below))
    ):
        yield Spot(_around(*centre, width, height), cost * 2.0, inside=False)


def far_spots(target: Box, width: float, height: float, *, unit: float) -> Iterator[Spot]:
    """Yield spots around a target with a leader to it, the near ones first.

    Parameters
    ----------
    unit
        Pixels per pixel of an A4 sheet.
    """
    x, y = (target.left + target.right) / 2, (target.top + target.bottom) / 2
    reach = max(target.width, target.height) / 2
    for radius in _RADII:
        for step in range(_DIRECTIONS):
            angle = math.tau * step / _DIRECTIONS
            dx, dy = math.cos(angle), math.sin(angle)
            away = reach + radius * unit
            end = (x + dx * away, y + dy * away)
            centre = (end[0] + math.copysign(width / 2, dx) if abs(dx) > 0.3 else end[0], end[1] + dy * height / 2)
            start = (x + dx * (reach + unit), y + dy * (reach + unit))
            upright = 4.0 * abs(dy)
            yield Spot(_around(*centre, width, height), _OUTSIDE_COST + radius + upright, inside=False, leader=(*end, *start))


def _around(x: float, y: float, width: float, height: float) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _least(rings: Rings) -> tuple[float, float]:
    return min(float(ring[:, 0].min()) for ring in rings), min(float(ring[:, 1].min()) for ring in rings)


def _most(rings: Rings) -> tuple[float, float]:
    return max(float(ring[:, 0].max()) for ring in rings), max(float(ring[:, 1].max()) for ring in rings)


def leader_boxes(leader: tuple[float, float, float, float], *, size: float) -> Iterable[Box]:
    """Return small boxes along a leader, which no name may cover."""
    x1, y1, x2, y2 = leader
    count = max(2, math.ceil(math.dist((x1, y1), (x2, y2)) / size))
    steps = [index / count for index in range(1, count + 1)]
    return [_around(x1 + (x2 - x1) * step, y1 + (y2 - y1) * step, size, size) for step in steps]
