"""The dot of a place, and the signs of its roles that stand with its name."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from geo.draw.figure.map.frame import Frame
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Box, Mark
from geo.draw.fills import mix
from geo.draw.markup import Attribute, Markup, element, number, shape
from geo.draw.symbols import svg_path
from geo.evidence import Role
from geo.view import ShownPlace
from geo.view.place_symbols import roles_with_symbol

DOT_RADIUS: Final = 3.2
SIGN_RADIUS: Final = 3.4
"""Pixels on an A4 sheet."""
SIGN_STEP: Final = 2.3
"""From one sign to the next, in radii."""

_DOT_DEEPENING: Final = 0.42
_SIGN_DEEPENING: Final = 0.26
"""Share of ink in the colour: on a region of the same colour a filled shape must not read as a hollow one."""


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of one role of a place."""

    role: Role
    colour: str


def signs_of(view: StyledView, shown: ShownPlace) -> tuple[Sign, ...]:
    """Return the signs of a place, each in the colour of the acts that name it in the role."""
    focus = view.style.paint.focus
    return tuple(
        Sign(role, mix(view.colour(shown.authorisations_in(role)), focus, _SIGN_DEEPENING)) for role in roles_with_symbol(shown)
    )


def signs_width(count: int, radius: float) -> float:
    """Return how wide a row of signs is, with the gap before it."""
    return radius * (SIGN_STEP * count + 0.6) if count else 0.0


def draw_signs(signs: Iterable[Sign], left: float, middle: float, *, radius: float, rim: str) -> Markup:
    """Return a row of signs, from the right end of a name."""
    paths = (
        shape(
            "path",
            classes=f"role-{sign.role.value}",
            d=svg_path(sign.role, x=left + radius * (0.6 + SIGN_STEP * (index + 0.5)), y=middle, radius=radius),
            fill=sign.colour,
            stroke=rim,
            stroke_width=radius * 0.24,
        )
        for index, sign in enumerate(signs)
    )
    return element("g", *paths, classes="signs")


def dot_box(view: StyledView, frame: Frame, shown: ShownPlace) -> Box | None:
    """Return the box of a place's dot on a frame; None if it has none there."""
    if not shown.place.is_point:
        return None
    x, y = frame.place(view.context.point_of(shown))
    if not (0 <= x <= frame.width and 0 <= y <= frame.height):
        return None
    radius = view.style.px(DOT_RADIUS)
    return Box(x - radius, y - radius, x + radius, y + radius)


def draw_dots(view: StyledView, frame: Frame) -> Mark:
    """Return the dots of all places that are shown; the selected place last, so that nothing covers it."""
    places = sorted(view.context.selection.places.values(), key=lambda shown: view.context.is_selected(shown.place.place_id))
    return Mark(element("g", *(dot for shown in places for dot in _dot(view, frame, shown)), classes="dots"))


def _dot(view: StyledView, frame: Frame, shown: ShownPlace) -> Iterator[Markup]:
    box = dot_box(view, frame, shown)
    if box is None:
        return
    px, paint = view.style.px, view.style.paint
    selected = view.context.is_selected(shown.place.place_id)
    rim: dict[str, Attribute] = {"stroke": paint.focus if selected else paint.unit, "stroke_width": px(1.8 if selected else 1)}
    sectors = draw_dot(dot_colours(view, shown.authorisations), *box.middle, radius=box.width / 2)
    ring = shape("circle", cx=box.middle[0], cy=box.middle[1], r=box.width / 2, fill="none", **rim)
    yield element("g", sectors, ring, classes=f"place place-{shown.place.place_id}")


def dot_colours(view: StyledView, authorisations: Iterable[str]) -> tuple[str, ...]:
    """Return the colours of a dot's equal sectors."""
    fill = view.palette.fill(authorisations)
    colours = fill.colours if fill else (view.style.paint.context,)
    return tuple(mix(colour, view.style.paint.focus, _DOT_DEEPENING) for colour in colours)


def draw_dot(colours: tuple[str, ...], x: float, y: float, *, radius: float) -> Markup:
    """Return a disc with an equal sector in each of some colours, the first one on the left."""
    disc = shape("circle", cx=x, cy=y, r=radius, fill=colours[0])
    count = len(colours)
    sectors = (
        shape("path", d=_sector(x, y, radius, share=(index / count, 1.0)), fill=colours[index]) for index in range(1, count)
    )
    return element("g", disc, *sectors)


def _sector(x: float, y: float, radius: float, *, share: tuple[float, float]) -> str:
    """Return the ``d`` of a sector between two shares of a turn, which begins at the foot and runs clockwise."""
    (x1, y1), (x2, y2) = ((x - radius * math.sin(part * math.tau), y + radius * math.cos(part * math.tau)) for part in share)
    large = int(share[1] - share[0] > 1 / 2)
    size = number(radius)
    return f"M{number(x)} {number(y)}L{number(x1)} {number(y1)}A{size} {size} 0 {large} 1 {number(x2)} {number(y2)}Z"
