"""Which names a map bears, how they look, and which are told first."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

from geo.atlas import Atlas, Country, Unit
from geo.draw.colour import mix
from geo.draw.figure.faces import ITALIC, STRONG, TEXT
from geo.draw.figure.frame import Frame, land_rings, unit_rings
from geo.draw.figure.glyphs import glyph_box
from geo.draw.figure.ground import CONTEXT_SHARE, selected_unit
from geo.draw.figure.labels import Look, Name, forms_of
from geo.draw.figure.scene import Scene
from geo.draw.figure.sheet import Box, Type
from geo.draw.figure.spots import Spot, area_spots, far_spots, point_spots
from geo.view import ShownPlace, ShownUnit

_OCEAN: Final = ((-80.4, -13.2), (-80.0, -15.0), (-79.0, -16.4), (-81.2, -10.5))
"""Longitudes and latitudes off the coast."""
_HOME: Final = "PER"
_TOO_SMALL: Final = 2.2
"""A name this many times wider than its unit stands beside it."""


def wanted_names(scene: Scene, frame: Frame, *, apart: frozenset[str]) -> Iterator[Name]:
    """Yield the names of a frame.

    Parameters
    ----------
    apart
        Ids of places and codes of units whose names stand in the inset.
    """
    pointed = set()
    for shown in scene.selection.places.values():
        if shown.place.is_point and shown.place.place_id not in apart:
            target = glyph_box(scene, frame, shown)
            if target:
                yield locality_name(scene, shown, target)
                pointed.add(shown.place.unit if shown.place.is_area else "")
    for unit in scene.atlas.units:
        if unit.code not in apart and unit.code not in pointed:
            yield unit_name(scene, frame, unit)
    for country in scene.atlas.countries:
        if country.iso != _HOME:
            yield _country_name(scene, frame, country)
    yield _ocean_name(scene, frame)


def locality_name(scene: Scene, shown: ShownPlace, target: Box) -> Name:
    """Return the name of a place beside its shapes."""
    style, paint = scene.style, scene.style.paint
    text = scene.words.of(shown.place, "name")

    def spots(width: float, height: float) -> Iterable[Spot]:
        yield from point_spots(target, width, height, gap=style.px(2.5))
        yield from far_spots(target, width, height, unit=style.scale)

    look = Look(Type(STRONG, style.px(9.6), paint.text), paint.unit)
    rank = 10 if scene.is_selected(shown.place.place_id) else 6
    return Name(((text,),), rank, look, spots, leader=paint.text)


def unit_name(scene: Scene, frame: Frame, unit: Unit) -> Name:
    """Return the name of a unit: on it where it fits, else beside it with a leader."""
    style, paint = scene.style, scene.style.paint
    shown = scene.selection.units.get(unit.code)
    face, size = (STRONG, style.px(9.4)) if shown else (TEXT, style.px(8.7))
    plain = Look(Type(face, size, paint.text if shown else paint.quiet), paint.unit)
    selected = unit.code == selected_unit(scene)
    rank = 10.0 if selected else 2.0 if shown is None else 5.0 if shown.named else 4.5
    return Name(
        forms_of(unit.name),
        rank + unit.area_km2 / 1e7,
        plain,
        _unit_spots(scene.atlas, frame, unit, style.scale),
        look_inside=_look_inside(scene, shown, plain),
        leader=paint.text if shown else paint.unit_line,
    )


def _look_inside(scene: Scene, shown: ShownUnit | None, plain: Look) -> Look:
    paint = scene.style.paint
    if shown is None or shown.named is None:
        return plain
    ink = scene.ink(shown.authorisations)
    if ink is None:
        return Look(plain.type, mix(paint.unit, paint.context, CONTEXT_SHARE))
    return Look(Type(plain.type.face, plain.type.size, ink.text), ink.fill)


def _unit_spots(atlas: Atlas, frame: Frame, unit: Unit, scale: float) -> Callable[[float, float], Iterable[Spot]]:
    def spots(width: float, height: float) -> Iterable[Spot]:
        return _cached_unit_spots(atlas, frame, unit.code, round(width, 1), round(height, 1), scale)

    return spots


@lru_cache(maxsize=1024)
def _cached_unit_spots(atlas: Atlas, frame: Frame, code: str, width: float, height: float, scale: float) -> tuple[Spot, ...]:
    rings = unit_rings(atlas, frame)[code]
    x, y = frame.place(atlas.unit(code).label)
    largest = max(rings, key=len)
    narrow = float(largest[:, 0].max() - largest[:, 0].min())
    within = () if width > _TOO_SMALL * narrow else area_spots(rings, width, height, towards=(x, y), sheet=frame.box)
    side = min(narrow / 3, 2.0 * scale)
    return (*within[:60], *far_spots(Box(x - side, y - side, x + side, y + side), width, height, unit=scale))


def _country_name(scene: Scene, frame: Frame, country: Country) -> Name:
    style = scene.style
    letters = Type(TEXT, style.px(8.7), style.paint.quiet, spacing=style.px(1.1))
    text = scene.words.of(country, "name").upper()

    def spots(width: float, height: float) -> Iterable[Spot]:
        return _country_spots(scene.atlas, frame, country, round(width, 1), round(height, 1))

    return Name(((text,),), 1, Look(letters, ""), spots)


@lru_cache(maxsize=256)
def _country_spots(atlas: Atlas, frame: Frame, country: Country, width: float, height: float) -> tuple[Spot, ...]:
    found = area_spots(
        land_rings(atlas, frame)[country.iso], width, height, towards=frame.place(country.label), sheet=frame.box
    )
    return tuple(spot for spot in found if spot.inside)


def _ocean_name(scene: Scene, frame: Frame) -> Name:
    style = scene.style
    letters = Type(ITALIC, style.px(9.6), style.paint.water_text, spacing=style.px(0.4))
    text = scene.words("Pacific Ocean")

    def spots(width: float, height: float) -> Iterable[Spot]:
        return _ocean_spots(scene.atlas, frame, round(width, 1), round(height, 1))

    return Name(forms_of(text), 0.5, Look(letters, ""), spots)


@lru_cache(maxsize=64)
def _ocean_spots(atlas: Atlas, frame: Frame, width: float, height: float) -> tuple[Spot, ...]:
    from geo.draw.figure.spots import contains  # noqa: PLC0415

    spots = []
    for cost, point in enumerate(_OCEAN):
        x, y = frame.place(point)
        spots.append(Spot(Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2), float(cost), inside=False))
    import numpy as np  # noqa: PLC0415 - slow to import

    rings = [ring for rings in land_rings(atlas, frame).values() for ring in rings]
    return tuple(
        spot
        for spot in spots
        if not contains(
            rings,
            np.asarray([(x, y) for x in (spot.box.left, spot.box.right) for y in (spot.box.top, spot.box.bottom)]),
        ).any()
    )
