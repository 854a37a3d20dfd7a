"""The equipment of an authorisation: items by source, as each source counts them."""

from collections.abc import Iterable
from dataclasses import dataclass

from geo.evidence import Claim, Disagreement, Evidence
from geo.text import Translator
from geo.view.answers.attribute_values import GivenValue, disagreements_in, given_values
from geo.view.answers.periods import attribute_label
from geo.view.value_text import COUNTED


@dataclass(frozen=True, slots=True)
class Item:
    """One item of equipment as it is named, and what each source says of it."""

    label: str
    cells: tuple[tuple[GivenValue, ...], ...]
    """For every source of the table its values; empty for not stated."""
    counts: tuple[float, ...]
    """Every number that is given, once, the lowest first; empty where no source counts it. No average is ever taken, and no
    range: nobody gives what lies between two answers."""


@dataclass(frozen=True, slots=True)
class ItemTable:
    """Items by source, each cell the values as given; items are never merged, however alike their names."""

    sources: tuple[str, ...]
    items: tuple[Item, ...]
    disagreements: tuple[Disagreement, ...]


def build_items(claims: Iterable[Claim], evidence: Evidence, words: Translator) -> ItemTable:
    """Return the items that the claims on one authorisation name, in the order of the data."""
    given = tuple(claims)
    speaking = {claim.source_id for claim in given}
    sources = tuple(source_id for source_id in evidence.sources if source_id in speaking)
    by_item: dict[str, list[Claim]] = {}
    for claim in given:
        by_item.setdefault(claim.attribute, []).append(claim)
    items = tuple(
        Item(
            label=attribute_label(attribute, evidence, words),
            cells=tuple(given_values((one for one in found if one.source_id == source_id), words) for source_id in sources),
            counts=_counts(found),
        )
        for attribute, found in by_item.items()
    )
    return ItemTable(sources, items, disagreements_in(given, evidence))


def _counts(claims: Iterable[Claim]) -> tuple[float, ...]:
    return tuple(sorted({float(claim.value) for claim in claims if claim.value_type in COUNTED}))
