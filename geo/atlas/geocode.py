"""Turn a place name into coordinates: one match, or every candidate, never a guess."""

import difflib
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from geo.atlas.names import fold_name
from geo.atlas.records import GazetteerEntry, Level

Gazetteer = tuple[GazetteerEntry, ...]

LEVEL_ORDER: dict[Level, int] = {"unit": 0, "province": 1, "place": 2}
SAME_PLACE_DEGREES = 0.02
"""Two entries of one name, level and unit nearer than this (about 2 km) are the same place."""

SUGGESTIONS = 5
SUGGESTION_CUTOFF = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing a name can mean.

    Attributes
    ----------
    name
        Name as its source writes it, which may differ from what was asked.
    level
        What it is.
    unit, unit_name
        ISO code and official name of the first-level unit it lies in.
    province
        Province it lies in; ``None`` for a unit.
    latitude, longitude
        Degrees, WGS 84; a label point for a unit or province; ``None`` where the source gives no point.
    population
        Inhabitants; ``None`` where not stated.
    source
        Who says so.
    """

    name: str
    level: Level
    unit: str
    unit_name: str
    province: str | None
    latitude: float | None
    longitude: float | None
    population: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Match:
    """The name means one thing."""

    query: str
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The name means several things; units first, then provinces, then places by population."""

    query: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """The gazetteer does not have the name, or not where it was asked for.

    Attributes
    ----------
    query
        What was asked.
    suggestions
        Names of the gazetteer that are spelt alike, the likest first.
    elsewhere
        What the name means outside the unit asked for; empty when none was given.
    """

    query: str
    suggestions: tuple[str, ...]
    elsewhere: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """Entries by folded name, and the units by code."""

    entries: dict[str, tuple[GazetteerEntry, ...]]
    spellings: dict[str, str]
    unit_names: dict[str, str]
    unit_codes: dict[str, str]


def _spellings(entry: GazetteerEntry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold_name(name) for name in (entry.name, *entry.alternate_names)))


@lru_cache(maxsize=4)
def _index(gazetteer: Gazetteer) -> _Index:
    """Index a gazetteer once; asking again is then a look-up."""
    entries: dict[str, list[GazetteerEntry]] = {}
    for entry in gazetteer:
        for spelling in _spellings(entry):
            entries.setdefault(spelling, []).append(entry)
    units = [entry for entry in gazetteer if entry.level == "unit"]
    codes = {spelling: unit.unit for unit in units for spelling in _spellings(unit)}
    codes |= {unit.ubigeo: unit.unit for unit in units if unit.ubigeo}
    codes |= {fold_name(unit.unit): unit.unit for unit in units}
    return _Index(
        entries={spelling: tuple(found) for spelling, found in entries.items()},
        spellings={fold_name(entry.name): entry.name for entry in reversed(gazetteer)},
        unit_names={unit.unit: unit.name for unit in units},
        unit_codes=codes,
    )


def find_unit(name: str, gazetteer: Gazetteer) -> str:
    """Give the ISO code of a unit.

    Parameters
    ----------
    name
        ISO code (``PE-SAM``), 2-digit INEI code (``22``) or name in any spelling (``san martin``).

    Raises
    ------
    ValueError
        When there is no such unit; the message lists the units.
    """
    index = _index(gazetteer)
    code = index.unit_codes.get(fold_name(name))
    if code is None:
        known = ", ".join(f"{unit_name} ({unit})" for unit, unit_name in index.unit_names.items())
        message = f"no first-level unit of Peru is called {name!r}; the units are {known}"
        raise ValueError(message)
    return code


def _is_same_place(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    if (fold_name(one.name), one.level, one.unit) != (fold_name(other.name), other.level, other.unit):
        return False
    if one.longitude is None or one.latitude is None or other.longitude is None or other.latitude is None:
        return False
    return math.dist((one.longitude, one.latitude), (other.longitude, other.latitude)) < SAME_PLACE_DEGREES


def select_distinct(entries: Iterable[GazetteerEntry]) -> Gazetteer:
    """Sort by level and population, and keep one entry, the most populous, of those that are the same place."""
    distinct: list[GazetteerEntry] = []
    for entry in sorted(entries, key=lambda entry: (LEVEL_ORDER[entry.level], -(entry.population or 0))):
        if not any(_is_same_place(entry, kept) for kept in distinct):
            distinct.append(entry)
    return tuple(distinct)


def _to_candidate(entry: GazetteerEntry, index: _Index) -> Candidate:
    return Candidate(
        name=entry.name,
        level=entry.level,
        unit=entry.unit,
        unit_name=index.unit_names[entry.unit],
        province=entry.province,
        latitude=entry.latitude,
        longitude=entry.longitude,
        population=entry.population,
        source=entry.source,
    )


def _suggest(name: str, index: _Index) -> tuple[str, ...]:
    alike = difflib.get_close_matches(fold_name(name), index.spellings, n=SUGGESTIONS, cutoff=SUGGESTION_CUTOFF)
    return tuple(index.spellings[spelling] for spelling in alike)


def geocode(
    name: str, gazetteer: Gazetteer, *, within: str | None = None, level: Level | None = None
) -> Match | Ambiguous | Unknown:
    """Look a name up in the gazetteer, without a network.

    Parameters
    ----------
    name
        Name in any case, with or without accents, or an alternate spelling (``Cuzco``).
    gazetteer
        From :func:`geo.atlas.load_gazetteer`.
    within
        First-level unit to look in: ISO code, 2-digit INEI code or name in any spelling. A unit lies within itself.
    level
        Only this level: ``unit``, ``province`` or ``place``.

    Returns
    -------
    Match or Ambiguous or Unknown
        One candidate; several; none, with names that are spelt alike and what the name means elsewhere.

    Raises
    ------
    ValueError
        When ``within`` is no unit.

    Notes
    -----
    A name of several levels is ambiguous even if one is a whole unit ("Loreto" is also a province and a town): say
    which with ``level`` or ``within``.
    """
    index = _index(gazetteer)
    unit = None if within is None else find_unit(within, gazetteer)
    named = [entry for entry in index.entries.get(fold_name(name), ()) if level in (None, entry.level)]
    inside = select_distinct(entry for entry in named if unit in (None, entry.unit))
    candidates = tuple(_to_candidate(entry, index) for entry in inside)
    if len(candidates) == 1:
        return Match(name, candidates[0])
    if candidates:
        return Ambiguous(name, candidates)
    elsewhere = tuple(_to_candidate(entry, index) for entry in select_distinct(named))
    return Unknown(name, () if elsewhere else _suggest(name, index), elsewhere)
