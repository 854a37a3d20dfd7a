"""The shapes of places: one for each role, side by side around the point."""

from collections.abc import Iterator

from geo.draw.escape import to_html
from geo.draw.figure.map.frame import Frame
from geo.draw.figure.scene import Scene
from geo.draw.figure.svg import Box, Mark, number
from geo.draw.fills import mix
from geo.draw.symbols import svg_path
from geo.evidence import Role
from geo.view import ShownPlace

RADIUS = 4.6
"""Pixels on an A4 sheet."""

_DEEPENING = 0.42
"""Share of ink in a shape's colour: on a region of the same colour a filled shape must not read as a hollow one."""


def shown_roles(shown: ShownPlace) -> tuple[Role, ...]:
    """Return the roles of a place that a shape tells: an area's fill already tells its deployment."""
    if shown.place.is_point:
        return shown.roles
    return tuple(role for role in shown.roles if role is not Role.DEPLOYMENT) if shown.place.unit else ()


def glyph_box(scene: Scene, frame: Frame, shown: ShownPlace) -> Box | None:
    """Return the box of a place's shapes on a frame; None if it has none there."""
    roles = shown_roles(shown)
    if not roles:
        return None
    x, y = frame.place(scene.context.point_of(shown))
    if not (0 <= x <= frame.width and 0 <= y <= frame.height):
        return None
    radius = scene.style.px(RADIUS)
    return Box(x - radius * len(roles), y - radius, x + radius * len(roles), y + radius)


def draw_glyphs(scene: Scene, frame: Frame) -> Mark:
    """Return the shapes of all places that are shown; the selected place last, so that nothing covers it."""
    places = sorted(scene.context.selection.places.values(), key=lambda shown: scene.context.is_selected(shown.place.place_id))
    return Mark("".join(path for shown in places for path in _glyphs(scene, frame, shown)))


def _glyphs(scene: Scene, frame: Frame, shown: ShownPlace) -> Iterator[str]:
    box = glyph_box(scene, frame, shown)
    if box is None:
        return
    px, paint = scene.style.px, scene.style.paint
    selected = scene.context.is_selected(shown.place.place_id)
    line = f'stroke="{paint.focus if selected else paint.unit}" stroke-width="{number(px(1.6 if selected else 0.9))}"'
    y = (box.top + box.bottom) / 2
    for index, role in enumerate(shown_roles(shown)):
        x = box.left + px(RADIUS) * (2 * index + 1)
        shape = svg_path(role, x=x, y=y, radius=px(RADIUS))
        kind = f"place place-{shown.place.place_id}" if shown.place.is_point and not index else "role-glyph"
        colour = mix(scene.colour(shown.authorisations_in(role)), paint.focus, _DEEPENING)
        yield f'<path class="{to_html(kind)}" d="{shape}" fill="{colour}" {line}/>'
