"""What the sources say of the authorisations, topic by topic and the authorisations beside one another.

Numbers, days and what sources state come first. What a source credits to somebody else, and what it holds itself, are kept
apart from them, and so are assurances and objections.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from geo.evidence import Certainty, Claim, Disagreement, Evidence, Topic
from geo.text import Translator
from geo.view.answers.attribute_values import AttributeValues, build_matters, disagreements_in, is_counted
from geo.view.answers.equipment import ItemTable, build_items
from geo.view.answers.votes import VoteResult, is_count_of_votes, vote_results
from geo.view.context import ViewContext
from geo.view.independence import independent_sources
from geo.view.selection import Selection

FACT_TOPICS: Final = (
    Topic.VOTE,
    Topic.PERSONNEL,
    Topic.WINDOW,
    Topic.COST,
    Topic.EQUIPMENT,
    Topic.APPROVAL,
    Topic.NUMBER,
    Topic.LEGAL,
    Topic.PURPOSE,
    Topic.ASSURANCE,
    Topic.OBJECTION,
)
"""The topics of this view, in its order."""

_FACING: Final = (Topic.ASSURANCE, Topic.OBJECTION)


@dataclass(frozen=True, slots=True)
class FactRow:
    """One attribute, authorisation beside authorisation."""

    label: str
    cells: Mapping[str, AttributeValues]
    """By id of authorisation; one on which no shown source says anything is missing."""

    @property
    def leading(self) -> bool:
        """Whether it can be compared: several authorisations or several sources speak of it, or it is a number or days."""
        return self.counted or len(self.cells) > 1 or any(matter.sources > 1 for matter in self.cells.values())

    @property
    def counted(self) -> bool:
        """Whether a number or days are among what is given."""
        return any(value.counted for matter in self.cells.values() for value in matter.values)

    @property
    def claims(self) -> int:
        """Number of claims in it."""
        return sum(len(value.claims) for matter in self.cells.values() for value in matter.values)


RowsByTopic = Mapping[Topic, tuple[FactRow, ...]]
"""Rows by topic, in the order of :data:`FACT_TOPICS`, those that can be compared first; a topic on which nothing is said is
missing."""


@dataclass(frozen=True, slots=True)
class Positions:
    """What is held for and against one authorisation.

    On each side what sources credit to others precedes opinions, and the attributes of both sides precede the rest.
    """

    assurances: tuple[AttributeValues, ...]
    objections: tuple[AttributeValues, ...]


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The facts of the authorisations that a view shows."""

    acts: tuple[str, ...]
    """Ids, in the order of the view."""
    votes: Mapping[str, tuple[VoteResult, ...]]
    """By id; empty where no shown source counts votes."""
    vote_disagreements: tuple[Disagreement, ...]
    items: Mapping[str, ItemTable]
    """The equipment, by id; an authorisation on whose equipment no shown source speaks is missing."""
    stated: RowsByTopic
    """What sources state or estimate, and every number and every day, whoever is credited with it."""
    credited: RowsByTopic
    """What sources credit to somebody else, in words."""
    opinions: RowsByTopic
    """What is a source's or a person's opinion."""
    positions: Mapping[str, Positions]
    """By id."""


def build_facts(context: ViewContext) -> FactSheet:
    """Return the facts of the authorisations that a view shows."""
    evidence, words, shown = context.evidence, context.words, context.state.authorisations
    groups = independent_sources(evidence.sources)
    claims = [claim for claim in context.selection.claims if claim.authorisation_id in shown and claim.topic in FACT_TOPICS]
    kinds: dict[str, list[Claim]] = {"votes": [], "equipment": [], "positions": [], "rest": []}
    for claim in claims:
        kinds[_kind(claim)].append(claim)
    cast, items, facing, rest = kinds.values()
    build = _Builder(shown, evidence, groups, words)
    return FactSheet(
        acts=shown,
        votes={key: vote_results(_under(key, cast), groups) for key in shown},
        vote_disagreements=disagreements_in(cast, evidence),
        items={key: build_items(found, evidence, words) for key in shown if (found := _under(key, items))},
        stated=build.strand(claim for claim in rest if not _is_opinion(claim) and not _is_credited(claim)),
        credited=build.strand(claim for claim in rest if _is_credited(claim)),
        opinions=build.strand(claim for claim in rest if _is_opinion(claim)),
        positions={key: build.positions(_under(key, facing)) for key in shown},
    )


def _kind(claim: Claim) -> str:
    """Return in which part of the facts a claim stands."""
    if is_count_of_votes(claim):
        return "votes"
    if claim.topic is Topic.EQUIPMENT:
        return "equipment"
    return "positions" if claim.topic in _FACING else "rest"


def claims_elsewhere(selection: Selection) -> int:
    """Return how many shown claims are not among the facts: those on other topics, and those under no authorisation."""
    return sum(claim.topic not in FACT_TOPICS or not claim.authorisation_id for claim in selection.claims)


def _under(key: str, claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.authorisation_id == key]


def _is_opinion(claim: Claim) -> bool:
    return claim.certainty is Certainty.OPINION


def _is_credited(claim: Claim) -> bool:
    return claim.certainty is Certainty.ATTRIBUTED and not is_counted(claim)


@dataclass(frozen=True, slots=True)
class _Builder:
    """What turns claims into rows."""

    acts: tuple[str, ...]
    evidence: Evidence
    groups: Mapping[str, str]
    words: Translator

    def strand(self, claims: Iterable[Claim]) -> RowsByTopic:
        """Return the rows of each topic that the claims speak of."""
        given = tuple(claims)
        by_topic = {topic: [claim for claim in given if claim.topic is topic] for topic in FACT_TOPICS}
        return {topic: self._rows(found) for topic, found in by_topic.items() if found}

    def positions(self, claims: list[Claim]) -> Positions:
        """Return both sides, what both speak of first."""
        sides = {topic: [claim for claim in claims if claim.topic is topic] for topic in _FACING}
        both = set.intersection(*({claim.attribute for claim in side} for side in sides.values()))
        assurances, objections = (self._side(side, both) for side in sides.values())
        return Positions(assurances, objections)

    def _side(self, claims: list[Claim], both: set[str]) -> tuple[AttributeValues, ...]:
        halves = ([claim for claim in claims if _is_opinion(claim) is held] for held in (False, True))
        ordered = (sorted(self._matters(half), key=lambda matter: matter.attribute not in both) for half in halves)
        return tuple(matter for half in ordered for matter in half)

    def _rows(self, claims: list[Claim]) -> tuple[FactRow, ...]:
        matters = {key: {matter.attribute: matter for matter in self._matters(_under(key, claims))} for key in self.acts}
        labels = {name: matter.label for found in matters.values() for name, matter in found.items()}
        rows = (
            FactRow(label, {key: found[name] for key, found in matters.items() if name in found})
            for name, label in labels.items()
        )
        return tuple(sorted(rows, key=lambda row: (not row.leading, not row.counted)))

    def _matters(self, claims: Iterable[Claim]) -> tuple[AttributeValues, ...]:
        return build_matters(claims, self.evidence, self.groups, self.words)
