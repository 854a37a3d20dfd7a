"""From the evidence and a view to what is shown: claims, places and units.

One rule decides everything. A claim is *shown* when its source is of the chosen basis, its authorisation is switched on and its
window and the chosen days have a day in common; context, which has no authorisation, is shown whatever the days. A place is
shown in a role that is switched on when a shown claim names it in that role, and when at least the chosen number of
independent sources does so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from geo.evidence import Basis, Claim, Evidence, Place, Role, Source
from geo.view.independence import independent_sources
from geo.view.state import BasisFilter, ViewState


class HiddenReason(StrEnum):
    """Why a claim is not shown."""

    BASIS = "basis"
    """Its source is a corroborating page, and only the texts count."""
    SWITCHED_OFF = "switched off"
    """Its authorisation is off."""
    DAYS = "days"
    """Its window lies outside the chosen days."""


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place, and why it is shown."""

    place: Place
    roles: tuple[Role, ...]
    """In the order of :class:`~geo.evidence.Role`."""
    authorisations: tuple[str, ...]
    """Ids of the authorisations under which it is named, in the order of the data; empty for context alone."""
    claims: tuple[Claim, ...]
    """The shown claims that name it in one of these roles."""

    def authorisations_in(self, role: Role) -> tuple[str, ...]:
        """Return the ids of the authorisations under which it is named in one role, in the order of the data."""
        if self.roles == (role,):
            return self.authorisations
        named = {claim.authorisation_id for claim in self.claims if claim.role is role}
        return tuple(key for key in self.authorisations if key in named)


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """A first-level unit that is named by itself or contains a shown locality."""

    code: str
    """ISO 3166-2 code."""
    named: ShownPlace | None
    """The place that stands for the whole unit, if it is shown."""
    contains: tuple[ShownPlace, ...]
    """The shown localities in it."""
    also: tuple[ShownPlace, ...] = ()
    """Further places that stand for the whole unit, as when one act leaves the level of a name open and another does not."""
    authorisations: tuple[str, ...] = ()
    """Ids of the authorisations that name the unit or, where none names it, its localities, in the order of the data."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a view shows of the evidence."""

    claims: tuple[Claim, ...]
    """Every shown claim, also those about no place, in the order of the data."""
    places: Mapping[str, ShownPlace]
    """By place id, in the order of the data."""
    units: Mapping[str, ShownUnit]
    """By ISO 3166-2 code, in the order in which the data first names them."""
    dropped: Mapping[tuple[Role, str], tuple[Place, ...]] = field(default_factory=dict)
    """By role and authorisation id, ``""`` for context: the places that too few independent sources name so."""
    dropped_places: int = 0
    """Number of places that are not shown at all for that reason."""
    dropped_claims: int = 0
    """Number of claims that name a place in a role in which too few independent sources do."""

    def listed(self) -> tuple[Claim, ...]:
        """Return the shown claims without those that name a place in a role in which it is not shown."""
        naming = {claim.claim_id for shown in self.places.values() for claim in shown.claims}
        return tuple(claim for claim in self.claims if claim.role is None or claim.claim_id in naming)

    def sources(self) -> tuple[str, ...]:
        """Return the ids of the sources of the shown claims, in the order of the claims."""
        return tuple(dict.fromkeys(claim.source_id for claim in self.claims))

    def context_sources(self) -> frozenset[str]:
        """Return the ids of those sources whose shown claims are about no authorisation."""
        return frozenset(self.sources()) - {claim.source_id for claim in self.claims if claim.authorisation_id}


def select(evidence: Evidence, state: ViewState) -> Selection:
    """Return what a view shows of the evidence."""
    claims = tuple(select_claims(evidence, state))
    namings = _namings(claims, state)
    groups = independent_sources(evidence.sources)
    robust = {
        key: named for key, named in namings.items() if len({groups[claim.source_id] for claim in named}) >= state.min_sources
    }
    places = _shown_places(evidence, robust.values())
    return Selection(
        claims=claims,
        places=places,
        units=_shown_units(places.values(), evidence),
        dropped=_dropped(evidence, (key for key in namings if key not in robust)),
        dropped_places=len({place_id for place_id, _, _ in namings} - places.keys()),
        dropped_claims=sum(map(len, namings.values())) - sum(map(len, robust.values())),
    )


def select_claims(evidence: Evidence, state: ViewState) -> Iterable[Claim]:
    """Yield the claims that basis, authorisations and days let through, in the order of the data; roles play no part."""
    on = frozenset(state.authorisations)
    chosen = dict(state.ranges)
    sources = {key for key, source in evidence.sources.items() if counts_in(state.basis, source)}
    for claim in evidence.claims.values():
        if claim.source_id not in sources:
            continue
        if not claim.authorisation_id:
            yield claim
        elif claim.authorisation_id in on:
            window = evidence.window_of(claim)
            if window is None or window.overlaps(chosen[claim.authorisation_id]):
                yield claim


def counts_in(basis: BasisFilter, source: Source) -> bool:
    """Return whether a source is of the chosen basis."""
    return basis is BasisFilter.ALL or source.basis is Basis.TEXT


def _namings(claims: Iterable[Claim], state: ViewState) -> dict[tuple[str, Role, str], list[Claim]]:
    """Group the claims that name a place in a role that is on, by place, role and authorisation.

    Sources are counted within such a group: two that name a place under two different acts do not confirm each other.
    """
    roles = frozenset(state.roles)
    namings: dict[tuple[str, Role, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.place_id and claim.role is not None and claim.role in roles:
            namings[claim.place_id, claim.role, claim.authorisation_id].append(claim)
    return namings


def _dropped(evidence: Evidence, missing: Iterable[tuple[str, Role, str]]) -> dict[tuple[Role, str], tuple[Place, ...]]:
    """Group the places of namings that are not shown, by role and authorisation."""
    places: dict[tuple[Role, str], list[Place]] = defaultdict(list)
    for place_id, role, authorisation_id in missing:
        places[role, authorisation_id].append(evidence.places[place_id])
    groups = ((role, key) for role in Role for key in (*evidence.authorisations, ""))
    return {group: tuple(places[group]) for group in groups if group in places}


def _shown_places(evidence: Evidence, namings: Iterable[list[Claim]]) -> dict[str, ShownPlace]:
    by_place: dict[str, list[Claim]] = defaultdict(list)
    for claims in namings:
        by_place[claims[0].place_id].extend(claims)
    return {
        place_id: _shown_place(place, by_place[place_id], evidence)
        for place_id, place in evidence.places.items()
        if place_id in by_place
    }


def order_acts(evidence: Evidence, authorisation_ids: Iterable[str]) -> tuple[str, ...]:
    """Return ids of authorisations, each once, in the order of the data: the one order in which acts are told."""
    wanted = frozenset(authorisation_ids)
    return tuple(key for key in evidence.authorisations if key in wanted)


def _shown_place(place: Place, claims: list[Claim], evidence: Evidence) -> ShownPlace:
    roles = {claim.role for claim in claims}
    return ShownPlace(
        place=place,
        roles=tuple(role for role in Role if role in roles),
        authorisations=order_acts(evidence, (claim.authorisation_id for claim in claims)),
        claims=tuple(claims),
    )


def _shown_units(places: Iterable[ShownPlace], evidence: Evidence) -> dict[str, ShownUnit]:
    by_unit: dict[str, list[ShownPlace]] = defaultdict(list)
    for shown in places:
        if shown.place.unit:
            by_unit[shown.place.unit].append(shown)
    return {code: _shown_unit(code, inside, evidence) for code, inside in by_unit.items()}


def _shown_unit(code: str, inside: list[ShownPlace], evidence: Evidence) -> ShownUnit:
    areas = tuple(shown for shown in inside if shown.place.is_area)
    naming = areas or inside
    return ShownUnit(
        code=code,
        named=areas[0] if areas else None,
        contains=tuple(shown for shown in inside if not shown.place.is_area),
        also=areas[1:],
        authorisations=order_acts(evidence, (key for shown in naming for key in shown.authorisations)),
    )
