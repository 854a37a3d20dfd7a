"""Select what a view shows of the evidence: claims, places and units.

A claim is *shown* if its source is of the chosen basis, its authorisation is switched on, and its window has a day in common
with the chosen days. Context, which has no authorisation, is shown for any days. A place is *shown* in a role if the role is
switched on and at least the chosen number of independent sources name the place in it in shown claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from geo.evidence import Basis, Claim, Evidence, Place, Role, Source
from geo.view.independence import independent_sources
from geo.view.state import BasisFilter, ViewState


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A shown place, with the roles, acts and claims that name it."""

    place: Place
    roles: tuple[Role, ...]
    """In the order of :class:`~geo.evidence.Role`."""
    authorisations: tuple[str, ...]
    """Ids of the authorisations that name it, in the order of the data; empty if only the context names it."""
    claims: tuple[Claim, ...]
    """The shown claims that name it in one of these roles."""

    def authorisations_in(self, role: Role) -> tuple[str, ...]:
        """Return the ids of the authorisations that name it in one role, in the order of the data."""
        if self.roles == (role,):
            return self.authorisations
        named = {claim.authorisation_id for claim in self.claims if claim.role is role}
        return tuple(act_id for act_id in self.authorisations if act_id in named)


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """A first-level unit that is named itself or contains a shown locality."""

    code: str
    """ISO 3166-2 code."""
    named: ShownPlace | None
    """The shown place that is the whole unit; None if only localities in it are named."""
    contains: tuple[ShownPlace, ...]
    """The shown localities in it."""
    also_named: tuple[ShownPlace, ...] = ()
    """Further places that are the whole unit, as when one act leaves the level of a name open and another does not."""
    authorisations: tuple[str, ...] = ()
    """Ids of the authorisations that name the unit or, if none does, its localities; in the order of the data."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a view shows of the evidence."""

    claims: tuple[Claim, ...]
    """Every shown claim, including claims about no place, in the order of the data."""
    places: Mapping[str, ShownPlace]
    """By place id, in the order of the data."""
    units: Mapping[str, ShownUnit]
    """By ISO 3166-2 code, in the order in which the data first names them."""
    dropped: Mapping[tuple[Role, str], tuple[Place, ...]] = field(default_factory=dict)
    """By role and authorisation id (``""`` for context): the places that too few independent sources name in that role."""
    dropped_places: int = 0
    """Number of places that are shown in no role because too few independent sources name them."""
    dropped_claims: int = 0
    """Number of claims that name a dropped place in the role in which it is dropped."""

    def listed(self) -> tuple[Claim, ...]:
        """Return the shown claims, except claims that name a place in a role in which the place is not shown."""
        naming = {claim.claim_id for shown in self.places.values() for claim in shown.claims}
        return tuple(claim for claim in self.claims if claim.role is None or claim.claim_id in naming)

    def places_under(self, act_id: str) -> tuple[ShownPlace, ...]:
        """Return the shown places that an act names; for an empty id, those that only the context names."""
        return tuple(place for place in self.places.values() if act_id in (place.authorisations or ("",)))

    def sources(self) -> tuple[str, ...]:
        """Return the ids of the sources of the shown claims, in the order of the claims."""
        return tuple(dict.fromkeys(claim.source_id for claim in self.claims))

    def context_sources(self) -> frozenset[str]:
        """Return the ids of the sources whose shown claims are all context, under no authorisation."""
        return frozenset(self.sources()) - {claim.source_id for claim in self.claims if claim.authorisation_id}


def select(evidence: Evidence, state: ViewState) -> Selection:
    """Return what a view shows of the evidence."""
    claims = tuple(select_claims(evidence, state))
    namings = _namings(claims, state)
    groups = independent_sources(evidence.sources)
    robust = {
        naming: named
        for naming, named in namings.items()
        if len({groups[claim.source_id] for claim in named}) >= state.min_sources
    }
    places = _shown_places(evidence, robust.values())
    return Selection(
        claims=claims,
        places=places,
        units=_shown_units(places.values(), evidence),
        dropped=_dropped(evidence, (naming for naming in namings if naming not in robust)),
        dropped_places=len({place_id for place_id, _, _ in namings} - places.keys()),
        dropped_claims=sum(map(len, namings.values())) - sum(map(len, robust.values())),
    )


def select_act(selection: Selection, authorisation_id: str, evidence: Evidence) -> Selection:
    """Return what a selection shows of one act: the places that it names, and its claims. Context is left out."""
    named = {
        place_id: [claim for claim in shown.claims if claim.authorisation_id == authorisation_id]
        for place_id, shown in selection.places.items()
        if authorisation_id in shown.authorisations
    }
    places = {place_id: _shown_place(evidence.places[place_id], claims, evidence) for place_id, claims in named.items()}
    return Selection(
        claims=tuple(claim for claim in selection.claims if claim.authorisation_id == authorisation_id),
        places=places,
        units=_shown_units(places.values(), evidence),
    )


def select_claims(evidence: Evidence, state: ViewState) -> Iterable[Claim]:
    """Yield the claims that pass the filters for basis, authorisations and days, in the order of the data."""
    on = frozenset(state.authorisations)
    chosen = dict(state.ranges)
    source_ids = {source_id for source_id, source in evidence.sources.items() if matches_basis(state.basis, source)}
    for claim in evidence.claims.values():
        if claim.source_id not in source_ids:
            continue
        if not claim.authorisation_id:
            yield claim
        elif claim.authorisation_id in on:
            window = evidence.window_of(claim)
            if window is None or window.overlaps(chosen[claim.authorisation_id]):
                yield claim


def matches_basis(basis: BasisFilter, source: Source) -> bool:
    """Return whether a source is of the chosen basis."""
    return basis is BasisFilter.ALL or source.basis is Basis.TEXT


def _namings(claims: Iterable[Claim], state: ViewState) -> dict[tuple[str, Role, str], list[Claim]]:
    """Group the claims that name a place in a role that is switched on, by place, role and authorisation.

    Sources are counted within a group: two sources that name a place under two different acts do not confirm each other.
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
    groups = ((role, act_id) for role in Role for act_id in (*evidence.authorisations, ""))
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
    """Return ids of authorisations, each once, in the order of the data: the order of acts everywhere in the project."""
    wanted = frozenset(authorisation_ids)
    return tuple(act_id for act_id in evidence.authorisations if act_id in wanted)


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
        also_named=areas[1:],
        authorisations=order_acts(evidence, (act_id for shown in naming for act_id in shown.authorisations)),
    )
