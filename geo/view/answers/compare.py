"""The acts and the sources side by side: who names which place in which role, what the acts share, where the lists differ."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from geo.atlas import Unit, fold_name
from geo.evidence import Claim, Disagreement, Evidence, Place, Role, Topic
from geo.view.context import ViewContext
from geo.view.independence import independent_sources
from geo.view.selection import Selection, ShownPlace, ShownUnit

IndependentSources = tuple[tuple[str, ...], ...]
"""Source ids; those that copy one another or rest on a common origin together, as they count once."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A role in which a place is named, and by whom."""

    role: Role
    voices: IndependentSources


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
    """None for places in no single unit."""
    named: PlaceRow | None
    """None where the unit is not named by itself."""
    localities: tuple[PlaceRow, ...]

    def only_contains(self, authorisation_id: str) -> bool:
        """Whether a locality in the unit is named under an authorisation while the unit is not."""
        named = self.named is not None and bool(self.named.cells[authorisation_id])
        return not named and any(row.cells[authorisation_id] for row in self.localities)


@dataclass(frozen=True, slots=True)
class Shared:
    """What is named under exactly these authorisations, no more and no fewer."""

    authorisations: tuple[str, ...]
    """Ids in the order of the data; empty for context alone."""
    units: tuple[Place, ...]
    """Places that stand for a whole unit."""
    localities: tuple[Place, ...]
    """Other places."""
    containing: tuple[Unit, ...]
    """Units of which these authorisations name a locality and not the unit itself."""


@dataclass(frozen=True, slots=True)
class NamedSet:
    """The places that some sources name, all of them the same."""

    voices: IndependentSources
    places: tuple[Place, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources."""
        return tuple(source_id for voice in self.voices for source_id in voice)


@dataclass(frozen=True, slots=True)
class Difference:
    """What one set names and another does not, both ways."""

    first: NamedSet
    second: NamedSet
    only_first: tuple[Place, ...]
    only_second: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class RoleSets:
    """The lists that sources give of the places of one act in one role."""

    role: Role
    common: tuple[Place, ...]
    """Named by every source that names any."""
    sets: tuple[NamedSet, ...]
    """The longest first; sources with the same places are one set."""

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Each two sets compared."""
        return tuple(_difference(first, second) for first, second in combinations(self.sets, 2))


@dataclass(frozen=True, slots=True)
class ActSets:
    """The lists of one act."""

    authorisation_id: str
    roles: tuple[RoleSets, ...]
    silent: tuple[str, ...]
    """Shown sources on this act that name no place that is shown."""
    remarks: tuple[Claim, ...]
    """Claims about the lists as a whole: how long, how open, on what basis."""
    disagreements: tuple[Disagreement, ...]
    """Those that touch a naming or a remark."""

    @property
    def contested(self) -> tuple[Place, ...]:
        """The places that some source leaves out of a list where another has them."""
        found: dict[str, Place] = {}
        for lists in self.roles:
            common = {place.place_id for place in lists.common}
            found |= {place.place_id: place for named in lists.sets for place in named.places if place.place_id not in common}
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class SideBySide:
    """All that the view compares."""

    columns: tuple[str, ...]
    """Ids of the authorisations that are on, and ``""`` last where context names a place."""
    rows: tuple[UnitRows, ...]
    """By the name of the unit; places in no single unit last."""
    shared: tuple[Shared, ...]
    """The combination of most authorisations first, context alone last."""
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
        acts=tuple(_act_sets(key, evidence, selection, groups) for key in acts),
    )


def voices_of(source_ids: Iterable[str], groups: Mapping[str, str]) -> IndependentSources:
    """Put together the sources that count once, in the order in which they come first.

    Parameters
    ----------
    groups
        Id of the first source of its group, by source id.
    """
    voices: dict[str, list[str]] = {}
    for source_id in dict.fromkeys(source_ids):
        voices.setdefault(groups[source_id], []).append(source_id)
    return tuple(map(tuple, voices.values()))


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
        shown.place, {key: _namings([c for c in shown.claims if c.authorisation_id == key], groups) for key in columns}
    )


def _namings(claims: list[Claim], groups: Mapping[str, str]) -> tuple[Naming, ...]:
    found = ((role, [claim.source_id for claim in claims if claim.role is role]) for role in Role)
    return tuple(Naming(role, voices_of(sources, groups)) for role, sources in found if sources)


def _shared(selection: Selection, units: Mapping[str, Unit], acts: tuple[str, ...]) -> tuple[Shared, ...]:
    containing = {code: _containing_acts(unit, acts) for code, unit in selection.units.items()}
    keys = {shown.authorisations for shown in selection.places.values()}
    keys.update(key for key in containing.values() if key is not None)
    ordered = sorted(keys, key=lambda key: (-len(key), [acts.index(item) for item in key]))
    return tuple(
        Shared(
            authorisations=key,
            units=tuple(place for place in _places_under(selection, key) if place.is_area),
            localities=tuple(place for place in _places_under(selection, key) if not place.is_area),
            containing=tuple(units[code] for code, found in containing.items() if found == key),
        )
        for key in ordered
    )


def _containing_acts(unit: ShownUnit, acts: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the authorisations that name a locality in a unit and not the unit; None where there are none to tell of."""
    inside = {key for shown in unit.contains for key in shown.authorisations}
    if unit.named is None:
        return tuple(key for key in acts if key in inside)
    return tuple(key for key in acts if key in inside and key not in unit.authorisations) or None


def _places_under(selection: Selection, acts: tuple[str, ...]) -> Iterable[Place]:
    return (shown.place for shown in selection.places.values() if shown.authorisations == acts)


def _act_sets(key: str, evidence: Evidence, selection: Selection, groups: Mapping[str, str]) -> ActSets:
    namings = [claim for shown in selection.places.values() for claim in shown.claims if claim.authorisation_id == key]
    spoken = [claim for claim in selection.claims if claim.authorisation_id == key]
    remarks = tuple(claim for claim in spoken if claim.topic is Topic.PLACE and not claim.place_id)
    naming_sources = {claim.source_id for claim in namings}
    touching = dict.fromkeys(claim.disagreement_id for claim in (*namings, *remarks) if claim.disagreement_id)
    silent = dict.fromkeys(claim.source_id for claim in spoken if claim.source_id not in naming_sources)
    return ActSets(
        authorisation_id=key,
        roles=tuple(
            _role_sets(role, [claim for claim in namings if claim.role is role], evidence, groups)
            for role in Role
            if any(claim.role is role for claim in namings)
        ),
        silent=tuple(source_id for source_id in evidence.sources if source_id in silent),
        remarks=remarks,
        disagreements=tuple(evidence.disagreements[item] for item in touching),
    )


def _role_sets(role: Role, claims: list[Claim], evidence: Evidence, groups: Mapping[str, str]) -> RoleSets:
    named: dict[str, set[str]] = {key: set() for key in evidence.sources}
    for claim in claims:
        named[claim.source_id].add(claim.place_id)
    by_set: dict[tuple[str, ...], list[str]] = {}
    for source_id, ids in named.items():
        if ids:
            by_set.setdefault(tuple(place_id for place_id in evidence.places if place_id in ids), []).append(source_id)
    sets = [NamedSet(voices_of(sources, groups), tuple(evidence.places[key] for key in ids)) for ids, sources in by_set.items()]
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
    """Return the places that are not among the others; by id, since lists may have thousands."""
    there = {place.place_id for place in others}
    return tuple(place for place in places if place.place_id not in there)
