"""The detail of a selected place: which acts name it, its claims by authorisation, and its disagreements."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from geo.atlas import Unit, distance_km
from geo.evidence import Claim, Disagreement, Evidence, Place, Role
from geo.view.answers.compare import IndependentSources, group_sources
from geo.view.context import ViewContext
from geo.view.independence import independent_sources
from geo.view.selection import Selection


@dataclass(frozen=True, slots=True)
class RoleVerdict:
    """A role in which an act names the place, with the sources and claims that say so."""

    role: Role
    source_groups: IndependentSources
    claims: tuple[Claim, ...]
    on_map: bool
    """Whether the map shows the place in this role; the filters for roles and for two sources can hide it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the shown sources say of the place under one act: the roles in which it is named; no role if it is not named."""

    act_id: str
    """Empty for the context, which is under no act."""
    roles: tuple[RoleVerdict, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """The selected place or unit, with what the view shows of it."""

    place: Place | None
    """None if a unit is selected that the data does not name itself."""
    unit: Unit | None
    """The unit that the place is, or lies in; None for a place in no single unit."""
    verdicts: tuple[Verdict, ...]
    """One for each act that is switched on, in the order of the data; then one for the context if it names the place."""
    claims: Mapping[str, tuple[Claim, ...]]
    """Shown claims about the place by authorisation id, in the order of the data; the context, ``""``, is last."""
    contains: tuple[Place, ...]
    """Shown localities in the unit, if a whole unit is selected."""
    disagreements: tuple[Disagreement, ...]
    hidden: int
    """Number of claims about the place that the filters hide."""
    neighbours: tuple[str, ...]
    """Names of the units that border on the unit, if a whole unit is selected."""
    from_capital_km: float | None
    """Great-circle distance from the capital's point to the place's point or, for a unit, to its label point; None if it is
    less than a kilometre or the place has no point."""


CAPITAL: Final = (-77.02824, -12.04318)
"""Longitude and latitude of Lima (GeoNames 3936456)."""


def build_detail(context: ViewContext, *, neighbours: Mapping[str, tuple[str, ...]]) -> Detail | None:
    """Return the detail of the selected place or unit; None if nothing is selected.

    Parameters
    ----------
    neighbours
        By ISO code of a unit: the codes of the units that it borders on.
    """
    evidence, selection, selected_id = context.evidence, context.selection, context.state.place
    place = evidence.places.get(selected_id)
    units = {unit.code: unit for unit in context.atlas.units}
    unit = units.get(place.unit if place else selected_id)
    if place is None and unit is None:
        return None
    is_whole_unit = place is None or place.is_area
    shown = [claim for claim in selection.claims if claim.place_id == selected_id]
    listed = {claim.claim_id for claim in selection.listed()}
    total = sum(claim.place_id == selected_id for claim in evidence.claims.values())
    disagreement_ids = dict.fromkeys(claim.disagreement_id for claim in shown if claim.disagreement_id)
    return Detail(
        place=place,
        unit=unit,
        verdicts=find_verdicts(shown, listed, context),
        claims=_by_authorisation(shown, evidence),
        contains=_localities(selection, unit.code) if is_whole_unit and unit else (),
        disagreements=tuple(evidence.disagreements[disagreement_id] for disagreement_id in disagreement_ids),
        hidden=total - len(shown),
        neighbours=tuple(units[code].name for code in neighbours[unit.code]) if is_whole_unit and unit else (),
        from_capital_km=_from_capital(place, unit),
    )


def find_verdicts(claims: Iterable[Claim], listed: Collection[str], context: ViewContext) -> tuple[Verdict, ...]:
    """Return what the shown claims about one place say of it under each act.

    Parameters
    ----------
    claims
        Those of the place that the view shows.
    listed
        Ids of the claims that the map shows.
    """
    groups = independent_sources(context.evidence.sources)
    naming = [claim for claim in claims if claim.role]
    in_context = [""] if any(not claim.authorisation_id for claim in naming) else []
    return tuple(
        Verdict(act_id, _role_verdicts([claim for claim in naming if claim.authorisation_id == act_id], listed, groups))
        for act_id in (*context.state.authorisations, *in_context)
    )


def _role_verdicts(claims: list[Claim], listed: Collection[str], groups: Mapping[str, str]) -> tuple[RoleVerdict, ...]:
    by_role = {role: tuple(claim for claim in claims if claim.role is role) for role in Role}
    return tuple(
        RoleVerdict(
            role=role,
            source_groups=group_sources((claim.source_id for claim in found), groups),
            claims=found,
            on_map=any(claim.claim_id in listed for claim in found),
        )
        for role, found in by_role.items()
        if found
    )


def _from_capital(place: Place | None, unit: Unit | None) -> float | None:
    if place and place.latitude is not None and place.longitude is not None:
        distance = distance_km(CAPITAL, (place.longitude, place.latitude))
    elif unit:
        distance = distance_km(CAPITAL, unit.label)
    else:
        return None
    return distance if distance >= 1 else None


def _by_authorisation(claims: Iterable[Claim], evidence: Evidence) -> dict[str, tuple[Claim, ...]]:
    claims = tuple(claims)
    act_ids = (*evidence.authorisations, "")
    groups = {act_id: tuple(claim for claim in claims if claim.authorisation_id == act_id) for act_id in act_ids}
    return {act_id: group for act_id, group in groups.items() if group}


def _localities(selection: Selection, unit: str) -> tuple[Place, ...]:
    shown = selection.units.get(unit)
    return tuple(inside.place for inside in shown.contains) if shown else ()
