"""The votes on each authorisation, as its sources give them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from geo.evidence import Claim, Topic
from geo.text import Translator, message
from geo.view.answers.compare import IndependentSources, group_sources
from geo.view.context import ViewContext
from geo.view.independence import independent_sources
from geo.view.selection import matches_basis

_VOTES: Final = ("for", "against", "abstentions")


@dataclass(frozen=True, slots=True)
class VoteResult:
    """One result of a vote, with all claims that give it; a number that they do not state is None."""

    in_favour: int | None
    against: int | None
    abstentions: int | None
    source_groups: IndependentSources
    claims: tuple[Claim, ...]


def is_count_of_votes(claim: Claim) -> bool:
    """Return whether a claim gives an exact number of votes."""
    return (
        claim.topic is Topic.VOTE and claim.attribute in _VOTES and claim.value_type == "integer" and claim.comparison is None
    )


def vote_results(claims: Iterable[Claim], groups: Mapping[str, str]) -> tuple[VoteResult, ...]:
    """Combine the counts of each source into results, and merge equal results of several sources.

    Parameters
    ----------
    claims
        Counts of votes on one authorisation. A source may give several votes: its first counts for, against and abstaining are
        one result, its second counts the next.
    groups
        By source id: the id of the first source of its group.
    """
    cast = tuple(claims)
    results: dict[tuple[int | None, int | None, int | None], list[Claim]] = {}
    for source_id in dict.fromkeys(claim.source_id for claim in cast):
        own = [claim for claim in cast if claim.source_id == source_id]
        counts = ([claim for claim in own if claim.attribute == name] for name in _VOTES)
        for triple in zip_longest(*counts):
            in_favour, against, abstentions = (int(claim.value) if claim else None for claim in triple)
            results.setdefault((in_favour, against, abstentions), []).extend(claim for claim in triple if claim)
    return tuple(
        VoteResult(*result, group_sources((claim.source_id for claim in found), groups), tuple(found))
        for result, found in results.items()
    )


@dataclass(frozen=True, slots=True)
class VoteLine:
    """One result of a vote in words."""

    text: str
    """The counts, with the ids of the sources."""
    sources: tuple[str, ...]


def vote_lines(context: ViewContext, authorisation_id: str) -> tuple[VoteLine, ...]:
    """Return a line for each result of the votes on an authorisation, from the sources of the chosen basis."""
    groups = independent_sources(context.evidence.sources)
    cast = (
        claim
        for claim in context.evidence.claims.values()
        if claim.authorisation_id == authorisation_id
        and is_count_of_votes(claim)
        and matches_basis(context.state.basis, context.evidence.sources[claim.source_id])
    )
    return tuple(_line(result, context.words) for result in vote_results(cast, groups))


def votes_text(result: VoteResult, words: Translator) -> str:
    """Return a result in words: ``70 for, 33 against, 4 abstaining``; counts that are not stated are left out."""
    parts = (
        (message("{count} for"), result.in_favour),
        (message("{count} against"), result.against),
        (message("{count} abstaining"), result.abstentions),
    )
    return ", ".join(words(label, count=words.number(count)) for label, count in parts if count is not None)


def _line(result: VoteResult, words: Translator) -> VoteLine:
    votes = votes_text(result, words)
    sources = tuple(source_id for group in result.source_groups for source_id in group)
    return VoteLine(words("Vote: {votes} ({sources})", votes=votes, sources=", ".join(sources)), sources)
