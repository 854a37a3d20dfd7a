"""Find a place by its name in the gazetteer: one match, or all candidates; no guess."""

import difflib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.atlas.gazetteer import Gazetteer, GazetteerIndex
from geo.atlas.name_folding import PlaceQuery, fold_name, read_place_query
from geo.atlas.records import GazetteerEntry, Level

LEVEL_ORDER: dict[Level, int] = {"unit": 0, "province": 1, "place": 2}
SAME_PLACE_DEGREES = 0.02
"""Two entries of one name, level and unit nearer than this (about 2 km) are the same place."""

SUGGESTIONS = 5
SUGGESTION_CUTOFF = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit, province or place that has the name.

    Attributes
    ----------
    name
        Name as its source writes it; may differ from the query.
    level
        Unit, province or place.
    unit, unit_name
        ISO code and official name of the first-level unit it lies in.
    province
        Province it lies in; ``None`` for a unit.
    latitude, longitude
        Degrees, WGS 84; a label point for a unit or province; ``None`` where the source gives no point.
    population
        Inhabitants; ``None`` where not stated.
    source
        Source of the coordinates.
    ubigeo
        INEI code; ``None`` where unknown.
    geonames_id
        GeoNames identifier; ``None`` for entries of other sources.
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
    ubigeo: str | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Result of a query with one candidate."""

    query: str
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Result of a query with several candidates: units first, then provinces, then places by population."""

    query: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Result of a query without a candidate.

    Attributes
    ----------
    query
        The name as it was given.
    suggestions
        Names of the gazetteer with a similar spelling, the most similar first.
    elsewhere
        Candidates outside the given area; empty if no area was given.
    """

    query: str
    suggestions: tuple[str, ...]
    elsewhere: tuple[Candidate, ...]


def find_unit(name: str, gazetteer: Sequence[GazetteerEntry]) -> str:
    """Return the ISO code of a unit.

    Parameters
    ----------
    name
        ISO code (``PE-SAM``), 2-digit INEI code (``22``) or name in any spelling (``san martin``, ``Región San Martín``).

    Raises
    ------
    ValueError
        When there is no such unit; the message lists the units.
    """
    index = _index_of(gazetteer)
    code = index.unit_code(name) or index.unit_code(read_place_query(name).name)
    if code is None:
        known = ", ".join(f"{unit_name} ({unit})" for unit, unit_name in index.unit_names.items())
        message = f"no first-level unit of Peru is called {name!r}; the units are {known}"
        raise ValueError(message)
    return code


def geocode(
    name: str, gazetteer: Sequence[GazetteerEntry], *, within: str | None = None, level: Level | None = None
) -> Match | Ambiguous | Unknown:
    """Find a name in the gazetteer, without a network.

    Parameters
    ----------
    name
        Name as people write it: in any case, with or without accents, an alternate spelling (``Cuzco``), with the province or
        unit behind a comma (``Iquitos, Loreto``), with what it is (``Departamento de Loreto``), or a code (``PE-LOR``, ``16``).
    gazetteer
        From :func:`geo.atlas.load_gazetteer`; any other sequence is indexed at every call.
    within
        First-level unit to look in: ISO code, 2-digit INEI code or name in any spelling. A unit lies within itself.
    level
        Level of the candidates: ``unit``, ``province`` or ``place``; None for any.

    Returns
    -------
    Match or Ambiguous or Unknown
        One candidate; several; or none, with similar names and the candidates elsewhere.

    Raises
    ------
    ValueError
        When ``within`` is no unit.

    Notes
    -----
    A name of several levels is ambiguous, even if one level is a whole unit ("Loreto" is also a province): ``level`` or
    ``within`` decide. A text that is a name of the gazetteer as a whole ("Puerto Maldonado") is not taken apart.
    """
    index = _index_of(gazetteer)
    unit = None if within is None else find_unit(within, gazetteer)
    query = _read_query(name, index)
    named = [entry for entry in index.named(query.name) if all(each in (None, entry.level) for each in (level, query.level))]
    inside = _select_distinct(entry for entry in named if unit in (None, entry.unit) and _lies_in(entry, query.within, index))
    candidates = tuple(_to_candidate(entry, index) for entry in inside)
    if len(candidates) == 1:
        return Match(name, candidates[0])
    if candidates:
        return Ambiguous(name, candidates)
    elsewhere = tuple(_to_candidate(entry, index) for entry in _select_distinct(named))
    return Unknown(name, () if elsewhere else _suggest(query.name, index), elsewhere)


def _read_query(text: str, index: GazetteerIndex) -> PlaceQuery:
    """Return the query that a text means. A whole name of the gazetteer is kept; a unit may follow without a comma."""
    if index.named(text):
        return PlaceQuery(text)
    query = read_place_query(text)
    words = query.name.split()
    for count in range(1, len(words)) if not index.named(query.name) else ():
        name, area = " ".join(words[:count]), " ".join(words[count:])
        if index.named(name) and index.unit_code(area):
            return PlaceQuery(name, query.level, (area, *query.within))
    return query


def _index_of(gazetteer: Sequence[GazetteerEntry]) -> GazetteerIndex:
    return gazetteer.index_by_name if isinstance(gazetteer, Gazetteer) else Gazetteer(gazetteer).index_by_name


def _lies_in(entry: GazetteerEntry, areas: Iterable[str], index: GazetteerIndex) -> bool:
    """Return whether an entry lies in all of the areas, which are names of units or provinces."""
    return all(
        entry.unit == index.unit_code(area) or fold_name(entry.province or "") == fold_name(area) or not fold_name(area)
        for area in areas
    )


def _is_same_place(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    if (fold_name(one.name), one.level, one.unit) != (fold_name(other.name), other.level, other.unit):
        return False
    if one.longitude is None or one.latitude is None or other.longitude is None or other.latitude is None:
        return False
    return math.dist((one.longitude, one.latitude), (other.longitude, other.latitude)) < SAME_PLACE_DEGREES


def _select_distinct(entries: Iterable[GazetteerEntry]) -> tuple[GazetteerEntry, ...]:
    """Sort by level and population, and keep one entry, the most populous, of those that are the same place."""
    distinct: list[GazetteerEntry] = []
    for entry in sorted(entries, key=lambda entry: (LEVEL_ORDER[entry.level], -(entry.population or 0))):
        if not any(_is_same_place(entry, kept) for kept in distinct):
            distinct.append(entry)
    return tuple(distinct)


def _to_candidate(entry: GazetteerEntry, index: GazetteerIndex) -> Candidate:
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
        ubigeo=entry.ubigeo,
        geonames_id=entry.geonames_id,
    )


def _suggest(name: str, index: GazetteerIndex) -> tuple[str, ...]:
    alike = difflib.get_close_matches(fold_name(name), index.spellings, n=SUGGESTIONS, cutoff=SUGGESTION_CUTOFF)
    return tuple(index.spellings[spelling] for spelling in alike)
