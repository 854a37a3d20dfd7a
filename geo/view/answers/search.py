"""Find a place by what a reader types or picks: a name in any spelling, a unit, or a role."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geo.atlas import Ambiguous, Atlas, GazetteerEntry, Match, Unit, Unknown, fold_name, geocode
from geo.evidence import Evidence, Place, Role
from geo.view.state import View, Viewport, ViewState

ROLE_PREFIX: Final = "role:"
"""What the choice of a role starts with, so that it cannot be taken for a place."""

_UNIT_PIXELS: Final = 420
_LOCALITY_ZOOM: Final = 8.0
_TILE_PIXELS: Final = 256


@dataclass(frozen=True, slots=True)
class Finding:
    """What a query leads to: a new view, or candidates to choose from, or suggestions."""

    state: ViewState | None
    candidates: tuple[str, ...] = ()
    """Names with their units, where the name is ambiguous."""
    suggestions: tuple[str, ...] = ()
    """Names that are spelt alike, where nothing has the name."""
    located: tuple[str, str] | None = None
    """Name and unit of a place that only the gazetteer knows, where the new view shows its unit."""


def find_options(evidence: Evidence, atlas: Atlas) -> tuple[str, ...]:
    """Return what can be picked: ids of places, codes of the units that no place stands for, roles."""
    areas = {place.unit for place in evidence.places.values() if place.is_area}
    units = (unit.code for unit in atlas.units if unit.code not in areas)
    return (*evidence.places, *units, *(f"{ROLE_PREFIX}{role}" for role in Role))


def find(
    query: str,
    state: ViewState,
    evidence: Evidence,
    atlas: Atlas,
    *,
    gazetteer: Sequence[GazetteerEntry],
    labels: Mapping[str, str] | None = None,
) -> Finding:
    """Return what a query leads to.

    Parameters
    ----------
    query
        One of :func:`find_options`, or any text. A place that the evidence names comes before others of its name.
    gazetteer
        For names that the evidence does not have; what they mean is shown by its unit.
    labels
        What the options are called where the reader types, if a typed text may be one of those.
    """
    labels = labels or {}
    query = _labelled(query, labels)
    if query.startswith(ROLE_PREFIX) and query.removeprefix(ROLE_PREFIX) in list(Role):
        return Finding(_with_role(state, Role(query.removeprefix(ROLE_PREFIX))))
    key = _known_key(query, evidence, atlas)
    if key:
        return Finding(_zoomed(state, key, evidence, atlas))
    answer = geocode(query, gazetteer)
    if isinstance(answer, Unknown):
        option = _only_one_with(query, labels)
        if option:
            return find(option, state, evidence, atlas, gazetteer=gazetteer)
        return Finding(None, suggestions=answer.suggestions)
    if isinstance(answer, Ambiguous):
        return _choose_among(answer, state, evidence, atlas)
    found, unit_key = answer.candidate, _unit_key(answer.candidate.unit, evidence)
    return Finding(_zoomed(state, unit_key, evidence, atlas, at=_viewport_of(answer)), located=(found.name, found.unit_name))


def _labelled(query: str, labels: Mapping[str, str]) -> str:
    """Return the option that is called so, or the only one whose name begins so; otherwise the query as it is."""
    if query in labels:
        return query
    folded = fold_name(query)
    exact = [option for option, label in labels.items() if fold_name(label) == folded]
    begins = [option for option, label in labels.items() if folded and fold_name(label).startswith(folded)]
    return exact[0] if exact else begins[0] if len(begins) == 1 else query


def _only_one_with(text: str, labels: Mapping[str, str]) -> str:
    """Return the only option with a text anywhere in its name, as the list of what can be picked shows it; empty otherwise."""
    folded = fold_name(text)
    found = [option for option, label in labels.items() if folded and folded in fold_name(label)]
    return found[0] if len(found) == 1 else ""


def _choose_among(answer: Ambiguous, state: ViewState, evidence: Evidence, atlas: Atlas) -> Finding:
    """Take the one first-level unit that a name can mean, as sources use it, or in which all that it can mean lies.

    Otherwise the choice is left open.
    """
    named = {candidate.unit for candidate in answer.candidates if candidate.level == "unit"}
    units = named or {candidate.unit for candidate in answer.candidates}
    if len(units) == 1:
        first = answer.candidates[0]
        located = None if named else (first.name, first.unit_name)
        return Finding(_zoomed(state, _unit_key(units.pop(), evidence), evidence, atlas), located=located)
    names = (f"{candidate.name} ({candidate.level}, {candidate.unit_name})" for candidate in answer.candidates)
    return Finding(None, candidates=tuple(dict.fromkeys(names)))


def _known_key(query: str, evidence: Evidence, atlas: Atlas) -> str:
    """Return the place or unit with this id or name, in any spelling of the name; empty if there is none."""
    if query in evidence.places or any(unit.code == query for unit in atlas.units):
        return query
    folded = fold_name(query)
    for place in evidence.places.values():
        if folded in (fold_name(place.name), fold_name(place.name_es or place.name)):
            return place.place_id
    return next((unit.code for unit in atlas.units if folded == fold_name(unit.name)), "")


def _unit_key(code: str, evidence: Evidence) -> str:
    return next((key for key, place in evidence.places.items() if place.unit == code and place.is_area), code)


def _with_role(state: ViewState, role: Role) -> ViewState:
    return replace(state, roles=tuple(other for other in Role if other is role or other in state.roles), view=View.MAP)


def _zoomed(state: ViewState, key: str, evidence: Evidence, atlas: Atlas, *, at: Viewport | None = None) -> ViewState:
    place = evidence.places.get(key)
    code = place.unit if place else key
    unit = next((unit for unit in atlas.units if unit.code == code), None)
    viewport = at or _viewport(place, unit)
    return replace(state, place=key, view=View.MAP, at=viewport)


def _viewport(place: Place | None, unit: Unit | None) -> Viewport | None:
    if place and place.precision.value != "level not stated" and place.latitude is not None and place.longitude is not None:
        return Viewport(place.latitude, place.longitude, _LOCALITY_ZOOM)
    if unit is None:
        return None
    west, south, east, north = unit.bounds
    span = max(east - west, north - south)
    zoom = math.log2(_UNIT_PIXELS * 360 / (_TILE_PIXELS * span))
    return Viewport((south + north) / 2, (west + east) / 2, round(min(max(zoom, 4.0), 10.0) * 4) / 4)


def _viewport_of(answer: Match) -> Viewport | None:
    candidate = answer.candidate
    if candidate.latitude is None or candidate.longitude is None:
        return None
    return Viewport(candidate.latitude, candidate.longitude, _LOCALITY_ZOOM)
