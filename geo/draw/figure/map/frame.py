"""Where the ground lies on the sheet: a frame, and the paths of everything in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geo.atlas import Atlas, Point
from geo.draw.figure.map.projection import Geometry, project, project_ground
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

    def cut(self, ground: Geometry) -> Geometry:
        """Return what lies in the frame of a projected geometry, in pixels."""
        import shapely  # noqa: PLC0415 - slow to import

        on_sheet = shapely.transform(ground, lambda points: (points - (self.left, self.top)) * self.scale)
        return shapely.clip_by_rect(on_sheet, 0, 0, self.width, self.height)

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
    land = "".join(path_of(area) for area in cut_land(atlas, frame).values())
    return Paths(
        land=Shape(land, path_of(frame.cut(ground.coast))),
        surroundings=_shape(ground.surroundings, frame),
        lakes=_shape(ground.lakes, frame),
        units={code: _shape(area, frame) for code, area in ground.units.items()},
    )


def _shape(ground: Geometry, frame: Frame) -> Shape:
    import shapely  # noqa: PLC0415 - slow to import

    outlines = shapely.GeometryCollection([part.boundary for part in shapely.get_parts(ground)])
    return Shape(path_of(frame.cut(ground)), path_of(frame.cut(outlines), closed=True))


@lru_cache(maxsize=24)
def cut_units(atlas: Atlas, frame: Frame) -> Mapping[str, Geometry]:
    """Return every unit, cut to a frame, in pixels of it, by ISO 3166-2 code."""
    return {code: frame.cut(area) for code, area in project_ground(atlas).units.items()}


@lru_cache(maxsize=24)
def cut_land(atlas: Atlas, frame: Frame) -> Mapping[str, Geometry]:
    """Return every country, cut to a frame, in pixels of it, by ISO 3166-1 code."""
    return {code: frame.cut(area) for code, area in project_ground(atlas).land.items()}


def path_of(geometry: Geometry, *, closed: bool = False) -> str:
    """Return the ``d`` of lines and areas in pixels, to a tenth of a pixel, without what no eye sees.

    Parameters
    ----------
    closed
        Whether a line that ends where it begins is closed, as an outline is.
    """
    return "".join(_steps(ring, closed=closed or is_area) for ring, is_area in _lines(geometry))


def _lines(geometry: Geometry) -> Iterator[tuple[Geometry, bool]]:
    """Yield the lines of a geometry and the rings of its areas, with whether it is a ring."""
    for part in getattr(geometry, "geoms", (geometry,)):
        if part.geom_type == "Polygon":
            yield from ((ring, True) for ring in (part.exterior, *part.interiors))
        elif part.geom_type in ("LineString", "LinearRing"):
            yield part, False
        elif part.geom_type != "Point":
            yield from _lines(part)


def _steps(line: Geometry, *, closed: bool) -> str:
    """Return a line as relative steps; nothing if it has no length."""
    import numpy as np  # noqa: PLC0415 - slow to import

    tenths = np.rint(np.asarray(line.simplify(_UNSEEN).coords) * 10).astype(int)
    moves = np.diff(tenths, axis=0)
    moves = moves[np.any(moves != 0, axis=1)]
    if not len(moves):
        return ""
    steps = " ".join(f"{x / 10:g} {y / 10:g}" for x, y in moves.tolist())
    end = "z" if closed and (tenths[0] == tenths[-1]).all() else ""
    return f"M{tenths[0, 0] / 10:g} {tenths[0, 1] / 10:g}l{steps}{end}"
