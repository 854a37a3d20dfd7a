"""The atlas as values: units, countries, lakes, gazetteer entries.

Coordinates are degrees, WGS 84 (EPSG:4326). A point is always longitude first, then latitude, as in GeoJSON; fields
that hold one number are called ``longitude`` and ``latitude`` in full.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Point = tuple[float, float]
"""Longitude, latitude in degrees."""

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees, as a GeoJSON ``bbox``."""

UnitKind = Literal["department", "constitutional province"]
Level = Literal["unit", "province", "place"]
"""Level of a gazetteer entry: first-level unit, province, or populated place."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A first-level administrative unit of Peru.

    Attributes
    ----------
    code
        ISO 3166-2 code, ``PE-LOR``.
    name
        Official Spanish name, with accents.
    kind
        ``department`` or ``constitutional province`` (Callao).
    ubigeo
        2-digit code of the statistics office INEI, ``16``.
    label
        Point farthest from the unit's border (longitude, latitude), for its name on a map.
    bounds
        Bounding box of the drawn unit (west, south, east, north).
    area_km2
        Area on the WGS 84 ellipsoid before simplification, in square kilometres.
    neighbours
        ISO codes of the units that it has a border with, sorted.
    """

    code: str
    name: str
    kind: UnitKind
    ubigeo: str
    label: Point
    bounds: Bounds
    area_km2: int
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A country on the base map, cut to the atlas window.

    Attributes
    ----------
    iso
        ISO 3166-1 alpha-3 code, ``ECU``.
    name_en, name_es
        Short name in English and Spanish.
    label
        Point for its name within the window (longitude, latitude).
    bounds
        Bounding box within the window (west, south, east, north).
    """

    iso: str
    name_en: str
    name_es: str
    label: Point
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Lake:
    """A lake drawn over the units.

    Attributes
    ----------
    lake_id
        Short identifier, ``titicaca``.
    name_en, name_es
        Name in English and Spanish.
    label
        Point on the water for its name (longitude, latitude).
    bounds
        Bounding box (west, south, east, north).
    """

    lake_id: str
    name_en: str
    name_es: str
    label: Point
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A unit, province or populated place: one row of ``gazetteer.csv``.

    Attributes
    ----------
    name
        Name as the source writes it.
    alternate_names
        Other spellings and languages (column ``alternate_names``, split at ``|``).
    level
        Unit, province or place.
    unit
        ISO code of the first-level unit it lies in (for a unit, its own code).
    province
        Name of the province it lies in (for a province, its own name); ``None`` for a unit.
    longitude, latitude
        Degrees; a label point for a unit or province; ``None`` where the source gives no point.
    population
        Inhabitants according to the source; ``None`` where it states none.
    geonames_id
        GeoNames identifier; ``None`` for entries of other sources.
    ubigeo
        INEI code (2 digits for a unit, 4 for a province, 6 for a district, 10 for a populated centre); ``None`` where
        unknown.
    source
        Source of the entry, as the page shows it.
    """

    name: str
    alternate_names: tuple[str, ...]
    level: Level
    unit: str
    province: str | None
    longitude: float | None
    latitude: float | None
    population: int | None
    geonames_id: int | None
    ubigeo: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Layers:
    """The parsed GeoJSON feature collections, which must not be changed.

    Attributes
    ----------
    units
        25 units; feature ``id`` is the ISO 3166-2 code.
    land
        Countries in the window; feature ``id`` is the ISO 3166-1 alpha-3 code. Drawn after the surroundings.
    coast
        Borders and coasts of the land as lines, without the edge of the window, where the land goes on; feature ``id`` is the
        ISO 3166-1 alpha-3 code.
    lakes
        Lakes; feature ``id`` as :attr:`Lake.lake_id`. Drawn last.
    surroundings
        Countries around the window, with fewer details; feature ``id`` is the ISO 3166-1 alpha-3 code. Drawn first: the land
        covers their inner edge.
    """

    units: Mapping[str, Any]
    land: Mapping[str, Any]
    coast: Mapping[str, Any]
    lakes: Mapping[str, Any]
    surroundings: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """Units, base map and credits. An atlas equals only itself, so that caches by atlas also depend on its geometry.

    Attributes
    ----------
    units
        The 25 units, sorted by ISO code.
    countries
        Countries of the base map, sorted by ISO code.
    lakes
        Lakes, sorted by identifier.
    layers
        Their geometry.
    version
        Version of the data package.
    credits
        Attributions that must be shown with every map, in the order of the package's resources.
    credits_es
        The same in Spanish.
    """

    units: tuple[Unit, ...]
    countries: tuple[Country, ...]
    lakes: tuple[Lake, ...]
    layers: Layers = field(repr=False)
    version: str
    credits: tuple[str, ...]
    credits_es: tuple[str, ...]

    def credits_in(self, language: str) -> tuple[str, ...]:
        """Return the attributions in a language (ISO 639-1 code); in English if there are none."""
        return self.credits_es if language == "es" else self.credits

    def unit(self, code: str) -> Unit:
        """Return the unit with an ISO code.

        Raises
        ------
        KeyError
            When there is no such unit.
        """
        for unit in self.units:
            if unit.code == code:
                return unit
        raise KeyError(code)
