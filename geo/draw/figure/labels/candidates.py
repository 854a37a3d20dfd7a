"""Which names a map bears, how they look, and which are told first."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

from geo.atlas import Atlas, Bounds, Country, Unit
from geo.draw.figure.fonts import ITALIC, STRONG, TEXT
from geo.draw.figure.labels.occupied_area import WATER, cover_of
from geo.draw.figure.labels.placement import Look, Name, forms_of
from geo.draw.figure.labels.positions import Spot, area_spots, far_spots, off_others, point_spots
from geo.draw.figure.map.basemap import selected_unit, unit_colours
from geo.draw.figure.map.frame import Frame
from geo.draw.figure.map.symbols import SIGN_RADIUS, dot_box, signs_of
from geo.draw.figure.styled_view import StyledView
from geo.draw.figure.svg import Box, Type
from geo.draw.fills import text_colour
from geo.view import ShownPlace

Spots = Callable[[float, float], Iterable[Spot]]

_OCEAN: Final = ((-80.4, -13.2), (-80.0, -15.0), (-79.0, -16.4), (-81.2, -10.5))
"""Longitudes and latitudes off the coast."""
_HOME: Final = "PER"
_TOO_SMALL: Final = 2.2
"""A name this many times wider than its unit stands beside it."""
_MOST_SPOTS: Final = 60
_MOST_COST: Final = 150.0
_MOST_COST_UNNAMED: Final = 88.0
"""A name that would cost more is rather left out: it would be taken for another area's."""
_ALONE: Final = 0.97


def wanted_names(view: StyledView, frame: Frame) -> Iterator[Name]:
    """Yield the names of a frame: of places, of units that no dot names, of countries and of the sea."""
    dotted = set()
    for shown in view.context.selection.places.values():
        target = dot_box(view, frame, shown)
        if target:
            yield locality_name(view, frame, shown, target)
            dotted.add(shown.place.unit if shown.place.is_area else "")
    for unit in view.context.atlas.units:
        if unit.code not in dotted:
            yield unit_name(view, frame, unit)
    for country in view.context.atlas.countries:
        if country.iso != _HOME:
            yield _country_name(view, frame, country)
    yield _ocean_name(view, frame)


def locality_name(view: StyledView, frame: Frame, shown: ShownPlace, target: Box) -> Name:
    """Return the name of a place, with the signs of its roles, beside its dot."""
    style, paint = view.style, view.style.paint

    def spots(width: float, height: float) -> Iterable[Spot]:
        """Yield the spots beside the dot, then those farther off."""
        yield from point_spots(target, width, height, gap=style.px(2.5))
        yield from far_spots(target, width, height, unit=style.scale)

    rank = 10 if view.context.is_selected(shown.place.place_id) else 7 if shown.place.is_area else 6
    letters = Type(STRONG, style.px(9.6), paint.text)
    forms = ((view.context.words.of(shown.place, "name"),),)
    signs = signs_of(view, shown)
    return Name(forms, rank, letters, spots, _look_on(view, frame, paint.text), signs, style.px(SIGN_RADIUS), paint.unit)


def unit_name(view: StyledView, frame: Frame, unit: Unit) -> Name:
    """Return the name of a unit: on it where it fits, else beside it with a leader."""
    style, paint = view.style, view.style.paint
    shown = view.context.selection.units.get(unit.code)
    letters = Type(STRONG, style.px(9.4), paint.text) if shown else Type(TEXT, style.px(8.7), paint.quiet)
    rank = 10.0 if unit.code == selected_unit(view) else 2.0 if shown is None else 5.0 if shown.named else 4.5
    areas = (shown.named, *shown.also_named) if shown and shown.named else ()
    signs = tuple(sign for area in areas for sign in signs_of(view, area))
    most = _MOST_COST if shown else _MOST_COST_UNNAMED
    spots = _unit_spots(view.context.atlas, frame, unit, scale=style.scale, most=most)
    look = _look_on(view, frame, letters.colour)
    return Name(forms_of(unit.name), rank + unit.area_km2 / 1e7, letters, spots, look, signs, style.px(SIGN_RADIUS), paint.unit)


def _look_on(view: StyledView, frame: Frame, colour: str) -> Callable[[Box], Look]:
    """Return the look of a name on whatever fill it comes to stand on."""

    def look(box: Box) -> Look:
        """Return ink and halo for what lies under a box."""
        cover = cover_of(view.context.atlas, frame)
        shares = cover.shares(box)
        fills: dict[tuple[str, str], float] = {}
        for code, number in cover.numbers.items():
            if number in shares:
                under = _fill_of(view, code, colour)
                fills[under] = fills.get(under, 0.0) + shares[number]
        if WATER in shares:
            under = (colour, view.style.paint.unit)
            fills[under] = fills.get(under, 0.0) + shares[WATER]
        best = max(fills, key=lambda under: fills[under], default=(colour, view.style.paint.unit))
        return Look(*best) if fills.get(best, 0) >= _ALONE else Look(colour, view.style.paint.unit)

    return look


def _fill_of(view: StyledView, code: str, colour: str) -> tuple[str, str]:
    """Return the colours of a name on an area and of its halo; on stripes and tints letters have a halo of paper."""
    paint = view.style.paint
    shown = view.context.selection.units.get(code)
    colours = unit_colours(view, shown)
    if len(colours) > 1 or shown is None or shown.named is None or not shown.authorisations:
        return colour, colours[0] if len(colours) == 1 else paint.unit
    return text_colour(colours[0]), colours[0]


def _unit_spots(atlas: Atlas, frame: Frame, unit: Unit, *, scale: float, most: float) -> Spots:
    def spots(width: float, height: float) -> Iterable[Spot]:
        """Yield the spots of the unit that do not cost too much."""
        found = _cached_unit_spots(atlas, frame, unit.code, width=round(width, 1), height=round(height, 1), scale=scale)
        return (spot for spot in found if spot.cost <= most)

    return spots


@lru_cache(maxsize=1024)
def _cached_unit_spots(atlas: Atlas, frame: Frame, code: str, *, width: float, height: float, scale: float) -> tuple[Spot, ...]:
    unit, cover = atlas.unit(code), cover_of(atlas, frame)
    x, y = frame.place(unit.label)
    bounds = _bounds_on(frame, unit.bounds)
    fits = width <= _TOO_SMALL * bounds.width
    within = area_spots(cover, code, (width, height), bounds=bounds, towards=(x, y)) if fits else []
    side = min(bounds.width / 4, 2.0 * scale)
    far = far_spots(Box(x - side, y - side, x + side, y + side), width, height, unit=scale)
    return (*within[:_MOST_SPOTS], *off_others(far, cover, code))


def _bounds_on(frame: Frame, bounds: Bounds) -> Box:
    """Return the part of a frame in which a rectangle of longitudes and latitudes lies."""
    west, south, east, north = bounds
    corners = [frame.place((x, y)) for x in (west, east) for y in (south, north)]
    xs, ys = zip(*corners, strict=True)
    return Box(max(0.0, min(xs)), max(0.0, min(ys)), min(frame.width, max(xs)), min(frame.height, max(ys)))


def _country_name(view: StyledView, frame: Frame, country: Country) -> Name:
    style, paint = view.style, view.style.paint
    letters = Type(TEXT, style.px(8.7), paint.quiet, spacing=style.px(1.1))

    def spots(width: float, height: float) -> Iterable[Spot]:
        """Return the spots on the land of the country."""
        return _country_spots(view.context.atlas, frame, country, (round(width, 1), round(height, 1)))

    return Name(
        ((view.context.words.of(country, "name").upper(),),), 1, letters, spots, lambda _: Look(letters.colour, paint.land)
    )


@lru_cache(maxsize=256)
def _country_spots(atlas: Atlas, frame: Frame, country: Country, size: tuple[float, float]) -> tuple[Spot, ...]:
    cover = cover_of(atlas, frame)
    bounds = _bounds_on(frame, country.bounds)
    found = area_spots(cover, country.iso, size, bounds=bounds, towards=frame.place(country.label))
    return tuple(spot for spot in found if cover.shares(spot.box) == {cover.numbers[country.iso]: 1.0})


def _ocean_name(view: StyledView, frame: Frame) -> Name:
    style, paint = view.style, view.style.paint
    letters = Type(ITALIC, style.px(9.6), paint.water_text, spacing=style.px(0.4))

    def spots(width: float, height: float) -> Iterable[Spot]:
        """Return the spots that lie on water alone."""
        cover = cover_of(view.context.atlas, frame)
        centres = enumerate(frame.place(point) for point in _OCEAN)
        found = (Spot(Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2), cost) for cost, (x, y) in centres)
        return (spot for spot in found if cover.shares(spot.box) == {WATER: 1.0})

    return Name(forms_of(view.context.words("Pacific Ocean")), 0.5, letters, spots, lambda _: Look(letters.colour, ""))
