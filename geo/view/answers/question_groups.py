"""Which attributes of the claims are one question: those that answer one recorded disagreement, within a topic."""

from collections import Counter
from collections.abc import Iterable

from geo.evidence import Claim, Topic
from geo.view.value_text import COUNTED

AttributeKey = tuple[Topic, str]


def joined_attributes(claims: Iterable[Claim]) -> dict[AttributeKey, AttributeKey]:
    """Return for each attribute the first of those of its topic that it is one question with.

    All claims of the data count, so that the filters do not change what is one question.
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
            first |= {key: kept for key, head in first.items() if head == dropped}
    return first


def main_topics(claims: Iterable[Claim]) -> dict[str, Topic]:
    """Return the topic of most of the claims on each recorded disagreement: the row there has its id."""
    counts: dict[str, Counter[Topic]] = {}
    for claim in claims:
        if claim.disagreement_id:
            counts.setdefault(claim.disagreement_id, Counter())[claim.topic] += 1
    return {disagreement_id: topics.most_common(1)[0][0] for disagreement_id, topics in counts.items()}


def numbered_attributes(claims: Iterable[Claim]) -> frozenset[AttributeKey]:
    """Return the attributes of which some source gives a number."""
    return frozenset((claim.topic, claim.attribute) for claim in claims if claim.value_type in COUNTED)
