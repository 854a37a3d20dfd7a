"""Compare the acts and the sources: who names which place in which role, what the acts share, where the lists differ."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from geo.atlas import Unit, fold_name
from geo.evidence import Claim, Disagreement, Evidence, Place, Role, Topic
from geo.view.context import ViewContext
from geo.view.independence import independent_sources
from geo.view.selection import Selection, ShownPlace, ShownUnit

IndependentSources = tuple[tuple[str, ...], ...]
"""Groups of source ids. The sources of a group copy one another or rest on a common origin, so that the group counts once."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A role in which a place is named, with the sources that name it so."""

    role: Role
    source_groups: IndependentSources


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place across the authorisations."""

    place: Place
    cells: Mapping[str, tuple[Naming, ...]]
    """By authorisation id, context under ``""``; empty where nobody names the place. Roles in the order of ``Role``."""


@dataclass(frozen=True, slots=True)
class UnitRows:
    """A first-level unit with the localities named in it."""

    unit: Unit | None
    """None for places that lie in no single unit."""
    named: PlaceRow | None
    """None where the unit is not named by itself."""
    localities: tuple[PlaceRow, ...]

    def only_contains(self, authorisation_id: str) -> bool:
        """Whether a locality in the unit is named under an authorisation while the unit is not."""
        named = self.named is not None and bool(self.named.cells[authorisation_id])
        return not named and any(row.cells[authorisation_id] for row in self.localities)


@dataclass(frozen=True, slots=True)
class Shared:
    """The places that are named under all of these authorisations and under no other."""

    authorisations: tuple[str, ...]
    """Ids in the order of the data; empty for context alone."""
    units: tuple[Place, ...]
    """Named places that are a whole unit."""
    localities: tuple[Place, ...]
    """The other named places."""
    containing: tuple[Unit, ...]
    """Units that these authorisations do not name themselves, while they name a locality in them."""


@dataclass(frozen=True, slots=True)
class NamedSet:
    """A set of places, with the sources that name exactly this set."""

    source_groups: IndependentSources
    places: tuple[Place, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources."""
        return tuple(source_id for group in self.source_groups for source_id in group)


@dataclass(frozen=True, slots=True)
class Difference:
    """The places that are in only one of two sets, for each of the two."""

    first: NamedSet
    second: NamedSet
    only_first: tuple[Place, ...]
    only_second: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class RoleSets:
    """The places that each source lists for one act in one role."""

    role: Role
    common: tuple[Place, ...]
    """Named by every source that names a place in this role."""
    sets: tuple[NamedSet, ...]
    """The longest first; sources with the same places are one set."""

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The difference of every pair of sets."""
        return tuple(_difference(first, second) for first, second in combinations(self.sets, 2))


@dataclass(frozen=True, slots=True)
class ActSets:
    """The lists of one act."""

    authorisation_id: str
    roles: tuple[RoleSets, ...]
    sources_without_places: tuple[str, ...]
    """Ids of the shown sources on this act that name none of the shown places."""
    remarks: tuple[Claim, ...]
    """Claims about the lists as a whole: how long, how open, on what basis."""
    disagreements: tuple[Disagreement, ...]
    """Those that one of the claims above takes part in."""

    @property
    def contested(self) -> tuple[Place, ...]:
        """The places that one source lists in a role and another source does not."""
        found: dict[str, Place] = {}
        for lists in self.roles:
            common = {place.place_id for place in lists.common}
            found |= {place.place_id: place for named in lists.sets for place in named.places if place.place_id not in common}
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The whole comparison of a view."""

    columns: tuple[str, ...]
    """Ids of the authorisations that are switched on; then ``""`` if a place is named in the context."""
    rows: tuple[UnitRows, ...]
    """By the name of the unit; places in no single unit last."""
    shared: tuple[Shared, ...]
    """Sorted by number of authorisations, the largest first; context alone is last."""
    acts: tuple[ActSets, ...]


def build_comparison(context: ViewContext) -> SideBySide:
    """Compare what a view shows."""
    evidence, selection, acts = context.evidence, context.selection, context.state.authorisations
    places = selection.places.values()
    names_in_context = any(not claim.authorisation_id for shown in places for claim in shown.claims)
    columns = (*acts, "") if names_in_context else acts
    groups = independent_sources(evidence.sources)
    units = {unit.code: unit for unit in context.atlas.units}
    return SideBySide(
        columns=columns,
        rows=_rows(selection, units, lambda shown: _row(shown, columns, groups)),
        shared=_shared(selection, units, acts),
        acts=tuple(_act_sets(act_id, evidence, selection, groups) for act_id in acts),
    )


def group_sources(source_ids: Iterable[str], groups: Mapping[str, str]) -> IndependentSources:
    """Group the sources that count once. Groups and their sources keep the order of ``source_ids``.

    Parameters
    ----------
    groups
        By source id: the id of the first source of its group.
    """
    grouped: dict[str, list[str]] = {}
    for source_id in dict.fromkeys(source_ids):
        grouped.setdefault(groups[source_id], []).append(source_id)
    return tuple(map(tuple, grouped.values()))


def _rows(selection: Selection, units: Mapping[str, Unit], row: Callable[[ShownPlace], PlaceRow]) -> tuple[UnitRows, ...]:
    found = [
        UnitRows(units[code], row(shown.named) if shown.named else None, tuple(map(row, shown.contains)))
        for code, shown in selection.units.items()
    ]
    found.sort(key=lambda rows: fold_name(rows.unit.name) if rows.unit else "")
    outside = tuple(row(shown) for shown in selection.places.values() if not shown.place.unit)
    return (*found, UnitRows(None, None, outside)) if outside else tuple(found)


def _row(shown: ShownPlace, columns: Iterable[str], groups: Mapping[str, str]) -> PlaceRow:
    return PlaceRow(
        shown.place,
        {act_id: _namings([claim for claim in shown.claims if claim.authorisation_id == act_id], groups) for act_id in columns},
    )


def _namings(claims: list[Claim], groups: Mapping[str, str]) -> tuple[Naming, ...]:
    found = ((role, [claim.source_id for claim in claims if claim.role is role]) for role in Role)
    return tuple(Naming(role, group_sources(sources, groups)) for role, sources in found if sources)


def _shared(selection: Selection, units: Mapping[str, Unit], acts: tuple[str, ...]) -> tuple[Shared, ...]:
    containing = {code: _containing_acts(unit, acts) for code, unit in selection.units.items()}
    combinations_of_acts = {shown.authorisations for shown in selection.places.values()}
    combinations_of_acts.update(act_ids for act_ids in containing.values() if act_ids is not None)
    ordered = sorted(combinations_of_acts, key=lambda act_ids: (-len(act_ids), [acts.index(act_id) for act_id in act_ids]))
    return tuple(
        Shared(
            authorisations=act_ids,
            units=tuple(place for place in _places_under(selection, act_ids) if place.is_area),
            localities=tuple(place for place in _places_under(selection, act_ids) if not place.is_area),
            containing=tuple(units[code] for code, found in containing.items() if found == act_ids),
        )
        for act_ids in ordered
    )


def _containing_acts(unit: ShownUnit, acts: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the authorisations that name a locality in a unit but not the unit; None if the unit has no such locality."""
    inside = {act_id for shown in unit.contains for act_id in shown.authorisations}
    if unit.named is None:
        return tuple(act_id for act_id in acts if act_id in inside)
    return tuple(act_id for act_id in acts if act_id in inside and act_id not in unit.authorisations) or None


def _places_under(selection: Selection, acts: tuple[str, ...]) -> Iterable[Place]:
    return (shown.place for shown in selection.places.values() if shown.authorisations == acts)


def _act_sets(act_id: str, evidence: Evidence, selection: Selection, groups: Mapping[str, str]) -> ActSets:
    namings = [claim for shown in selection.places.values() for claim in shown.claims if claim.authorisation_id == act_id]
    own = [claim for claim in selection.claims if claim.authorisation_id == act_id]
    remarks = tuple(claim for claim in own if claim.topic is Topic.PLACE and not claim.place_id)
    naming_sources = {claim.source_id for claim in namings}
    disagreement_ids = dict.fromkeys(claim.disagreement_id for claim in (*namings, *remarks) if claim.disagreement_id)
    without_places = {claim.source_id for claim in own if claim.source_id not in naming_sources}
    return ActSets(
        authorisation_id=act_id,
        roles=tuple(
            _role_sets(role, [claim for claim in namings if claim.role is role], evidence, groups)
            for role in Role
            if any(claim.role is role for claim in namings)
        ),
        sources_without_places=tuple(source_id for source_id in evidence.sources if source_id in without_places),
        remarks=remarks,
        disagreements=tuple(evidence.disagreements[item] for item in disagreement_ids),
    )


def _role_sets(role: Role, claims: list[Claim], evidence: Evidence, groups: Mapping[str, str]) -> RoleSets:
    named: dict[str, set[str]] = {source_id: set() for source_id in evidence.sources}
    for claim in claims:
        named[claim.source_id].add(claim.place_id)
    by_set: dict[tuple[str, ...], list[str]] = {}
    for source_id, ids in named.items():
        if ids:
            by_set.setdefault(tuple(place_id for place_id in evidence.places if place_id in ids), []).append(source_id)
    sets = [
        NamedSet(group_sources(sources, groups), tuple(evidence.places[place_id] for place_id in ids))
        for ids, sources in by_set.items()
    ]
    sets.sort(key=lambda found: -len(found.places))
    everywhere = set.intersection(*(ids for ids in named.values() if ids))
    common = tuple(place for place in sets[0].places if place.place_id in everywhere)
    return RoleSets(role, common, tuple(sets))


def _difference(first: NamedSet, second: NamedSet) -> Difference:
    return Difference(
        first=first,
        second=second,
        only_first=_missing(first.places, second.places),
        only_second=_missing(second.places, first.places),
    )


def _missing(places: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the places that are not among the others. Ids are compared because lists may have thousands of places."""
    other_ids = {place.place_id for place in others}
    return tuple(place for place in places if place.place_id not in other_ids)
