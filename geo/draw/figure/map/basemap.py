"""The painted ground: sea, neighbours, units with their fills and hatching, lakes."""

from collections.abc import Iterator, Mapping
from typing import Final

from geo.draw.figure.map.frame import Frame, Shape, frame_paths
from geo.draw.figure.map.hatching import hatch_unit, stripe_unit
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Mark
from geo.draw.markup import Attribute, Markup, element, shape
from geo.view import ShownUnit
from geo.view.place_symbols import has_open_level

HATCH_SPACING: Final = 5.2
HATCH_WIDTH: Final = 1.15
STRIPE_WIDTH: Final = 4.2
DASHES: Final = (4.6, 2.6)
DASH_WIDTH: Final = 1.5
"""Pixels on an A4 sheet."""


def paint_ground(view: StyledView, frame: Frame, name: str) -> Mark:
    """Return the ground of a frame, cut to it.

    Parameters
    ----------
    name
        Class of the group.
    """
    paths = frame_paths(view.context.atlas, frame)
    paint = view.style.paint
    line: dict[str, Attribute] = {"fill": "none", "stroke": paint.land_line, "stroke_width": view.style.px(0.6)}
    pieces = (
        shape("rect", width=frame.width, height=frame.height, fill=paint.sea),
        shape("path", d=paths.surroundings.area, fill=paint.land),
        shape("path", d=paths.surroundings.outline, **line),
        shape("path", d=paths.land.area, fill=paint.land),
        shape("path", d=paths.land.outline, **line),
        *_units(view, frame, paths.units),
        shape("path", d=paths.lakes.area, fill=paint.lake),
        *_outlines(view, paths.units),
    )
    return Mark(element("g", *pieces, classes=name, stroke_linejoin="round"))


def _units(view: StyledView, frame: Frame, paths: Mapping[str, Shape]) -> Iterator[Markup]:
    """Yield the units, those that are not named first, so that no border is half covered."""
    paint = view.style.paint
    units = view.context.selection.units
    for code, outline in sorted(paths.items(), key=lambda item: item[0] in units and units[item[0]].named is not None):
        if not outline.area:
            continue
        shown = units.get(code)
        named = shown is not None and shown.named is not None
        colours = unit_colours(view, shown)
        filled = [shape("path", d=outline.area, fill=colours[0])]
        if len(colours) > 1:
            bands = stripe_unit(view.context.atlas, frame, code, width=view.style.px(STRIPE_WIDTH), count=len(colours))
            filled += [shape("path", d=band, fill=colour) for band, colour in zip(bands[1:], colours[1:], strict=True) if band]
        elif shown and not named:
            lines = hatch_unit(view.context.atlas, frame, code, spacing=view.style.px(HATCH_SPACING))
            filled.append(_line(lines, view.colour(shown.authorisations), view.style.px(HATCH_WIDTH)))
        line, width = paint.unit if named else paint.unit_line, view.style.px(0.6)
        if len(filled) == 1 and outline.area == outline.outline:  # fill and border are one path
            pieces = [shape("path", d=outline.area, fill=colours[0], stroke=line, stroke_width=width)]
        else:
            pieces = [*filled, _line(outline.outline, line, width)]
        yield element("g", *pieces, classes=f"unit unit-{code} {_state(shown)}")


def _state(shown: ShownUnit | None) -> str:
    if shown is None:
        return "off"
    state = ["named" if shown.named else "contains", *(f"auth-{key}" for key in shown.authorisations)]
    return " ".join((*state, "context")) if not shown.authorisations else " ".join(state)


def unit_colours(view: StyledView, shown: ShownUnit | None) -> tuple[str, ...]:
    """Return the colours of a unit's stripes, one for a plain fill; a name whose level is open has their pale tint."""
    if shown is None or shown.named is None:
        return (view.style.paint.unit,)
    fill = view.palette.fill(shown.authorisations)
    if fill is None:
        return (view.style.paint.context_fill,)
    return (fill.tinted(view.style.paint.unit) if has_open_level(shown) else fill).colours


def _line(path: str, colour: str, width: float, **style: Attribute) -> Markup:
    return shape("path", d=path, fill="none", stroke=colour, stroke_width=width, **style) if path else Markup()


def _outlines(view: StyledView, paths: Mapping[str, Shape]) -> Iterator[Markup]:
    """Yield the lines that mean something: around what is selected, what only contains, and what is of unstated level."""
    paint, px = view.style.paint, view.style.px
    selected = paths.get(selected_unit(view))
    if selected:
        yield _line(selected.outline, paint.focus, px(4.4), classes="selected")
        yield _line(selected.outline, paint.unit, px(2))
    for code, shown in view.context.selection.units.items():
        if shown.named is None:
            yield _line(paths[code].outline, view.colour(shown.authorisations), px(1.1))
        elif has_open_level(shown):
            dash = " ".join(f"{px(length):g}" for length in DASHES)
            yield _line(paths[code].outline, paint.text, px(DASH_WIDTH), stroke_dasharray=dash)


def selected_unit(view: StyledView) -> str:
    """Return the code of the unit that is selected, by itself or as the place that stands for it; empty for none."""
    key = view.context.state.place
    place = view.context.evidence.places.get(key)
    if place:
        return place.unit if place.is_area else ""
    return key
