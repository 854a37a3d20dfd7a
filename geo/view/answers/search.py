"""Search for a place by its name in any spelling, for a unit, an act or a role."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geo.atlas import Ambiguous, Atlas, GazetteerEntry, Match, Unit, Unknown, fold_name, geocode
from geo.evidence import Evidence, Place, Role
from geo.view.selection import order_acts
from geo.view.state import View, Viewport, ViewState

ROLE_PREFIX: Final = "role:"
"""Prefix of the option of a role, so that it differs from every place id."""
ACT_PREFIX: Final = "act:"
"""Prefix of the option of an act."""

_UNIT_PIXELS: Final = 420
_LOCALITY_ZOOM: Final = 8.0
_TILE_PIXELS: Final = 256


@dataclass(frozen=True, slots=True)
class Finding:
    """Result of a search: a new view, or candidates to choose from, or suggestions."""

    state: ViewState | None
    candidates: tuple[str, ...] = ()
    """Names with their units, if the name is ambiguous."""
    suggestions: tuple[str, ...] = ()
    """Names of similar spelling, if no place has the name."""
    located: tuple[str, str] | None = None
    """Name and unit of a place that only the gazetteer has; the new view shows its unit."""


def find_options(evidence: Evidence, atlas: Atlas) -> tuple[str, ...]:
    """Return the options of the search: place ids, codes of the units that are no place of the evidence, acts, roles."""
    areas = {place.unit for place in evidence.places.values() if place.is_area}
    units = (unit.code for unit in atlas.units if unit.code not in areas)
    acts = (f"{ACT_PREFIX}{act_id}" for act_id in evidence.authorisations)
    return (*evidence.places, *units, *acts, *(f"{ROLE_PREFIX}{role}" for role in Role))


def find(
    query: str,
    state: ViewState,
    evidence: Evidence,
    atlas: Atlas,
    *,
    gazetteer: Sequence[GazetteerEntry],
    labels: Mapping[str, str] | None = None,
) -> Finding:
    """Return the result of a search.

    Parameters
    ----------
    query
        One of :func:`find_options`, the id of an act, or any text. A place of the evidence comes before others of its name.
    gazetteer
        Places to search if the evidence has no such name; the new view then shows the unit of the place.
    labels
        Labels of the options, by option, if the typed text may be a label.
    """
    labels = labels or {}
    query = _option_with_label(query, labels)
    known = _find_known(query, state, evidence, atlas)
    if known:
        return Finding(known)
    answer = geocode(query, gazetteer)
    if isinstance(answer, Unknown):
        option = _only_option_containing(query, labels)
        if option:
            return find(option, state, evidence, atlas, gazetteer=gazetteer)
        return Finding(None, suggestions=answer.suggestions)
    if isinstance(answer, Ambiguous):
        return _choose_among(answer, state, evidence, atlas)
    found, unit_id = answer.candidate, _unit_id(answer.candidate.unit, evidence)
    after = _select_place(state, unit_id, evidence, atlas, at=_viewport_of(answer))
    return Finding(after, located=(found.name, found.unit_name))


def _find_known(query: str, state: ViewState, evidence: Evidence, atlas: Atlas) -> ViewState | None:
    """Return the view that a role, an act or a place of the evidence leads to; None for any other text."""
    role, act_id = query.removeprefix(ROLE_PREFIX), query.removeprefix(ACT_PREFIX)
    if query.startswith(ROLE_PREFIX) and role in list(Role):
        return _with_role(state, Role(role))
    if act_id in evidence.authorisations:
        return _with_act(state, act_id, evidence)
    place_id = _find_place_id(query, evidence, atlas)
    return _select_place(state, place_id, evidence, atlas) if place_id else None


def _option_with_label(query: str, labels: Mapping[str, str]) -> str:
    """Return the option whose label is the query, or the only one whose label begins with it; otherwise the query."""
    if query in labels:
        return query
    folded = fold_name(query)
    exact = [option for option, label in labels.items() if fold_name(label) == folded]
    begins = [option for option, label in labels.items() if folded and fold_name(label).startswith(folded)]
    return exact[0] if exact else begins[0] if len(begins) == 1 else query


def _only_option_containing(text: str, labels: Mapping[str, str]) -> str:
    """Return the only option whose label contains a text; empty if there is none, or more than one."""
    folded = fold_name(text)
    found = [option for option, label in labels.items() if folded and folded in fold_name(label)]
    return found[0] if len(found) == 1 else ""


def _choose_among(answer: Ambiguous, state: ViewState, evidence: Evidence, atlas: Atlas) -> Finding:
    """Return a view of the unit if all candidates are, or lie in, the same first-level unit; otherwise the candidates.

    If a candidate is itself a first-level unit, only such candidates count: sources use a bare name for the unit.
    """
    named = {candidate.unit for candidate in answer.candidates if candidate.level == "unit"}
    units = named or {candidate.unit for candidate in answer.candidates}
    if len(units) == 1:
        first = answer.candidates[0]
        located = None if named else (first.name, first.unit_name)
        return Finding(_select_place(state, _unit_id(units.pop(), evidence), evidence, atlas), located=located)
    names = (f"{candidate.name} ({candidate.level}, {candidate.unit_name})" for candidate in answer.candidates)
    return Finding(None, candidates=tuple(dict.fromkeys(names)))


def _find_place_id(query: str, evidence: Evidence, atlas: Atlas) -> str:
    """Return the id of the place, or the code of the unit, with this id or name in any spelling; empty if there is none."""
    if query in evidence.places or any(unit.code == query for unit in atlas.units):
        return query
    folded = fold_name(query)
    for place in evidence.places.values():
        if folded in (fold_name(place.name), fold_name(place.name_es or place.name)):
            return place.place_id
    return next((unit.code for unit in atlas.units if folded == fold_name(unit.name)), "")


def _unit_id(code: str, evidence: Evidence) -> str:
    """Return the id of the place that is a unit or, if the evidence has none, the code of the unit."""
    return next((place_id for place_id, place in evidence.places.items() if place.unit == code and place.is_area), code)


def _with_role(state: ViewState, role: Role) -> ViewState:
    return replace(state, roles=tuple(other for other in Role if other is role or other in state.roles), view=View.MAP)


def _with_act(state: ViewState, act_id: str, evidence: Evidence) -> ViewState:
    """Return the map with an act switched on, besides those that are, and no place selected."""
    acts = order_acts(evidence, (*state.authorisations, act_id))
    return replace(state, authorisations=acts, place="", view=View.MAP, at=None)


def _select_place(
    state: ViewState, place_id: str, evidence: Evidence, atlas: Atlas, *, at: Viewport | None = None
) -> ViewState:
    """Return the view with a place or unit selected and in the middle of the map."""
    place = evidence.places.get(place_id)
    code = place.unit if place else place_id
    unit = next((unit for unit in atlas.units if unit.code == code), None)
    viewport = at or _viewport(place, unit)
    return replace(state, place=place_id, view=View.MAP, at=viewport)


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
