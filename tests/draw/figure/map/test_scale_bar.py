"""The scale bar says how long it is."""

import math
import re

import pytest

from geo.atlas import Atlas, distance_km
from geo.draw.figure import SIZES, draw_figure
from geo.draw.figure.map.scale_bar import round_length
from geo.evidence import Evidence
from geo.view import make_context, start_state


@pytest.mark.parametrize(("scale", "most", "kilometres"), [(0.5, 110, 200), (0.5, 99, 100), (2.0, 45, 20), (0.1, 60, 500)])
def test_a_scale_bar_is_a_round_number(scale: float, most: float, kilometres: int) -> None:
    """It is the greatest round number of kilometres that has room."""
    assert round_length(scale, most) == kilometres


@pytest.mark.parametrize("size", SIZES)
def test_the_scale_bar_is_as_long_as_it_says(evidence: Evidence, atlas: Atlas, size: str) -> None:
    """The drawn length of the map's bar, over the map's scale, is the number beside it."""
    figure = draw_figure(make_context(evidence, atlas, start_state(evidence, "en")), SIZES[size])
    svg = figure.svg()
    lima, iquitos = (_centre(svg, name) for name in ("lima", "iquitos"))
    points = {place: (record.longitude, record.latitude) for place, record in evidence.places.items()}
    pixels_per_kilometre = math.dist(lima, iquitos) / distance_km(points["lima"], points["iquitos"])
    length = float(re.findall(r'class="scale-bar" d="M0\.5 [\d.]+V[\d.]+H([\d.]+)V', svg)[-1])
    named = [int(run.text.removesuffix(" km")) for text in figure.texts for run in text.runs if run.text.endswith(" km")]
    assert max(named) * pixels_per_kilometre == pytest.approx(length, rel=0.015)


def _centre(svg: str, place: str) -> tuple[float, float]:
    """Return the middle of the dot of a place on the map; the inset is drawn before it."""
    dots = re.findall(rf'class="place place-{place}"><g><circle cx="([\d.]+)" cy="([\d.]+)"', svg)
    x, y = dots[-1]
    return float(x), float(y)
