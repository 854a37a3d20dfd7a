"""Where the ground lies on the sheet: a frame, and the paths of everything in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from geo.atlas import Atlas, Point
from geo.draw.figure.projection import Rings, project, project_ground
from geo.draw.figure.sheet import Box

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
class Paths:
    """The ``d`` of the paths of a frame."""

    land: str
    coast: str
    surroundings: str
    lakes: str
    units: tuple[tuple[str, str], ...]
    """ISO 3166-2 code and path."""


@lru_cache(maxsize=24)
def frame_paths(atlas: Atlas, frame: Frame) -> Paths:
    """Return the paths of the ground in a frame; kept for the frames that were drawn last."""
    ground = project_ground(atlas)
    return Paths(
        land=_path((ring for rings in ground.land.values() for ring in rings), frame, closed=True),
        coast=_path(ground.coast, frame, closed=False),
        surroundings=_path(ground.surroundings, frame, closed=True),
        lakes=_path(ground.lakes, frame, closed=True),
        units=tuple((code, _path(rings, frame, closed=True)) for code, rings in ground.units.items()),
    )


@lru_cache(maxsize=24)
def unit_rings(atlas: Atlas, frame: Frame) -> dict[str, Rings]:
    """Return the rings of every unit, in pixels of a frame, by ISO 3166-2 code."""
    return {code: tuple(_on(frame, ring) for ring in rings) for code, rings in project_ground(atlas).units.items()}


@lru_cache(maxsize=24)
def land_rings(atlas: Atlas, frame: Frame) -> dict[str, Rings]:
    """Return the rings of every country, in pixels of a frame, by ISO 3166-1 code."""
    return {code: tuple(_on(frame, ring) for ring in rings) for code, rings in project_ground(atlas).land.items()}


def _on(frame: Frame, ring: Any) -> Any:  # noqa: ANN401 - arrays of numpy, which is imported late
    return (ring - (frame.left, frame.top)) * frame.scale


def _path(rings: Iterable[Any], frame: Frame, *, closed: bool) -> str:
    end = "z" if closed else ""
    return "".join(f"{steps}{end}" for ring in rings for steps in _steps(_on(frame, ring), frame))


def _steps(ring: Any, frame: Frame) -> Iterator[str]:  # noqa: ANN401 - an array of numpy, which is imported late
    """Yield a line as relative steps in tenths of a pixel; nothing if it lies outside the frame."""
    import numpy as np  # noqa: PLC0415 - slow to import

    (left, top), (right, bottom) = ring.min(axis=0), ring.max(axis=0)
    if right < 0 or bottom < 0 or left > frame.width or top > frame.height:
        return
    tenths = np.rint(ring * 10).astype(int)
    moves = np.diff(tenths, axis=0)
    moves = moves[np.any(moves != 0, axis=1)]
    if not len(moves):
        return
    start = f"M{tenths[0, 0] / 10:g} {tenths[0, 1] / 10:g}l"
    yield start + " ".join(f"{x / 10:g} {y / 10:g}" for x, y in moves.tolist())
