"""What the sources say of each authorisation, topic by topic: every value as it is given, beside those of other sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from geo.evidence import Claim, Disagreement, Evidence, Topic
from geo.text import Words
from geo.view.compare import Voices, voices_of
from geo.view.independence import independent_sources
from geo.view.periods import attribute_label
from geo.view.selection import Selection
from geo.view.values import COUNTED, value_text

FACT_TOPICS: Final = (
    Topic.VOTE,
    Topic.APPROVAL,
    Topic.NUMBER,
    Topic.WINDOW,
    Topic.PERSONNEL,
    Topic.EQUIPMENT,
    Topic.COST,
    Topic.PURPOSE,
    Topic.LEGAL,
    Topic.ASSURANCE,
    Topic.OBJECTION,
)
"""The topics of this view, in its order."""

_VOTES: Final = ("for", "against", "abstentions")


@dataclass(frozen=True, slots=True)
class GivenValue:
    """One value as it is given, with all the claims that give it."""

    text: str
    """In words, with its comparison and its unit."""
    counted: bool
    """Whether it is a number or days."""
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """The values that the very same sources give."""

    voices: Voices
    values: tuple[GivenValue, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One attribute, and what each source says of it."""

    attribute: str
    label: str
    answers: tuple[Given, ...]
    """In the order of the data."""
    sources: int
    independent: int
    """Number of sources when those that copy one another count once."""
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class VoteResult:
    """One result of a vote, with all the claims that give it; None is what they do not state."""

    in_favour: int | None
    against: int | None
    abstentions: int | None
    voices: Voices
    claims: tuple[Claim, ...]

    @property
    def counted(self) -> int:
        """The votes that are stated, taken together."""
        return sum(votes for votes in (self.in_favour, self.against, self.abstentions) if votes is not None)

    @property
    def even(self) -> float | None:
        """Half of the votes for and against, past which more are for than against; None where either is not stated."""
        if self.in_favour is None or self.against is None:
            return None
        return (self.in_favour + self.against) / 2


@dataclass(frozen=True, slots=True)
class ItemTable:
    """Items by source, each cell the values as given; items are never merged, however alike their names."""

    sources: tuple[str, ...]
    items: tuple[tuple[str, tuple[tuple[GivenValue, ...], ...]], ...]
    """Label of the item, and for every source its values; empty for not stated."""
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class ActFacts:
    """The facts of one authorisation."""

    authorisation_id: str
    votes: tuple[VoteResult, ...]
    vote_disagreements: tuple[Disagreement, ...]
    topics: Mapping[Topic, tuple[Matter, ...]]
    """Every topic of the view; an empty one is not stated by any shown source. Votes and items are not among the matters."""
    items: ItemTable | None
    """The equipment; None where no shown source speaks of it."""


def build_facts(evidence: Evidence, selection: Selection, acts: Iterable[str], words: Words) -> tuple[ActFacts, ...]:
    """Return the facts of each authorisation that a view shows.

    Parameters
    ----------
    acts
        Ids of the authorisations that are on.
    """
    return tuple(
        _act_facts(key, [claim for claim in selection.claims if claim.authorisation_id == key], evidence, words) for key in acts
    )


def most_votes(facts: Iterable[ActFacts]) -> int:
    """Return the most votes that a result counts: the length of the scale on which all of them are drawn."""
    return max((result.counted for act in facts for result in act.votes), default=0)


def claims_elsewhere(selection: Selection) -> int:
    """Return how many shown claims are not among the facts: those on other topics, and those under no authorisation."""
    return sum(claim.topic not in FACT_TOPICS or not claim.authorisation_id for claim in selection.claims)


def _act_facts(key: str, claims: list[Claim], evidence: Evidence, words: Words) -> ActFacts:
    groups = independent_sources(evidence.sources)
    cast = [claim for claim in claims if _is_count_of_votes(claim)]
    matters = _Matters(evidence, groups, words)
    items = [claim for claim in claims if claim.topic is Topic.EQUIPMENT]
    rest = {
        topic: [claim for claim in claims if claim.topic is topic and claim not in cast and claim not in items]
        for topic in FACT_TOPICS
    }
    return ActFacts(
        authorisation_id=key,
        votes=_vote_results(cast, groups),
        vote_disagreements=_touching(cast, evidence),
        topics={topic: matters.of(found) for topic, found in rest.items()},
        items=_item_table(items, evidence, words) if items else None,
    )


def _is_count_of_votes(claim: Claim) -> bool:
    return (
        claim.topic is Topic.VOTE and claim.attribute in _VOTES and claim.value_type == "integer" and claim.comparison is None
    )


def _vote_results(claims: list[Claim], groups: Mapping[str, str]) -> tuple[VoteResult, ...]:
    """Gather the counts of each source to results, and the sources that give the same result to one."""
    results: dict[tuple[int | None, int | None, int | None], list[Claim]] = {}
    for source_id in dict.fromkeys(claim.source_id for claim in claims):
        own = [claim for claim in claims if claim.source_id == source_id]
        counts = ([claim for claim in own if claim.attribute == name] for name in _VOTES)
        for triple in zip_longest(*counts):
            in_favour, against, abstentions = (int(claim.value) if claim else None for claim in triple)
            results.setdefault((in_favour, against, abstentions), []).extend(claim for claim in triple if claim)
    return tuple(
        VoteResult(*result, voices_of((claim.source_id for claim in found), groups), tuple(found))
        for result, found in results.items()
    )


def _touching(claims: Iterable[Claim], evidence: Evidence) -> tuple[Disagreement, ...]:
    ids = dict.fromkeys(claim.disagreement_id for claim in claims if claim.disagreement_id)
    return tuple(evidence.disagreements[key] for key in ids)


@dataclass(frozen=True, slots=True)
class _Matters:
    """What turns the claims of a topic into matters."""

    evidence: Evidence
    groups: Mapping[str, str]
    words: Words

    def of(self, claims: list[Claim]) -> tuple[Matter, ...]:
        """Return a matter for each attribute, in the order in which the data first has them."""
        names = dict.fromkeys(claim.attribute for claim in claims)
        return tuple(self._matter(name, [claim for claim in claims if claim.attribute == name]) for name in names)

    def _matter(self, attribute: str, claims: list[Claim]) -> Matter:
        sources = {claim.source_id for claim in claims}
        return Matter(
            attribute=attribute,
            label=attribute_label(attribute, self.evidence, self.words),
            answers=self._answers(claims),
            sources=len(sources),
            independent=len({self.groups[source_id] for source_id in sources}),
            disagreements=_touching(claims, self.evidence),
        )

    def _answers(self, claims: list[Claim]) -> tuple[Given, ...]:
        """Put together the values that the very same sources give."""
        answers: dict[tuple[str, ...], list[GivenValue]] = {}
        for value in _values(claims, self.words):
            giving = {claim.source_id for claim in value.claims}
            answers.setdefault(tuple(key for key in self.evidence.sources if key in giving), []).append(value)
        return tuple(Given(voices_of(sources, self.groups), tuple(values)) for sources, values in answers.items())


def _values(claims: Iterable[Claim], words: Words) -> tuple[GivenValue, ...]:
    """Return each distinct value with the claims that give it."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(value_text(claim, words), []).append(claim)
    return tuple(
        GivenValue(text, counted=all(_is_counted(claim) for claim in given), claims=tuple(given))
        for text, given in found.items()
    )


def _is_counted(claim: Claim) -> bool:
    return claim.value_type in (*COUNTED, "date") or not claim.value


def _item_table(claims: list[Claim], evidence: Evidence, words: Words) -> ItemTable:
    speaking = {claim.source_id for claim in claims}
    sources = tuple(source_id for source_id in evidence.sources if source_id in speaking)
    by_item: dict[str, list[Claim]] = {}
    for claim in claims:
        by_item.setdefault(claim.attribute, []).append(claim)
    items = tuple(
        (
            attribute_label(item, evidence, words),
            tuple(_values([claim for claim in given if claim.source_id == source_id], words) for source_id in sources),
        )
        for item, given in by_item.items()
    )
    return ItemTable(sources, items, _touching(claims, evidence))
