"""Measure what was built, on the text as it will be read, and name every bound that is not met."""

import json
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from building.basemap import CLIP
from building.shapes import LABEL_DECIMALS
from building.units import ISO_CODES, UnitLayers

IOU_MINIMUM = 0.99
UNIT_COUNT = 25
# Places on the shore may lie a little off the unsimplified coast; farther off, a point or a boundary is wrong.
OFFSHORE_KM = 5.0
SIZE_LIMITS = {
    "units.geojson": 146_000,
    "land.geojson": 130_000,
    "coast.geojson": 110_000,
    "surroundings.geojson": 70_000,
    "lakes.geojson": 20_000,
    "gazetteer.csv": 400_000,
}
# Layers with other decimals than the rest.
DECIMALS = {"surroundings.geojson": 3}
# How far ends of borders and coasts may be apart along the window's edge, in degrees; islets and bends of the border that
# the coarse surroundings lack are shorter than that.
SEAM_OFFSET = 0.05


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured.

    Attributes
    ----------
    iou
        Intersection over union by ISO code, of the drawn unit with the unsimplified one.
    lines
        The report, one statement a line.
    faults
        Bounds that are not met; empty when the build is good.
    """

    iou: dict[str, float]
    lines: tuple[str, ...]
    faults: tuple[str, ...]


def parse(text: str) -> dict[str, shapely.Geometry]:
    """Read the geometry of each feature back from GeoJSON text."""
    return {feature["id"]: shapely.from_geojson(json.dumps(feature)) for feature in json.loads(text)["features"]}


def measure_iou(drawn: NDArray[np.object_], full: NDArray[np.object_]) -> NDArray[np.float64]:
    """Return the intersection over union of each pair, in square degrees."""
    both = shapely.area(shapely.intersection(drawn, full))
    return both / (shapely.area(drawn) + shapely.area(full) - both)


def is_wound(geometry: shapely.Geometry) -> bool:
    """Return whether exteriors run counter-clockwise and holes clockwise."""
    return all(part.exterior.is_ccw and not any(hole.is_ccw for hole in part.interiors) for part in shapely.get_parts(geometry))


def has_decimals(geometry: shapely.Geometry, decimals: int) -> bool:
    """Return whether no coordinate has more decimals than it should."""
    points = shapely.get_coordinates(geometry)
    return bool(np.array_equal(points, np.round(points, decimals)))


def find_layer_faults(name: str, text: str) -> list[str]:
    """Check validity, winding, decimals and coverage of one GeoJSON layer."""
    shapes, decimals = parse(text), DECIMALS.get(name, LABEL_DECIMALS)
    tests = {
        "valid geometry": shapely.is_valid,
        "RFC 7946 winding": is_wound,
        f"at most {decimals} decimals": lambda shape: has_decimals(shape, decimals),
    }
    faults = [
        f"{name}: {key}: expected {wanted}, found otherwise"
        for wanted, holds in tests.items()
        for key, shape in shapes.items()
        if not holds(shape)
    ]
    if not shapely.coverage_is_valid(list(shapes.values())):
        faults.append(f"{name}: expected a coverage without gaps and overlaps, found an invalid one")
    return faults


def find_coast_faults(coast_text: str, land_text: str) -> list[str]:
    """Check that each country has its coast, that it lies on the country's outline, and that none runs along the window."""
    coast, land = parse(coast_text), parse(land_text)
    faults = [f"coast.geojson: expected {', '.join(land)}, found {', '.join(coast)}"] if list(coast) != list(land) else []
    for iso, line in coast.items():
        outline = shapely.boundary(land.get(iso, shapely.Polygon()))
        missing = outline.difference(CLIP.exterior).symmetric_difference(line).length
        along = line.intersection(CLIP.exterior).length
        if missing or along or not has_decimals(line, LABEL_DECIMALS):
            found = f"{missing:.4f} degrees beside it, {along:.4f} along the window"
            faults.append(f"coast.geojson: {iso}: expected the outline of the land within the window, found {found}")
    return faults


def find_seam_faults(land_text: str, surroundings_text: str) -> list[str]:
    """Check that the surroundings stay under the land within the window and go on where the land ends."""
    land, around = parse(land_text), parse(surroundings_text)
    covered, edge = shapely.union_all(list(land.values())), CLIP.exterior
    peeking = {iso: shape.intersection(CLIP).difference(covered).area for iso, shape in around.items()}
    faults = [
        f"surroundings.geojson: {iso}: expected nothing in the window beyond the land, found {area:.6f} square degrees"
        for iso, area in peeking.items()
        if area > 0
    ]
    for iso in sorted({*land, *around}):
        inner = land.get(iso, shapely.Polygon()).intersection(edge)
        outer = around.get(iso, shapely.Polygon()).difference(CLIP).intersection(edge)
        for part in shapely.get_parts(shapely.line_merge(shapely.symmetric_difference(inner, outer))):
            if part.length > SEAM_OFFSET:
                west, south, east, north = part.bounds
                where = f"{west:.4f} {south:.4f} to {east:.4f} {north:.4f}"
                faults.append(f"surroundings.geojson: {iso}: expected to meet the land at the edge, found a gap at {where}")
    return faults


def find_size_faults(texts: dict[str, str]) -> list[str]:
    """Check the size of each file in bytes."""
    sizes = {name: len(texts[name].encode()) for name in SIZE_LIMITS}
    return [
        f"{name}: expected at most {limit} bytes, found {sizes[name]}"
        for name, limit in SIZE_LIMITS.items()
        if sizes[name] > limit
    ]


def count_holes(text: str) -> int:
    """Count the holes in the union of all features."""
    country = shapely.coverage_union_all(list(parse(text).values()))
    return sum(len(part.interiors) for part in shapely.get_parts(country))


def check(texts: dict[str, str], layers: UnitLayers, offshore: float) -> Report:
    """Measure every file against its bounds; ``offshore`` is the farthest place from its unit in kilometres."""
    units = parse(texts["units.geojson"])
    codes = [ISO_CODES[ubigeo] for ubigeo in sorted(layers.names)]
    measured = measure_iou(np.array([units[code] for code in codes]), layers.full)
    iou = {code: float(value) for code, value in sorted(zip(codes, measured, strict=True))}
    areas = [name for name in texts if name.endswith(".geojson") and name != "coast.geojson"]
    faults = [fault for name in areas for fault in find_layer_faults(name, texts[name])]
    faults += find_coast_faults(texts["coast.geojson"], texts["land.geojson"])
    low = {code: value for code, value in iou.items() if value < IOU_MINIMUM}
    faults += [f"{code}: expected IoU >= {IOU_MINIMUM}, found {value:.4f}" for code, value in low.items()]
    faults += find_size_faults(texts)
    faults += find_seam_faults(texts["land.geojson"], texts["surroundings.geojson"])
    holes = count_holes(texts["units.geojson"])
    if (len(units), holes) != (UNIT_COUNT, 1):
        faults.append(f"units.geojson: expected 25 units and the one hole Lake Junín, found {len(units)} and {holes}")
    if offshore > OFFSHORE_KM:
        faults.append(f"gazetteer.csv: expected places at most {OFFSHORE_KM} km off their unit, found {offshore:.1f}")
    worst = min(iou, key=lambda code: iou[code])
    lines = (
        f"coverage, validity, winding, decimals: {'see faults' if faults else 'as they should be'}",
        f"holes in the units: {holes}; farthest place from its unit: {offshore:.1f} km",
        *(f"{name}: {len(text.encode())} bytes" for name, text in texts.items()),
        *(f"IoU {code}: {value:.4f}" for code, value in iou.items()),
        f"IoU minimum: {iou[worst]:.4f} ({worst})",
    )
    return Report(iou, lines, tuple(faults))
