"""Measure what was built, on the text as it will be read, and name every bound that is not met."""

import json
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from building.shapes import LABEL_DECIMALS
from building.units import ISO_CODES, UnitLayers

IOU_MINIMUM = 0.99
UNIT_COUNT = 25
# Places on the shore may lie a little off the unsimplified coast; farther off, a point or a boundary is wrong.
OFFSHORE_KM = 5.0
SIZE_LIMITS = {"units.geojson": 146_000, "land.geojson": 130_000, "lakes.geojson": 20_000, "gazetteer.csv": 400_000}


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
    """Give the intersection over union of each pair, in square degrees."""
    both = shapely.area(shapely.intersection(drawn, full))
    return both / (shapely.area(drawn) + shapely.area(full) - both)


def is_wound(geometry: shapely.Geometry) -> bool:
    """Tell whether exteriors run counter-clockwise and holes clockwise."""
    return all(part.exterior.is_ccw and not any(hole.is_ccw for hole in part.interiors) for part in shapely.get_parts(geometry))


def has_decimals(geometry: shapely.Geometry) -> bool:
    """Tell whether no coordinate has more than four decimals."""
    points = shapely.get_coordinates(geometry)
    return bool(np.array_equal(points, np.round(points, LABEL_DECIMALS)))


def find_layer_faults(name: str, text: str) -> list[str]:
    """Check validity, winding, decimals and coverage of one GeoJSON layer."""
    shapes = parse(text)
    tests = {"valid geometry": shapely.is_valid, "RFC 7946 winding": is_wound, "at most 4 decimals": has_decimals}
    faults = [
        f"{name}: {key}: expected {wanted}, found otherwise"
        for wanted, holds in tests.items()
        for key, shape in shapes.items()
        if not holds(shape)
    ]
    if not shapely.coverage_is_valid(list(shapes.values())):
        faults.append(f"{name}: expected a coverage without gaps and overlaps, found an invalid one")
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
    faults = [fault for name in texts if name.endswith(".geojson") for fault in find_layer_faults(name, texts[name])]
    low = {code: value for code, value in iou.items() if value < IOU_MINIMUM}
    faults += [f"{code}: expected IoU >= {IOU_MINIMUM}, found {value:.4f}" for code, value in low.items()]
    faults += find_size_faults(texts)
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
