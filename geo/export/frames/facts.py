"""The facts behind a view: what shown sources say that is no row of the table of claims, because it names no place in a role.

Votes, personnel, equipment, costs, purposes, assurances, objections, and the context. ``source_ids`` are all shown sources that
give the same value of the same attribute, under the same authorisation, for the same place and days; in words, two sources say
the same only where they were recorded with the same value.

Rows are ordered by authorisation (context last), by topic as on the page, and by attribute and claim as the data orders these.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from geo.evidence import Claim, Topic
from geo.export.frames import columns
from geo.export.frames.cells import claim_cells
from geo.export.frames.table import Cell, Table
from geo.view import FACT_TOPICS, ViewContext, attribute_label, value_text
from geo.view.labels import TOPIC_LABELS
from geo.view.value_text import COUNTED

TOPICS: Final = (*FACT_TOPICS, *(topic for topic in Topic if topic not in FACT_TOPICS))
"""Every topic, those of the page's facts first."""


def is_fact(claim: Claim) -> bool:
    """Whether a claim has no row in the table of claims, however the roles are chosen."""
    return not claim.place_id or claim.role is None


def sort_facts(claims: Iterable[Claim], acts: Iterable[str]) -> list[Claim]:
    """Return claims in the order of the table.

    Parameters
    ----------
    acts
        Ids of the authorisations, in their order.
    """
    given = list(claims)
    act_ranks = {key: rank for rank, key in enumerate((*acts, ""))}
    names = {key: rank for rank, key in enumerate(dict.fromkeys((claim.topic, claim.attribute) for claim in given))}

    def rank(claim: Claim) -> tuple[int, int, int]:
        """Return what a fact is sorted by."""
        return act_ranks[claim.authorisation_id], TOPICS.index(claim.topic), names[claim.topic, claim.attribute]

    return sorted(given, key=rank)


def shown_facts(context: ViewContext) -> list[Claim]:
    """Return the facts that a view shows, in the order of the table; roles and the number of sources play no part."""
    return sort_facts(filter(is_fact, context.selection.claims), context.evidence.authorisations)


def facts_table(context: ViewContext) -> Table:
    """Return a row for every shown claim that names no place in a role."""
    claims = shown_facts(context)
    sources = _sources_by_value(claims)
    rows = ((*_fact_cells(claim, context), sources[_value_of(claim)], *claim_cells(claim, context)) for claim in claims)
    return Table("facts", columns.FACTS, tuple(rows))


def _sources_by_value(claims: Iterable[Claim]) -> Mapping[tuple[object, ...], tuple[str, ...]]:
    found: dict[tuple[object, ...], set[str]] = {}
    for claim in claims:
        found.setdefault(_value_of(claim), set()).add(claim.source_id)
    return {key: tuple(sorted(ids)) for key, ids in found.items()}


def _value_of(claim: Claim) -> tuple[object, ...]:
    what = (claim.authorisation_id, claim.topic, claim.attribute, claim.place_id, claim.window)
    return (*what, claim.value, claim.comparison, claim.unit)


def _fact_cells(claim: Claim, context: ViewContext) -> tuple[Cell, ...]:
    words, evidence = context.words, context.evidence
    act, place = evidence.authorisations.get(claim.authorisation_id), evidence.places.get(claim.place_id)
    window = evidence.window_of(claim)
    return (
        words.of(act, "short") if act else "",
        claim.authorisation_id,
        claim.topic.value,
        words(TOPIC_LABELS[claim.topic]),
        claim.attribute,
        attribute_label(claim.attribute, evidence, words),
        claim.value,
        claim.value_type,
        claim.comparison.value if claim.comparison else "",
        claim.unit,
        float(claim.value) if claim.value_type in COUNTED else None,
        value_text(claim, words),
        claim.place_id,
        words.of(place, "name") if place else "",
        place.unit if place else "",
        window.start if window else None,
        window.stated_end if window else None,
        claim.window is not None,
    )
