"""The map of a figure: projection, scale, hatching, inset, and names in their places."""

import math
import re

import numpy as np
import pytest

from geo.atlas import Atlas, distance_km
from geo.draw.figure import SIZES, draw_figure
from geo.draw.figure.labels.occupied_area import cover_of
from geo.draw.figure.map.hatching import hatch
from geo.draw.figure.map.map_panel import country_frame, find_inset
from geo.draw.figure.map.projection import project
from geo.draw.figure.map.scale_bar import round_length
from geo.draw.figure.svg import Box
from geo.evidence import Evidence
from geo.view import make_context, start_state
from tests.draw.figure.views import telling_views

ENDS = [
    ((-81.0, -4.5), (-78.0, -4.5)),
    ((-70.0, -18.0), (-70.0, -15.0)),
    ((-75.0, -9.2), (-73.0, -9.2)),
    ((-70.2, -2.0), (-73.0, -2.0)),
]


@pytest.mark.parametrize(("start", "end"), ENDS)
def test_lengths_are_true_all_over_the_country(start: tuple[float, float], end: tuple[float, float]) -> None:
    """A length on the map differs from the great circle by less than a per cent, so one scale bar holds everywhere."""
    on_map = math.dist(project(start), project(end))
    assert on_map == pytest.approx(distance_km(start, end), rel=0.01)


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


def test_south_is_down_and_east_is_right() -> None:
    """Projected points count to the right of the centre and below it."""
    assert project((-75.0, -9.2)) == pytest.approx((0, 0))
    assert project((-74.0, -9.2))[0] > 100
    assert project((-75.0, -10.2))[1] > 100


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
    """Return the middle of the shapes of a place on the map ; the inset is drawn before it."""
    paths = re.findall(rf'<path class="place place-{place}" d="M([^Z]*)Z"', svg)
    corners = [tuple(map(float, pair.split())) for pair in paths[-1].split("L")]
    xs, ys = zip(*corners, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def test_hatching_keeps_within_its_outline() -> None:
    """Lines of a square with a hole end at its sides, and leave the hole free."""
    outer = np.asarray([(0, 0), (40, 0), (40, 40), (0, 40), (0, 0)], dtype=float)
    hole = np.asarray([(10, 10), (30, 10), (30, 30), (10, 30), (10, 10)], dtype=float)
    pieces = re.findall(r"M([-\d.]+) ([-\d.]+)l([-\d.]+) ([-\d.]+)", hatch([outer, hole], spacing=3, shift=0))
    assert len(pieces) > 20
    for x, y, dx, dy in (tuple(map(float, piece)) for piece in pieces):
        for share in (0.01, 0.5, 0.99):
            point = (x + dx * share, y + dy * share)
            assert all(-0.1 <= value <= 40.1 for value in point)
            assert not all(10.1 < value < 29.9 for value in point)
    total = sum(math.hypot(float(dx), float(dy)) for _, _, dx, dy in pieces)
    assert total * 3 == pytest.approx(40 * 40 - 20 * 20, rel=0.05)


def test_the_inset_covers_no_unit(atlas: Atlas) -> None:
    """The inset lies on the sea, and its window around the unit that it enlarges."""
    frame = country_frame(atlas, 500, 640, margin=8)
    inset = find_inset(atlas, frame, 1.0)
    assert inset is not None
    cover = cover_of(atlas, frame)
    units = {cover.numbers[unit.code] for unit in atlas.units}
    assert not units & cover.shares(inset.box).keys()
    x, y = frame.place(atlas.unit("PE-CAL").label)
    assert inset.window.holds(Box(x, y, x, y))
    assert inset.frame.scale > 2 * frame.scale


def test_a_map_without_room_has_no_inset(atlas: Atlas) -> None:
    """Where the sea is too small for an inset, there is none."""
    assert find_inset(atlas, country_frame(atlas, 160, 200, margin=8), 1.0) is None


def test_states_are_readable_from_the_drawing(evidence: Evidence, atlas: Atlas) -> None:
    """Units bear the classes of the web map: named, contains, off, context, and their authorisations."""
    svg = draw_figure(make_context(evidence, atlas, telling_views(evidence, "en")["all roles"]), SIZES["a4"]).svg()
    for classes in (
        "unit unit-PE-LOR named auth-31758",
        "unit unit-PE-LIM named auth-31758 auth-9307",
        "unit unit-PE-ICA contains auth-9307",
        "unit unit-PE-PUN named context",
        "unit unit-PE-MDD contains context",
        "unit unit-PE-TUM off",
    ):
        assert f'class="{classes}"' in svg


def test_names_stand_on_what_they_name(evidence: Evidence, atlas: Atlas) -> None:
    """On A4 every one of the 25 units bears its name, on the map or in the inset."""
    figure = draw_figure(make_context(evidence, atlas, telling_views(evidence, "en")["empty"]), SIZES["a4"])
    said = " ".join(run.text for text in figure.texts for run in text.runs)
    assert [unit.name for unit in atlas.units if unit.name not in said and unit.name.split()[0] not in said] == []
