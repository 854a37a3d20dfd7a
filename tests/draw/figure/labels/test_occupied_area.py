"""The raster of a frame."""

import numpy as np
import pytest

from geo.atlas import Atlas
from geo.draw.figure.labels.occupied_area import cover_of
from geo.draw.figure.map.extent import country_frame


def test_areas_are_true(atlas: Atlas) -> None:
    """The projected area of every larger unit is that of the atlas, but for its simplification."""
    frame = country_frame(atlas, 700, 900, margin=10)
    cover = cover_of(atlas, frame)
    counts = np.bincount(cover.cells.ravel(), minlength=40)
    for unit in atlas.units:
        if unit.area_km2 > 20_000:
            assert counts[cover.numbers[unit.code]] * (cover.cell / frame.scale) ** 2 == pytest.approx(
                unit.area_km2, rel=0.05
            ), unit.code
