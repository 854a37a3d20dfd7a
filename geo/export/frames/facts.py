"""The facts of a view: what shown sources say that is no row of the claims, because it names no place in a role.

Votes, personnel, equipment, costs, purposes, assurances, objections, and the context. ``source_ids`` are all shown sources that
give the same value of the same attribute, under the same authorisation, for the same place and days; in words, two sources say
the same only where they were recorded with the same value.

Rows are ordered by authorisation (context last), by topic as on the page, and by attribute and claim as the data orders these.
"""

from collections.abc import Iterable
from typing import Final

from geo.evidence import Claim, Topic
from geo.export.frames import columns
from geo.export.frames.columns import ClaimColumns, ClaimRow
from geo.export.frames.frame import Column, DataFrame, Kind, build_frame
from geo.text import message
from geo.view import FACT_TOPICS, ViewContext, attribute_label, value_text
from geo.view.labels import TOPIC_LABELS
from geo.view.value_text import COUNTED

TOPICS: Final = (*FACT_TOPICS, *(topic for topic in Topic if topic not in FACT_TOPICS))
"""Every topic, those of the page's facts first."""

FACTS: Final[ClaimColumns] = (
    *columns.ACT,
    Column("topic", Kind.TEXT, message("Id of what the claim is about"), lambda row: row.claim.topic.value),
    Column(
        "topic_name",
        Kind.TEXT,
        message("The topic in words"),
        lambda row: row.context.words(TOPIC_LABELS[row.claim.topic]),
    ),
    Column("attribute", Kind.TEXT, message("Id of what is stated on the topic"), lambda row: row.claim.attribute),
    Column(
        "attribute_name",
        Kind.TEXT,
        message("The attribute in words"),
        lambda row: attribute_label(row.claim.attribute, row.context.evidence, row.context.words),
    ),
    Column(
        "value",
        Kind.TEXT,
        message("The bare value, as the data has it; empty where the days are the value"),
        lambda row: row.claim.value,
    ),
    Column(
        "value_type",
        Kind.TEXT,
        message("What the value is: integer, number, date, boolean or text"),
        lambda row: row.claim.value_type,
    ),
    Column(
        "comparison",
        Kind.TEXT,
        message("more than, at least, about or up to; empty for an exact value"),
        lambda row: row.claim.comparison.value if row.claim.comparison else "",
    ),
    Column("value_unit", Kind.TEXT, message("What is counted, such as persons or votes"), lambda row: row.claim.unit),
    Column(
        "number",
        Kind.NUMBER,
        message("The value as a number, where it is one"),
        lambda row: float(row.claim.value) if row.claim.value_type in COUNTED else None,
    ),
    Column(
        "value_text",
        Kind.TEXT,
        message("The value in words, with its comparison and unit"),
        lambda row: value_text(row.claim, row.context.words),
    ),
    *columns.PLACE_NAME,
    columns.UNIT,
    *columns.DAYS,
    columns.SAID_BY,
    *columns.CLAIM,
)


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


def fact_rows(context: ViewContext) -> tuple[ClaimRow, ...]:
    """Return the facts that a view shows, in the order of the table; roles and the number of sources play no part."""
    claims = sort_facts(filter(is_fact, context.selection.claims), context.evidence.authorisations)
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        alike.setdefault(_value_of(claim), []).append(claim)
    return tuple(ClaimRow(context, claim, tuple(alike[_value_of(claim)])) for claim in claims)


def facts_frame(context: ViewContext) -> DataFrame:
    """Return a row for every shown claim that names no place in a role: columns :data:`FACTS`."""
    return build_frame(fact_rows(context), FACTS)


def _value_of(claim: Claim) -> tuple[object, ...]:
    """Return what two facts have in common that say the same."""
    what = (claim.authorisation_id, claim.topic, claim.attribute, claim.place_id, claim.window)
    return (*what, claim.value, claim.comparison, claim.unit)
