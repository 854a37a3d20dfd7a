"""The painted ground: sea, neighbours, units with their fills and hatching, lakes."""

from collections.abc import Iterator, Mapping

from geo.draw.escape import to_html
from geo.draw.figure.map.frame import Frame, Shape, frame_paths
from geo.draw.figure.map.hatching import hatch_unit
from geo.draw.figure.scene import Scene
from geo.draw.figure.svg import Mark, number
from geo.draw.fills import mix
from geo.evidence import Precision
from geo.view import ShownUnit

CONTEXT_SHARE = 0.38
HATCH_SPACING = 5.2
HATCH_WIDTH = 1.15
STRIPE_STEP = 3.2
STRIPE_WIDTH = 1.15
"""Pixels on an A4 sheet."""


def paint_ground(scene: Scene, frame: Frame, name: str) -> Mark:
    """Return the ground of a frame, cut to it.

    Parameters
    ----------
    name
        Class of the group.
    """
    paths = frame_paths(scene.context.atlas, frame)
    paint, px = scene.style.paint, scene.style.px
    line = f'stroke="{paint.land_line}" stroke-width="{number(px(0.6))}"'
    pieces = [
        f'<rect width="{number(frame.width)}" height="{number(frame.height)}" fill="{paint.sea}"/>',
        f'<path d="{paths.surroundings.area}" fill="{paint.land}"/>',
        f'<path d="{paths.surroundings.outline}" fill="none" {line}/>',
        f'<path d="{paths.land.area}" fill="{paint.land}"/>',
        f'<path d="{paths.land.outline}" fill="none" {line}/>',
        *_units(scene, frame, paths.units),
        f'<path d="{paths.lakes.area}" fill="{paint.lake}"/>',
        *_outlines(scene, paths.units),
    ]
    return Mark(f'<g class="{name}" stroke-linejoin="round">{"".join(pieces)}</g>')


def _units(scene: Scene, frame: Frame, paths: Mapping[str, Shape]) -> Iterator[str]:
    """Yield the units, those that are not named first, so that no border is half covered."""
    paint, px = scene.style.paint, scene.style.px
    units = scene.context.selection.units
    for code, shape in sorted(paths.items(), key=lambda item: item[0] in units and units[item[0]].named is not None):
        shown = units.get(code)
        named = shown is not None and shown.named is not None
        border = f'stroke="{paint.unit if named else paint.unit_line}" stroke-width="{number(px(0.6))}"'
        classes = to_html(f"unit unit-{code} {_state(shown)}")
        if not shape.area:
            continue
        fill = _fill(scene, shown)
        if shape.area == shape.outline:
            yield f'<path class="{classes}" d="{shape.area}" fill="{fill}" {border}/>'
        else:
            yield f'<path class="{classes}" d="{shape.area}" fill="{fill}"/>'
            yield f'<path d="{shape.outline}" fill="none" {border}/>'
        if shown:
            yield from _lines(scene, frame, shown)


def _state(shown: ShownUnit | None) -> str:
    if shown is None:
        return "off"
    state = ["named" if shown.named else "contains", *(f"auth-{key}" for key in shown.authorisations)]
    return " ".join((*state, "context")) if not shown.authorisations else " ".join(state)


def _fill(scene: Scene, shown: ShownUnit | None) -> str:
    paint = scene.style.paint
    if shown is None or shown.named is None:
        return paint.unit
    ink = scene.ink(shown.authorisations)
    return ink.fill if ink else mix(paint.unit, paint.context, CONTEXT_SHARE)


def _lines(scene: Scene, frame: Frame, shown: ShownUnit) -> Iterator[str]:
    """Yield the stripes of a unit that several authorisations name, or the hatching of one that only contains."""
    px = scene.style.px
    ink = scene.ink(shown.authorisations)
    if shown.named is None:
        hatching = hatch_unit(scene.context.atlas, frame, shown.code, spacing=px(HATCH_SPACING), shift=0.0)
        yield _strokes(hatching, scene.colour(shown.authorisations), px(HATCH_WIDTH))
    elif ink:
        spacing = px(STRIPE_STEP) * (len(ink.stripes) + 1)
        for index, colour in enumerate(ink.stripes, start=1):
            stripe = hatch_unit(scene.context.atlas, frame, shown.code, spacing=spacing, shift=index * px(STRIPE_STEP))
            yield _strokes(stripe, colour, px(STRIPE_WIDTH))


def _strokes(path: str, colour: str, width: float) -> str:
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{number(width)}"/>' if path else ""


def _outlines(scene: Scene, paths: Mapping[str, Shape]) -> Iterator[str]:
    """Yield the lines that mean something: around what only contains, what is of unstated level, and what is selected."""
    paint, px = scene.style.paint, scene.style.px
    for code, shown in scene.context.selection.units.items():
        if shown.named is None:
            yield _strokes(paths[code].outline, scene.colour(shown.authorisations), px(1.1))
        elif shown.named.place.precision is Precision.LEVEL_NOT_STATED:
            dash = f' stroke-dasharray="{number(px(3.4))} {number(px(2.4))}"'
            yield _strokes(paths[code].outline, paint.text, px(1)).replace("/>", f"{dash}/>")
    code = selected_unit(scene)
    if code in paths:
        yield _strokes(paths[code].outline, paint.focus, px(2)).replace("<path", '<path class="selected"')


def selected_unit(scene: Scene) -> str:
    """Return the code of the unit that is selected, by itself or as the place that stands for it; empty for none."""
    key = scene.context.state.place
    place = scene.context.evidence.places.get(key)
    if place:
        return place.unit if place.is_area else ""
    return key
