"""Group attributes of claims into questions: attributes of one topic that answer one recorded disagreement are one question."""

from collections import Counter
from collections.abc import Iterable

from geo.evidence import Claim, Topic
from geo.view.value_text import COUNTED

AttributeKey = tuple[Topic, str]


def joined_attributes(claims: Iterable[Claim]) -> dict[AttributeKey, AttributeKey]:
    """Return, for each attribute, the first attribute of its question; both have the same topic.

    Takes all claims of the data, so that the filters do not change the grouping.
    """
    first: dict[AttributeKey, AttributeKey] = {}
    of_disagreement: dict[tuple[Topic, str], AttributeKey] = {}
    for claim in claims:
        own = (claim.topic, claim.attribute)
        first.setdefault(own, own)
        if not claim.disagreement_id:
            continue
        other = of_disagreement.setdefault((claim.topic, claim.disagreement_id), own)
        if first[other] != first[own]:
            kept, dropped = first[other], first[own]
            first |= {attribute: kept for attribute, head in first.items() if head == dropped}
    return first


def main_topics(claims: Iterable[Claim]) -> dict[str, Topic]:
    """Return, by disagreement id, the topic of most of its claims: the row of that topic has the id of the disagreement."""
    counts: dict[str, Counter[Topic]] = {}
    for claim in claims:
        if claim.disagreement_id:
            counts.setdefault(claim.disagreement_id, Counter())[claim.topic] += 1
    return {disagreement_id: topics.most_common(1)[0][0] for disagreement_id, topics in counts.items()}


def numbered_attributes(claims: Iterable[Claim]) -> frozenset[AttributeKey]:
    """Return the attributes for which at least one source gives a number."""
    return frozenset((claim.topic, claim.attribute) for claim in claims if claim.value_type in COUNTED)
