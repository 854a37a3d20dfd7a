"""The votes on each authorisation: the results as sources give them, to be drawn to one scale."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from geo.evidence import Claim, Topic
from geo.text import Translator, message
from geo.view.answers.compare import IndependentSources, voices_of
from geo.view.context import ViewContext
from geo.view.independence import independent_sources
from geo.view.selection import counts_in

_VOTES: Final = ("for", "against", "abstentions")


@dataclass(frozen=True, slots=True)
class VoteResult:
    """One result of a vote, with all the claims that give it; None is what they do not state."""

    in_favour: int | None
    against: int | None
    abstentions: int | None
    voices: IndependentSources
    claims: tuple[Claim, ...]


def is_count_of_votes(claim: Claim) -> bool:
    """Return whether a claim gives an exact number of votes, which alone can be drawn."""
    return (
        claim.topic is Topic.VOTE and claim.attribute in _VOTES and claim.value_type == "integer" and claim.comparison is None
    )


def vote_results(claims: Iterable[Claim], groups: Mapping[str, str]) -> tuple[VoteResult, ...]:
    """Gather the counts of each source to results, and the sources that give the same result to one.

    Parameters
    ----------
    claims
        Counts of votes on one authorisation; the first of each kind in a source belong together, then the second.
    groups
        Id of the first source of its group, by source id.
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
        VoteResult(*result, voices_of((claim.source_id for claim in found), groups), tuple(found))
        for result, found in results.items()
    )


@dataclass(frozen=True, slots=True)
class VoteLine:
    """One result of a vote in words."""

    text: str
    """With the ids of those who give it."""
    sources: tuple[str, ...]


def vote_lines(context: ViewContext, authorisation_id: str) -> tuple[VoteLine, ...]:
    """Say the votes on an authorisation: one line for each result that sources of the chosen basis give."""
    groups = independent_sources(context.evidence.sources)
    cast = (
        claim
        for claim in context.evidence.claims.values()
        if claim.authorisation_id == authorisation_id
        and is_count_of_votes(claim)
        and counts_in(context.state.basis, context.evidence.sources[claim.source_id])
    )
    return tuple(_line(result, context.words) for result in vote_results(cast, groups))


def votes_text(result: VoteResult, words: Translator) -> str:
    """Return a result in words: ``70 for, 33 against, 4 abstaining``; what it does not state is left out."""
    parts = (
        (message("{count} for"), result.in_favour),
        (message("{count} against"), result.against),
        (message("{count} abstaining"), result.abstentions),
    )
    return ", ".join(words(label, count=words.number(count)) for label, count in parts if count is not None)


def _line(result: VoteResult, words: Translator) -> VoteLine:
    votes = votes_text(result, words)
    sources = tuple(source_id for voice in result.voices for source_id in voice)
    return VoteLine(words("Vote: {votes} ({sources})", votes=votes, sources=", ".join(sources)), sources)
