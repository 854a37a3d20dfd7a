"""The map of a figure: ground, shapes and names, with the inset and the scale bar on its sea."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geo.atlas import Atlas
from geo.draw.figure.labels.candidates import locality_name, unit_name, wanted_names
from geo.draw.figure.labels.placement import Name, draw_names, place_names
from geo.draw.figure.map.basemap import paint_ground
from geo.draw.figure.map.frame import Frame, fit_frame, unit_rings
from geo.draw.figure.map.projection import project_bounds
from geo.draw.figure.map.scale_bar import draw_scale_bar
from geo.draw.figure.map.symbols import draw_glyphs, glyph_box, shown_roles
from geo.draw.figure.scene import Scene
from geo.draw.figure.svg import Block, Box, Mark, Run, Text, Type, number
from geo.draw.map.view_layer import INSET_UNIT

INSET_REACH: Final = 0.62
"""Degrees from the middle of the inset to its edges."""

_INSET_SHARES: Final = (0.31, 0.28, 0.25, 0.22)
_INSET_HEIGHT: Final = 0.3
"""Most of a map's height that the inset may have."""
_LEAST_INSET: Final = 74.0
_MOST_INSET: Final = 165.0
"""Pixels on an A4 sheet."""
_MARGIN: Final = 8.0
_GAP: Final = 1.2


@dataclass(frozen=True, slots=True)
class Inset:
    """The piece of ground that is shown enlarged."""

    frame: Frame
    x: float
    y: float
    """Its upper left corner on the map."""
    window: Box
    """The same ground on the map."""

    @property
    def box(self) -> Box:
        """The inset on the map."""
        return Box(self.x, self.y, self.x + self.frame.width, self.y + self.frame.height)


def draw_map(scene: Scene, width: float, height: float) -> Block:
    """Return the map of the whole country in a rectangle."""
    px = scene.style.px
    frame = country_frame(scene.context.atlas, width, height, margin=px(_MARGIN))
    inset = find_inset(scene.context.atlas, frame, scene.style.scale)
    bar = draw_scale_bar(frame.scale, min(px(110), width * 0.25), scene.style, scene.context.words)
    bar_box = _bar_place(bar, inset, frame, px(_MARGIN))
    apart = _apart(scene, frame, inset)
    taken = [bar_box.grown(px(3)), *_glyph_boxes(scene, frame)]
    if inset:
        title_room = px(13)
        taken.append(Box(inset.box.left, inset.box.top - title_room, inset.box.right, inset.box.bottom).grown(px(2)))
        taken.append(inset.window)
    names = place_names(wanted_names(scene, frame, apart=apart), sheet=frame.box, taken=taken, gap=px(_GAP))
    items = (
        paint_ground(scene, frame, "country"),
        *(_inset_items(scene, inset) if inset else ()),
        draw_glyphs(scene, frame),
        *draw_names(names, px(0.6)),
        *bar.at(bar_box.left, bar_box.top),
    )
    return Block(width, height, items)


def country_frame(atlas: Atlas, width: float, height: float, *, margin: float) -> Frame:
    """Return the frame of a size around all units."""
    wests, souths, easts, norths = zip(*(unit.bounds for unit in atlas.units), strict=True)
    return fit_frame(project_bounds(min(wests), min(souths), max(easts), max(norths)), width, height, margin=margin)


@lru_cache(maxsize=24)
def find_inset(atlas: Atlas, frame: Frame, scale: float) -> Inset | None:
    """Return the largest inset in the lower left corner that covers no unit; None if there is no room for one.

    Parameters
    ----------
    scale
        Pixels per pixel of an A4 sheet.
    """
    west, south, east, north = atlas.unit(INSET_UNIT).bounds
    middle = ((west + east) / 2, (south + north) / 2)
    reach = (middle[0] - INSET_REACH, middle[1] - INSET_REACH, middle[0] + INSET_REACH, middle[1] + INSET_REACH)
    ground = project_bounds(*reach)
    margin = _MARGIN * scale
    for share in _INSET_SHARES:
        side = min(share * frame.width, _INSET_HEIGHT * frame.height, _MOST_INSET * scale)
        box = Box(margin, frame.height - margin - side, margin + side, frame.height - margin)
        room = Box(box.left, box.top - 14 * scale, box.right + 4 * scale, box.bottom)
        if side >= _LEAST_INSET * scale and not _touches_units(atlas, frame, room):
            left, top = frame.put(ground[:2])
            right, bottom = frame.put(ground[2:])
            return Inset(fit_frame(ground, side, side, margin=0), box.left, box.top, Box(left, top, right, bottom))
    return None


def _touches_units(atlas: Atlas, frame: Frame, box: Box) -> bool:
    """Whether a corner of any unit's outline lies in a box."""
    return any(
        bool(((ring[:, 0] > box.left) & (ring[:, 0] < box.right) & (ring[:, 1] > box.top) & (ring[:, 1] < box.bottom)).any())
        for rings in unit_rings(atlas, frame).values()
        for ring in rings
    )


def _bar_place(bar: Block, inset: Inset | None, frame: Frame, margin: float) -> Box:
    left = inset.box.right + 1.5 * margin if inset else margin
    top = frame.height - margin - bar.height
    return Box(left, top, left + bar.width, top + bar.height)


def _apart(scene: Scene, frame: Frame, inset: Inset | None) -> frozenset[str]:
    """Return what bears its name in the inset: the unit that it is made for, and the localities within it."""
    if not inset:
        return frozenset()
    inside = {
        shown.place.place_id
        for shown in scene.context.selection.places.values()
        if shown.place.is_point
        and not shown.place.is_area
        and _lies_in(inset.window, frame.place(scene.context.point_of(shown)))
    }
    return frozenset({INSET_UNIT, *inside})


def _lies_in(box: Box, point: tuple[float, float]) -> bool:
    return box.left < point[0] < box.right and box.top < point[1] < box.bottom


def _glyph_boxes(scene: Scene, frame: Frame) -> list[Box]:
    boxes = (glyph_box(scene, frame, shown) for shown in scene.context.selection.places.values())
    return [box for box in boxes if box]


def _inset_items(scene: Scene, inset: Inset) -> Iterable[Text | Mark]:
    """Return the inset with its title, and its window on the map."""
    style, px = scene.style, scene.style.px
    line = f'fill="none" stroke="{style.paint.text}" stroke-width="{number(px(0.7))}"'
    window = _rectangle(inset.window, line)
    lead = (
        f'<path d="M{number(inset.window.left)} {number(inset.window.bottom)}L{number(inset.box.right)} '
        f'{number(inset.box.top)}" {line} stroke-dasharray="{number(px(1))} {number(px(2))}"/>'
    )
    heading = Type(style.body_strong.face, px(9.4), style.paint.text)
    title = Text(inset.box.left, inset.box.top - px(4), (Run(scene.context.words("Lima–Callao"), heading),))
    frame = inset.frame
    bar = draw_scale_bar(frame.scale, frame.width * 0.3, style, scene.context.words)
    bar_box = Box(px(5), frame.height - bar.height - px(4), px(5) + bar.width, frame.height - px(4))
    glyphs = [*_glyph_boxes(scene, frame)]
    names = [*_inset_names(scene, frame)]
    placed = place_names(names, sheet=frame.box, taken=[bar_box.grown(px(2)), *glyphs], gap=px(_GAP))
    alone = place_names(names, sheet=frame.box, taken=glyphs, gap=px(_GAP))
    has_bar = len(placed) == len(alone)  # a name says more than a second scale bar
    inner = Block(
        frame.width,
        frame.height,
        (
            paint_ground(scene, frame, "inset"),
            draw_glyphs(scene, frame),
            *draw_names(placed if has_bar else alone, px(0.6)),
            *(bar.at(bar_box.left, bar_box.top) if has_bar else ()),
            Mark(_rectangle(frame.box, line)),
        ),
    )
    return (Mark(window + lead), title, *inner.at(inset.x, inset.y))


def _inset_names(scene: Scene, frame: Frame) -> Iterable[Name]:
    for shown in scene.context.selection.places.values():
        target = glyph_box(scene, frame, shown)
        if target and shown.place.is_point:
            yield locality_name(scene, frame, shown, target)
    if not _has_pointed_name(scene, INSET_UNIT):
        yield unit_name(scene, frame, scene.context.atlas.unit(INSET_UNIT))


def _has_pointed_name(scene: Scene, code: str) -> bool:
    shown = scene.context.selection.units.get(code)
    return bool(shown and shown.named and shown.named.place.is_point and shown_roles(shown.named))


def _rectangle(box: Box, look: str) -> str:
    return (
        f'<rect x="{number(box.left)}" y="{number(box.top)}" width="{number(box.width)}" height="{number(box.height)}" {look}/>'
    )
