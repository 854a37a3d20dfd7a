"""The configuration of the map, the same for every view: extents, places, shapes, colours, words, credits.

The browser fetches it once. The geometry is in files beside it, unchanged from the atlas.
"""

from hashlib import sha256
from typing import Any, Final

from geo.atlas import Atlas
from geo.draw.escape import to_script
from geo.draw.fills import SHADES, THEMES, TINT, make_palette, text_colour
from geo.draw.symbols import SHAPES
from geo.evidence import Evidence, Place
from geo.text import LANGUAGES, Translator, translator
from geo.view.place_symbols import INSET_UNIT, MOST_STRIPES

_INSET_MARGIN: Final = 0.28
"""Degrees around the unit of the inset."""
_SHOWN: Final = 12
"""Letters of a digest."""
_TILES: Final = {
    "address": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    "credit": "© OpenStreetMap contributors",
}


def build_config(evidence: Evidence, atlas: Atlas) -> dict[str, Any]:
    """Return the configuration of the map, of types that JSON has; coordinates are degrees, WGS 84.

    ``bounds`` and ``inset`` are ``[[south, west], [north, east]]``, as Leaflet has them.
    """
    west, south, east, north = _extent(atlas)
    inset = atlas.unit(INSET_UNIT).bounds
    return {
        "bounds": [[south, west], [north, east]],
        "inset": [
            [inset[1] - _INSET_MARGIN, inset[0] - _INSET_MARGIN],
            [inset[3] + _INSET_MARGIN, inset[2] + _INSET_MARGIN],
        ],
        "places": [_located(place, atlas) for place in evidence.places.values() if place.unit or place.is_point],
        "shapes": {role.value: corners for role, corners in SHAPES.items()},
        "tiles": _TILES,
        "words": {language: _interface_words(translator(language)) for language in LANGUAGES},
        "credits": {language: [*atlas.credits_in(language)] for language in LANGUAGES},
        "version": evidence.version,
        "colours": {theme: _colours(evidence, theme) for theme in THEMES},
        "most_stripes": MOST_STRIPES,
        "tint": TINT,
    }


def config_version(evidence: Evidence, atlas: Atlas) -> str:
    """Return a short digest of the configuration: another one has another."""
    return sha256(to_script(build_config(evidence, atlas)).encode()).hexdigest()[:_SHOWN]


def _colours(evidence: Evidence, theme: str) -> dict[str, Any]:
    acts = make_palette(evidence.authorisations, (), theme).colours
    return {
        "acts": {act_id: _with_text(colour) for act_id, colour in acts.items()},
        "shades": [*map(_with_text, SHADES[theme])],
    }


def _with_text(colour: str) -> dict[str, str]:
    return {"fill": colour, "text": text_colour(colour)}


def _extent(atlas: Atlas) -> tuple[float, float, float, float]:
    west, south, east, north = zip(*(unit.bounds for unit in atlas.units), strict=True)
    return min(west), min(south), max(east), max(north)


def _located(place: Place, atlas: Atlas) -> dict[str, Any]:
    """Return id, names and point of a place; the point of a unit without one is the unit's label point."""
    point = (place.longitude, place.latitude)
    if place.longitude is None or place.latitude is None:
        point = atlas.unit(place.unit).label
    return {
        "id": place.place_id,
        "name": {language: translator(language).of(place, "name") for language in LANGUAGES},
        "longitude": point[0],
        "latitude": point[1],
        "unit": not place.is_point,
    }


def _interface_words(words: Translator) -> dict[str, str]:
    return {
        "map": words("Map of Peru: regions and places named in the authorisations"),
        "whole": words("All of Peru"),
        "inset": words("Lima–Callao"),
        "tiles": words("Street map (online)"),
        "noTiles": words("Street map: cannot be reached"),
        "zoomIn": words("Zoom in"),
        "zoomOut": words("Zoom out"),
        "touch": words("Two fingers move the map"),
        "wheel": words("Hold Ctrl or ⌘ and turn the wheel to zoom"),
        "cluster": words.translations.ngettext("{count} place", "{count} places", 2),
        "notNamed": words("Not named by what is shown"),
        "credits": words("Credits"),
        "data": words("Claims: CC BY 4.0, data version"),
    }
