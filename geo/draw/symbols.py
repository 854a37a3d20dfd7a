"""The shapes of roles, for the map, the legend and figures."""

import math
from typing import Final

from geo.evidence import Role
from geo.view.roles import ROLES, Shape

Polygon = tuple[tuple[float, float], ...]
"""Corners (x to the right, y downwards) within the square from -1 to 1."""


def _regular(corners: int, *, turned: float = 0.0, radius: float = 1.0) -> Polygon:
    """Return a regular polygon whose first corner points upwards, turned clockwise by a fraction of a full turn."""
    angles = ((index / corners + turned) * math.tau for index in range(corners))
    return tuple((round(math.sin(angle) * radius, 3), round(-math.cos(angle) * radius, 3)) for angle in angles)


def _star(points: int, *, inner: float) -> Polygon:
    outer = _regular(points)
    between = _regular(points, turned=0.5 / points, radius=inner)
    return tuple(corner for pair in zip(outer, between, strict=True) for corner in pair)


def _plus(arm: float) -> Polygon:
    quarter = ((-arm, -1.0), (arm, -1.0), (arm, -arm), (1.0, -arm), (1.0, arm), (arm, arm))
    return (*quarter, *((-x, -y) for x, y in quarter))


POLYGONS: Final[dict[Shape, Polygon]] = {
    "circle": _regular(28, radius=0.88),
    "triangle": _regular(3, radius=1.05),
    "diamond": _regular(4),
    "square": _regular(4, turned=0.125, radius=1.05),
    "plus": _plus(0.36),
    "star": _star(5, inner=0.45),
    "turned triangle": _regular(3, turned=0.5, radius=1.05),
}
SHAPES: Final[dict[Role, Polygon]] = {role: POLYGONS[record.shape] for role, record in ROLES.items()}


def svg_path(role: Role, *, x: float = 0.0, y: float = 0.0, radius: float = 1.0) -> str:
    """Return the ``d`` of an SVG path with the shape of a role around a point."""
    corners = (f"{x + dx * radius:.2f} {y + dy * radius:.2f}" for dx, dy in SHAPES[role])
    return f"M{'L'.join(corners)}Z"


def css_rules() -> str:
    """Return CSS that cuts an element with the class ``role-<role>`` to the shape of the role."""
    return "\n".join(f".role-{role}{{clip-path:polygon({_css_polygon(role)})}}" for role in SHAPES)


def _css_polygon(role: Role) -> str:
    return ",".join(f"{50 + x * 47:.0f}% {50 + y * 47:.0f}%" for x, y in SHAPES[role])
