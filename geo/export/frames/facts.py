"""The facts of a view: the shown claims that name no place in a role.

These are votes, personnel, equipment, costs, purposes, assurances, objections, and the context. ``source_ids`` are all shown
sources that give the same value of the same attribute, under the same authorisation, for the same place and days. Values in
words are the same only if they were recorded with the same text.

Rows are ordered by authorisation (context last), by topic as on the page, then by attribute and claim as in the data.
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
"""Every topic, those with an order on the page first."""

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
    """Return whether a claim is a fact: it names no place in a role, so no choice of roles makes it a row of the claims."""
    return not claim.place_id or claim.role is None


def sort_facts(claims: Iterable[Claim], acts: Iterable[str]) -> list[Claim]:
    """Return claims in the order of the table.

    Parameters
    ----------
    acts
        Ids of the authorisations, in their order.
    """
    unsorted = list(claims)
    act_ranks = {act_id: rank for rank, act_id in enumerate((*acts, ""))}
    attributes = dict.fromkeys((claim.topic, claim.attribute) for claim in unsorted)
    attribute_ranks = {attribute: rank for rank, attribute in enumerate(attributes)}

    def rank(claim: Claim) -> tuple[int, int, int]:
        """Return the ranks of act, topic and attribute."""
        return act_ranks[claim.authorisation_id], TOPICS.index(claim.topic), attribute_ranks[claim.topic, claim.attribute]

    return sorted(unsorted, key=rank)


def fact_rows(context: ViewContext) -> tuple[ClaimRow, ...]:
    """Return the facts of a view, in the order of the table; the filters of roles and number of sources do not apply."""
    claims = sort_facts(filter(is_fact, context.selection.claims), context.evidence.authorisations)
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        alike.setdefault(_value_of(claim), []).append(claim)
    return tuple(ClaimRow(context, claim, tuple(alike[_value_of(claim)])) for claim in claims)


def facts_frame(context: ViewContext) -> DataFrame:
    """Return a frame with a row for every shown claim that names no place in a role; columns :data:`FACTS`."""
    return build_frame(fact_rows(context), FACTS)


def _value_of(claim: Claim) -> tuple[object, ...]:
    """Return the fields that are equal for two facts with the same content."""
    what = (claim.authorisation_id, claim.topic, claim.attribute, claim.place_id, claim.window)
    return (*what, claim.value, claim.comparison, claim.unit)
