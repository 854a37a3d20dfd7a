"""The committed geometry keeps its promises, measured as a reader would."""

import json
from pathlib import Path
from typing import Any

import pytest

from geo.atlas import Atlas

shapely = pytest.importorskip("shapely")
LAYERS = ("units", "land", "lakes", "surroundings")
IOU_MINIMUM = 0.99
UNITS_SIZE_LIMIT = 146_000
SURROUNDINGS_SIZE_LIMIT = 70_000
WINDOW = (-84, -20, -66, 2)
AROUND = (-100, -32, -45, 14)


def read_shapes(atlas: Atlas, layer: str) -> dict[str, Any]:
    """Give the geometry of each feature by its id."""
    features = getattr(atlas.layers, layer)["features"]
    return {feature["id"]: shapely.from_geojson(json.dumps(feature)) for feature in features}


def find_badly_wound(shapes: dict[str, Any]) -> list[str]:
    """List features with a clockwise exterior or a counter-clockwise hole."""
    return [
        key
        for key, shape in shapes.items()
        for part in shapely.get_parts(shape)
        if not part.exterior.is_ccw or any(hole.is_ccw for hole in part.interiors)
    ]


@pytest.mark.parametrize("layer", LAYERS)
def test_polygons_are_valid(atlas: Atlas, layer: str) -> None:
    """No polygon crosses itself."""
    assert [key for key, shape in read_shapes(atlas, layer).items() if not shape.is_valid] == []


@pytest.mark.parametrize("layer", LAYERS)
def test_layers_are_coverages(atlas: Atlas, layer: str) -> None:
    """Neighbours share every vertex of their border: no gaps, no overlaps, after rounding."""
    assert shapely.coverage_is_valid(list(read_shapes(atlas, layer).values()))


@pytest.mark.parametrize("layer", LAYERS)
def test_rings_are_wound_as_rfc_7946_says(atlas: Atlas, layer: str) -> None:
    """Exteriors run counter-clockwise, holes clockwise."""
    assert find_badly_wound(read_shapes(atlas, layer)) == []


@pytest.mark.parametrize("layer", LAYERS)
def test_boxes_are_those_of_the_geometry(atlas: Atlas, layer: str) -> None:
    """Every feature's bbox is its geometry's."""
    shapes = read_shapes(atlas, layer)
    boxes = {feature["id"]: tuple(feature["bbox"]) for feature in getattr(atlas.layers, layer)["features"]}
    assert boxes == {key: shape.bounds for key, shape in shapes.items()}


def test_labels_lie_inside_their_units(atlas: Atlas) -> None:
    """Every unit's label point lies inside the unit."""
    shapes = read_shapes(atlas, "units")
    assert [unit.code for unit in atlas.units if not shapes[unit.code].contains(shapely.Point(unit.label))] == []


def test_the_one_hole_is_lake_junin(atlas: Atlas) -> None:
    """The units leave one hole, and the lake fills it exactly."""
    country = shapely.coverage_union_all(list(read_shapes(atlas, "units").values()))
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(country) for ring in part.interiors]
    lake = read_shapes(atlas, "lakes")["junin"]
    assert [hole.symmetric_difference(lake).area for hole in holes] == [0]


def test_peru_lies_on_land(atlas: Atlas) -> None:
    """The land under the units reaches to their edge: less than a hair of any unit sticks out."""
    peru = read_shapes(atlas, "land")["PER"]
    over = {code: shape.difference(peru).area for code, shape in read_shapes(atlas, "units").items()}
    assert {code: area for code, area in over.items() if area > 1e-4} == {}


def test_recorded_iou_is_high_enough(data: Path) -> None:
    """The build measured every unit against its unsimplified shape; all 25 are at 0.99 or more."""
    resources = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    (iou,) = [resource["iou"] for resource in resources if resource["name"] == "units"]
    assert len(iou) == 25
    assert {code: value for code, value in iou.items() if value < IOU_MINIMUM} == {}


def test_units_stay_small(data: Path) -> None:
    """The units are small enough to be fetched with the first map."""
    assert (data / "units.geojson").stat().st_size <= UNITS_SIZE_LIMIT


def test_surroundings_are_the_countries_around_the_window(atlas: Atlas) -> None:
    """All countries of the larger window but Peru, which lies inside the smaller one; no Fiji, no labels."""
    features = atlas.layers.surroundings["features"]
    assert " ".join(feature["id"] for feature in features) == (
        "ABW ARG BOL BRA BRB CHL COL CRI CUW ECU FRA GRD GTM GUY HND LCA NIC NLD PAN PRY SLV SUR TTO URY VCT VEN"
    )
    assert [feature["properties"] for feature in features] == [{"iso": feature["id"]} for feature in features]
    assert tuple(atlas.layers.surroundings["bbox"][1:]) == AROUND[1:]


def test_surroundings_stay_under_the_land_within_the_window(atlas: Atlas) -> None:
    """Nothing of them peeks out along the coast, and they reach under the land only by their hem."""
    window = shapely.box(*WINDOW)
    land = shapely.union_all(list(read_shapes(atlas, "land").values()))
    around = shapely.union_all(list(read_shapes(atlas, "surroundings").values()))
    assert shapely.intersection(around, window).difference(land).area == 0
    assert around.intersection(window.buffer(-0.051, join_style="mitre")).is_empty


def test_no_hairline_shows_at_the_seam(atlas: Atlas) -> None:
    """Where the land ends at the window's edge, the surroundings lie on both sides of that edge.

    Not so under a Colombian islet of 0.025 degrees, of which the surroundings have the hem only, and for a hair at the two
    coasts.
    """
    edge = shapely.box(*WINDOW).exterior
    land = shapely.union_all(list(read_shapes(atlas, "land").values()))
    around = shapely.union_all(list(read_shapes(atlas, "surroundings").values()))
    bare = land.intersection(edge).difference(around)
    on_edge = land.intersection(edge).intersection(around.boundary)
    assert bare.length < 0.01
    assert on_edge.length < 0.03


def test_borders_go_on_at_the_seam(atlas: Atlas) -> None:
    """A country's stretch of the window's edge is the same in both layers, but for bits under 0.03 degrees."""
    window = shapely.box(*WINDOW)
    land, around = read_shapes(atlas, "land"), read_shapes(atlas, "surroundings")
    empty = shapely.Polygon()
    apart = {
        iso: shapely.get_parts(
            shapely.line_merge(
                land.get(iso, empty)
                .intersection(window.exterior)
                .symmetric_difference(around.get(iso, empty).difference(window).intersection(window.exterior))
            )
        )
        for iso in {*land, *around}
    }
    assert {iso: parts for iso, parts in apart.items() if any(part.length > 0.03 for part in parts)} == {}


def test_surroundings_stay_small(data: Path) -> None:
    """The surroundings, only a background, cost little."""
    assert (data / "surroundings.geojson").stat().st_size <= SURROUNDINGS_SIZE_LIMIT
