"""Where the ground lies on the sheet: a frame, and the paths of everything in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from geo.atlas import Atlas, Point
from geo.draw.figure.map.projection import Rings, project, project_ground
from geo.draw.figure.svg import Box

_UNSEEN: Final = 0.12
"""Pixels by which a line may be off: 0.03 millimetres on paper."""

Kilometres = tuple[float, float, float, float]
"""Left, top, right, bottom, counted from the centre of the projection."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A map's rectangle, from its own upper left corner, and the ground that it shows."""

    width: float
    height: float
    """In pixels."""
    left: float
    top: float
    """Kilometres from the centre of the projection to the upper left corner."""
    scale: float
    """Pixels per kilometre."""

    def place(self, point: Point) -> tuple[float, float]:
        """Return where a longitude and latitude lies, in pixels."""
        return self.put(project(point))

    def put(self, kilometres: tuple[float, float]) -> tuple[float, float]:
        """Return where a projected point lies, in pixels."""
        return (kilometres[0] - self.left) * self.scale, (kilometres[1] - self.top) * self.scale

    def holds(self, kilometres: Any) -> bool:  # noqa: ANN401 - an array of numpy, which is imported late
        """Whether projected points lie in the frame as a whole."""
        (left, top), (right, bottom) = map(self.put, (kilometres.min(axis=0), kilometres.max(axis=0)))
        return bool(left >= 0 and top >= 0 and right <= self.width and bottom <= self.height)

    def meets(self, kilometres: Any) -> bool:  # noqa: ANN401 - an array of numpy, which is imported late
        """Whether the rectangle around projected points has anything in common with the frame."""
        (left, top), (right, bottom) = map(self.put, (kilometres.min(axis=0), kilometres.max(axis=0)))
        return bool(right > 0 and bottom > 0 and left < self.width and top < self.height)

    @property
    def box(self) -> Box:
        """The rectangle."""
        return Box(0, 0, self.width, self.height)


def fit_frame(ground: Kilometres, width: float, height: float, *, margin: float) -> Frame:
    """Return the frame of a size that shows a piece of ground as large as it can, in its middle.

    Parameters
    ----------
    margin
        Pixels to be kept free on every side.
    """
    left, top, right, bottom = ground
    scale = min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top))
    middle = ((left + right) / 2, (top + bottom) / 2)
    return Frame(width, height, middle[0] - width / 2 / scale, middle[1] - height / 2 / scale, scale)


@dataclass(frozen=True, slots=True)
class Shape:
    """The ``d`` of an area and of its outline, which has no line where the frame cuts the area."""

    area: str
    outline: str


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths of a frame, cut to it."""

    land: Shape
    surroundings: Shape
    lakes: Shape
    units: Mapping[str, Shape]
    """By ISO 3166-2 code."""


@lru_cache(maxsize=24)
def frame_paths(atlas: Atlas, frame: Frame) -> Paths:
    """Return the paths of the ground in a frame; kept for the frames that were drawn last."""
    ground = project_ground(atlas)
    every = tuple(ring for rings in ground.land.values() for ring in rings)
    return Paths(
        land=Shape(_path(_cut_areas(every, frame), closed=True), _path(_cut_lines(ground.coast, frame), closed=False)),
        surroundings=_shape(ground.surroundings, frame),
        lakes=_shape(ground.lakes, frame),
        units={code: _shape(rings, frame) for code, rings in ground.units.items()},
    )


def _shape(rings: Rings, frame: Frame) -> Shape:
    area = _path(_cut_areas(rings, frame), closed=True)
    if all(frame.holds(ring) for ring in rings):
        return Shape(area, area)
    return Shape(area, _path(_cut_lines(rings, frame), closed=False))


def _cut_areas(rings: Iterable[Any], frame: Frame) -> Iterator[Any]:
    """Yield what lies in the frame of rings, each by itself, in pixels."""
    for ring in rings:
        on_sheet = _on(frame, ring)
        if frame.holds(ring):
            yield on_sheet
        elif frame.meets(ring):
            yield from _clipped("Polygon", on_sheet, frame)


def _cut_lines(lines: Iterable[Any], frame: Frame) -> Iterator[Any]:
    """Yield what lies in the frame of lines, in pixels."""
    for line in lines:
        on_sheet = _on(frame, line)
        if frame.holds(line):
            yield on_sheet
        elif frame.meets(line):
            yield from _clipped("LineString", on_sheet, frame)


def _clipped(kind: str, points: Any, frame: Frame) -> Iterator[Any]:  # noqa: ANN401 - arrays of numpy
    import numpy as np  # noqa: PLC0415 - slow to import
    import shapely  # noqa: PLC0415

    cut = shapely.clip_by_rect(getattr(shapely, kind)(points), 0, 0, frame.width, frame.height)
    for part in shapely.get_parts(cut):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield np.asarray(part.exterior.coords)
            yield from (np.asarray(hole.coords) for hole in part.interiors)
        elif part.geom_type == kind and not part.is_empty:
            yield np.asarray(part.coords)


@lru_cache(maxsize=24)
def unit_rings(atlas: Atlas, frame: Frame) -> dict[str, Rings]:
    """Return the rings of every unit, cut to a frame, in pixels of it, by ISO 3166-2 code."""
    return {code: tuple(_cut_areas(rings, frame)) for code, rings in project_ground(atlas).units.items()}


@lru_cache(maxsize=24)
def land_rings(atlas: Atlas, frame: Frame) -> dict[str, Rings]:
    """Return the rings of every country, cut to a frame, in pixels of it, by ISO 3166-1 code."""
    return {code: tuple(_cut_areas(rings, frame)) for code, rings in project_ground(atlas).land.items()}


def _on(frame: Frame, ring: Any) -> Any:  # noqa: ANN401 - arrays of numpy, which is imported late
    return (ring - (frame.left, frame.top)) * frame.scale


def _path(lines: Iterable[Any], *, closed: bool) -> str:
    end = "z" if closed else ""
    return "".join(f"{steps}{end}" for line in lines for steps in _steps(line))


def _steps(line: Any) -> Iterator[str]:  # noqa: ANN401 - an array of numpy, which is imported late
    """Yield a line as relative steps in tenths of a pixel, without what no eye sees; nothing if it has no length."""
    import numpy as np  # noqa: PLC0415 - slow to import
    import shapely  # noqa: PLC0415

    plain = np.asarray(shapely.LineString(line).simplify(_UNSEEN).coords)
    tenths = np.rint(plain * 10).astype(int)
    moves = np.diff(tenths, axis=0)
    moves = moves[np.any(moves != 0, axis=1)]
    if len(moves):
        start = f"M{tenths[0, 0] / 10:g} {tenths[0, 1] / 10:g}l"
        yield start + " ".join(f"{x / 10:g} {y / 10:g}" for x, y in moves.tolist())
