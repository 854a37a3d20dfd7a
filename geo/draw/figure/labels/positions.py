"""Where a name can stand: within its area, beside its point, or farther off with a leader."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from geo.draw.figure.labels.occupied_area import WATER, Cover
from geo.draw.figure.svg import Box

_GRID: Final = 15
_WHOLE: Final = 0.995
_MOSTLY: Final = 0.66
_FAR_COST: Final = 60.0
_FOREIGN_COST: Final = 60.0
_RADII: Final = (9.0, 15.0, 22.0, 32.0, 44.0, 60.0, 80.0)
_DIRECTIONS: Final = 16
_SIDEWAYS: Final = 0.3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a name."""

    box: Box
    cost: float
    """The less, the better."""
    leader: tuple[float, float, float, float] | None = None
    """Line from the name to what it names."""


def area_spots(cover: Cover, code: str, size: tuple[float, float], *, bounds: Box, towards: tuple[float, float]) -> list[Spot]:
    """Return the spots of a name on its area, the best first: wholly on it, then near a point.

    Parameters
    ----------
    size
        Width and height of the name.
    bounds
        A box that the area lies in.
    towards
        Where the name should rather stand.
    """
    own = cover.numbers[code]
    xs = [bounds.left + bounds.width * step / (_GRID - 1) for step in range(_GRID)]
    ys = [bounds.top + bounds.height * step / (_GRID - 1) for step in range(_GRID)]
    spots = []
    for x, y in (towards, *((x, y) for x in xs for y in ys)):
        box = _around(x, y, *size)
        share = cover.shares(box).get(own, 0.0)
        if share >= _MOSTLY:
            overhang = 0.0 if share >= _WHOLE else 8 + (1 - share) * 120
            spots.append(Spot(box, overhang + math.dist((x, y), towards) * 0.25))
    return sorted(spots, key=lambda spot: spot.cost)


def point_spots(target: Box, width: float, height: float, *, gap: float) -> Iterator[Spot]:
    """Yield the spots beside a glyph: right, left, above, below, and at the corners."""
    x, y = (target.left + target.right) / 2, (target.top + target.bottom) / 2
    right, left = target.right + gap + width / 2, target.left - gap - width / 2
    above, below = target.top - gap / 2 - height / 2, target.bottom + gap / 2 + height / 2
    for cost, centre in enumerate(
        ((right, y), (left, y), (right, above), (right, below), (x, above), (x, below), (left, above), (left, below))
    ):
        yield Spot(_around(*centre, width, height), cost * 2.0)


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
            sideways = math.copysign(width / 2 + unit, dx) if abs(dx) > _SIDEWAYS else 0.0
            upwards = dy * height / 2 if sideways else math.copysign(height / 2, dy)
            start = (x + dx * (reach + unit), y + dy * (reach + unit))
            box = _around(end[0] + sideways, end[1] + upwards, width, height)
            yield Spot(box, _FAR_COST + radius + 4.0 * abs(dy), leader=(*end, *start))


def off_others(spots: Iterable[Spot], cover: Cover, own: str) -> Iterator[Spot]:
    """Yield spots with a higher cost the more of them lies on areas that they do not name: best is water."""
    for spot in spots:
        foreign = sum(share for number, share in cover.shares(spot.box).items() if number not in (WATER, cover.numbers[own]))
        yield Spot(spot.box, spot.cost + _FOREIGN_COST * foreign, spot.leader)


def _around(x: float, y: float, width: float, height: float) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def leader_boxes(leader: tuple[float, float, float, float], *, size: float) -> tuple[Box, ...]:
    """Return small boxes along a leader, from its name to what it names, which no name may cover."""
    x1, y1, x2, y2 = leader
    count = max(2, math.ceil(math.dist((x1, y1), (x2, y2)) / size))
    steps = [index / count for index in range(1, count + 1)]
    return tuple(_around(x1 + (x2 - x1) * step, y1 + (y2 - y1) * step, size, size) for step in steps)
