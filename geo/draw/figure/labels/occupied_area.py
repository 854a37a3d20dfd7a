"""What lies under every pixel of a map: a unit, a neighbour's land, or water.

Names ask it, so that they stand on what they name, off what they do not, and in letters that can be read there.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from geo.atlas import Atlas
from geo.draw.figure.map.frame import Frame, cut_land, cut_units
from geo.draw.figure.svg import Box

WATER = 0
_MOST_CELLS = 600_000


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """A raster of a frame."""

    cells: Any
    """Array of shape (rows, columns), uint8: :data:`WATER`, or the number of an area."""
    cell: float
    """Width and height of a cell in pixels: 1, more on large sheets."""
    numbers: Mapping[str, int]
    """By ISO 3166-2 code of a unit and ISO 3166-1 code of a country."""

    def shares(self, box: Box) -> dict[int, float]:
        """Return which part of a box lies on which area, by its number; parts beyond the frame count as nothing."""
        import numpy as np  # noqa: PLC0415 - slow to import

        left, top, right, bottom = (max(0, int(edge / self.cell)) for edge in (box.left, box.top, box.right, box.bottom))
        piece = self.cells[top : bottom + 1, left : right + 1]
        counts = np.bincount(piece.ravel()).tolist() if piece.size else []
        return {number: count / piece.size for number, count in enumerate(counts) if count}


@lru_cache(maxsize=24)
def cover_of(atlas: Atlas, frame: Frame) -> Cover:
    """Return the raster of a frame; kept for the frames that were drawn last."""
    import numpy as np  # noqa: PLC0415 - slow to import
    from PIL import Image, ImageDraw  # noqa: PLC0415

    areas = {**cut_land(atlas, frame), **cut_units(atlas, frame)}
    numbers = {code: number for number, code in enumerate(areas, start=1)}
    cell = max(1.0, math.sqrt(frame.width * frame.height / _MOST_CELLS))
    image = Image.new("L", (int(frame.width / cell) + 1, int(frame.height / cell) + 1), WATER)
    pen = ImageDraw.Draw(image)
    for code, area in areas.items():
        for part in getattr(area, "geoms", (area,)):
            if part.geom_type == "Polygon" and not part.is_empty:
                pen.polygon([(x / cell, y / cell) for x, y in part.exterior.coords], fill=numbers[code])
    return Cover(np.asarray(image), cell, numbers)
