"""What the claims say of an authorisation as a whole: the periods to choose from, and its vote."""

from dataclasses import dataclass
from typing import TypeGuard

from geo.evidence import Authorisation, Claim, Evidence, Topic, Window
from geo.text import Words
from geo.view.values import compared

_VOTE_VALUES = ("for", "against", "abstentions")


@dataclass(frozen=True, slots=True)
class Period:
    """Days that somebody gives, within the window of an authorisation."""

    window: Window
    label: str
    """The days and who gives them, in words."""


@dataclass(frozen=True, slots=True)
class VoteLine:
    """One result of a vote in words."""

    text: str
    """With the ids of those who give it."""
    sources: tuple[str, ...]


def periods(evidence: Evidence, act: Authorisation, words: Words) -> tuple[Period, ...]:
    """Return the whole window first, then each period that a claim gives within it, by date.

    A period that reaches beyond the window is left out, since it cannot be chosen; the same days given by several claims are
    one period, with all who give them.
    """
    given: dict[Window, list[Claim]] = {}
    for claim in evidence.claims.values():
        if claim.authorisation_id == act.authorisation_id and claim.topic is Topic.WINDOW and _can_be_chosen(claim.window, act):
            given.setdefault(claim.window, []).append(claim)
    given.pop(act.window, None)
    whole = Period(act.window, words("Whole window: {span}", span=words.span(act.window.start, act.window.stated_end)))
    found = sorted(given.items(), key=lambda item: (item[0].start, item[0].end))
    return (whole, *(_period(window, claims, evidence, words) for window, claims in found))


def _can_be_chosen(window: Window | None, act: Authorisation) -> TypeGuard[Window]:
    """Whether a claim gives more than a day, all of it within the window of the authorisation."""
    return window is not None and window.days > 1 and window.clipped_to(act.window) == window


def _period(window: Window, claims: list[Claim], evidence: Evidence, words: Words) -> Period:
    names = dict.fromkeys(attribute_label(claim.attribute, evidence, words) for claim in claims)
    givers = dict.fromkeys(_giver(claim, words) for claim in claims)
    label = words(
        "{what}: {span} ({who})",
        what=" / ".join(names),
        span=words.span(window.start, window.stated_end),
        who="; ".join(givers),
    )
    return Period(window, label)


def _giver(claim: Claim, words: Words) -> str:
    if not claim.attributed_to:
        return claim.source_id
    return words("{who}, in {source}", who=words.of(claim, "attributed_to"), source=claim.source_id)


def attribute_label(attribute: str, evidence: Evidence, words: Words) -> str:
    """Return the label of an attribute; one without a label is shown by its own name."""
    labelled = evidence.attributes.get(attribute)
    return words.of(labelled, "label") if labelled else attribute


def vote_summary(evidence: Evidence, authorisation_id: str, words: Words) -> tuple[VoteLine, ...]:
    """Say the votes on an authorisation: one line for each result that sources give, with those that give it."""
    by_source: dict[str, dict[str, str]] = {}
    for claim in evidence.claims.values():
        if claim.authorisation_id == authorisation_id and claim.topic is Topic.VOTE and claim.attribute in _VOTE_VALUES:
            by_source.setdefault(claim.source_id, {})[claim.attribute] = compared(claim.value, claim, words)
    by_result: dict[tuple[str, ...], list[str]] = {}
    for source_id, votes in by_source.items():
        by_result.setdefault(tuple(votes.get(name, "") for name in _VOTE_VALUES), []).append(source_id)
    return tuple(VoteLine(_vote_text(result, sources, words), tuple(sources)) for result, sources in by_result.items())


def _vote_text(result: tuple[str, ...], sources: list[str], words: Words) -> str:
    parts = (
        words("{count} for", count=result[0]) if result[0] else "",
        words("{count} against", count=result[1]) if result[1] else "",
        words("{count} abstaining", count=result[2]) if result[2] else "",
    )
    return words("Vote: {votes} ({sources})", votes=", ".join(filter(None, parts)), sources=", ".join(sources))
