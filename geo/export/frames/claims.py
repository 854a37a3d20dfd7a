"""The rows behind a view.

A *claim* is what one source says of one place in one role; a *naming* is all that shown sources say of a place under the same
authorisation, in the same role and for the same days. The map shows namings: they are the rows of the table of places, the
features of GeoJSON and GeoPackage. Who wants to check reads claims: they are the rows of CSV, one per shown claim that names a
place in a shown role, with ``source_id`` for the source of the claim and ``source_ids`` for all those of its naming. So either
table can be filtered by itself, and grouping the claims by act, place, role and days gives the namings. What names no
place in a role is in the table of facts (:mod:`geo.export.frames.facts`); sources and disagreements are those of both.

Rows are ordered by authorisation (context last), place, role and days, as the data orders these.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from geo.evidence import Claim, Place, Role, Window
from geo.export.frames import columns
from geo.export.frames.cells import claim_cells, source_cells
from geo.export.frames.facts import shown_facts
from geo.export.frames.table import Cell, Table
from geo.view import ViewContext, independent_sources
from geo.view.labels import KIND_LABELS, ROLE_LABELS


@dataclass(frozen=True, slots=True)
class Naming:
    """A place as shown sources name it under one authorisation, in one role, for the same days."""

    authorisation_id: str
    place: Place
    role: Role
    window: Window | None
    """None for context without days."""
    claims: tuple[Claim, ...]
    """In the order of the data; at least one."""

    @property
    def own_days(self) -> bool:
        """Whether the claims give the days themselves."""
        return any(claim.window is not None for claim in self.claims)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of the sources, each once, in the order of the ids."""
        return tuple(sorted({claim.source_id for claim in self.claims}))

    @property
    def disagreement_ids(self) -> tuple[str, ...]:
        """Ids of the questions that the claims answer, each once."""
        return tuple(dict.fromkeys(claim.disagreement_id for claim in self.claims if claim.disagreement_id))


def build_namings(context: ViewContext) -> tuple[Naming, ...]:
    """Return the namings that a view shows, in their order."""
    groups: dict[tuple[str, str, Role, Window | None], list[Claim]] = {}
    for shown in context.selection.places.values():
        for claim in shown.claims:
            if claim.role is not None:
                key = (claim.authorisation_id, claim.place_id, claim.role, context.evidence.window_of(claim))
                groups.setdefault(key, []).append(claim)
    places = context.evidence.places
    namings = (Naming(act, places[place], role, window, tuple(claims)) for (act, place, role, window), claims in groups.items())
    return tuple(sorted(namings, key=_rank(context)))


def places_table(context: ViewContext) -> Table:
    """Return a row for every naming."""
    groups = independent_sources(context.evidence.sources)
    rows = []
    for naming in build_namings(context):
        ids = naming.source_ids
        claims = tuple(map(attrgetter("claim_id"), naming.claims))
        counts = (len(ids), len({groups[key] for key in ids}))
        rows.append((*_naming_cells(naming, context), naming.own_days, ids, *counts, claims, naming.disagreement_ids))
    return Table("places", columns.PLACES, tuple(rows))


def claims_table(context: ViewContext) -> Table:
    """Return a row for every shown claim that names a place in a shown role."""
    rows = (
        (*_naming_cells(naming, context), claim.window is not None, naming.source_ids, *claim_cells(claim, context))
        for naming in build_namings(context)
        for claim in naming.claims
    )
    return Table("claims", columns.CLAIMS, tuple(rows))


def sources_table(context: ViewContext) -> Table:
    """Return a row for every source of the tables of claims and facts, in the order of the data."""
    words = context.words
    used = {claim.source_id for claim in _claims(context)}
    rows = (
        (key, *source_cells(source, context), source.derives_from, words.of(source, "stance"), words.of(source, "note"))
        for key, source in context.evidence.sources.items()
        if key in used
    )
    return Table("sources", columns.SOURCES, tuple(rows))


def disagreements_table(context: ViewContext) -> Table:
    """Return a row for every question that a row of the tables of claims and facts names, in the order of the data."""
    words, claims = context.words, tuple(_claims(context))
    rows = []
    for key, record in context.evidence.disagreements.items():
        touching = tuple(claim.claim_id for claim in claims if claim.disagreement_id == key)
        if touching:
            rows.append((key, words.of(record, "question"), words.of(record, "known"), touching))
    return Table("disagreements", columns.DISAGREEMENTS, tuple(rows))


def _claims(context: ViewContext) -> Iterable[Claim]:
    yield from (claim for naming in build_namings(context) for claim in naming.claims)
    yield from shown_facts(context)


def _rank(context: ViewContext) -> Callable[[Naming], tuple[int, int, int, str]]:
    acts = {key: index for index, key in enumerate((*context.evidence.authorisations, ""))}
    places = {key: index for index, key in enumerate(context.evidence.places)}
    roles = {role: index for index, role in enumerate(Role)}

    def rank(naming: Naming) -> tuple[int, int, int, str]:
        """Return what a naming is sorted by: act, place, role, days."""
        days = f"{naming.window.start} {naming.window.end}" if naming.window else ""
        return acts[naming.authorisation_id], places[naming.place.place_id], roles[naming.role], days

    return rank


def _naming_cells(naming: Naming, context: ViewContext) -> tuple[Cell, ...]:
    words, place, window = context.words, naming.place, naming.window
    act = context.evidence.authorisations.get(naming.authorisation_id)
    return (
        words.of(act, "short") if act else "",
        naming.authorisation_id,
        *_place_cells(place, context),
        naming.role.value,
        words(ROLE_LABELS[naming.role]),
        window.start if window else None,
        window.stated_end if window else None,
    )


def _place_cells(place: Place, context: ViewContext) -> tuple[Cell, ...]:
    words = context.words
    return (
        place.place_id,
        words.of(place, "name"),
        words(KIND_LABELS[place.kind]) if place.kind in KIND_LABELS else place.kind,
        place.precision.value,
        place.unit,
        context.atlas.unit(place.unit).name if place.unit else "",
        place.latitude,
        place.longitude,
    )
