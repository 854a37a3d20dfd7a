"""What is dated of each authorisation, as each source gives it, on an axis from which long empty stretches are taken out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from geo.evidence import Authorisation, Claim, Topic, Window
from geo.text import Translator
from geo.view.answers.periods import attribute_label
from geo.view.answers.timeline_labels import joined_sources, named_source, short_span
from geo.view.answers.votes import vote_lines
from geo.view.context import ViewContext
from geo.view.selection import counts_in, order_acts
from geo.view.state import ViewState, start_acts

LONGEST_EMPTY: Final = 60
"""A longer stretch of days on which nothing is dated is taken out of the axis."""

_TOPICS: Final = frozenset({Topic.APPROVAL, Topic.VOTE, Topic.WINDOW})
_WINDOW: Final = "window"
_DATES: Final = frozenset({"date", "publication date", "presentation date"})
_FULL_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DAYS_PER_MARGIN: Final = 60


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the axis."""

    window: Window
    """Its days, with a margin on either side."""
    empty_before: int
    """Number of days since the last dated day before it, none of them dated; 0 for the first segment."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Days that one or more sources give for one thing."""

    window: Window
    """One day long for an event."""
    what: str
    """Label of what happens then."""
    days: str
    """The days in few letters, without the year: ``1 Jun – 30 Sept``."""
    who: str
    """Ids of the sources; ``=`` joins those that rest on one another: ``002, 003=004``."""
    full: str
    """What, when and who says it, with names and years."""
    claim_ids: tuple[str, ...]
    disputed: bool
    """Whether its claims answer a question on which the sources disagree."""
    choice: Window | None
    """Its days within the window of the authorisation, which can be chosen; None where there are none."""


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one lane that belong side by side."""

    question: str
    """On which the sources disagree; empty where they do not."""
    disagreement_id: str
    """Id of that disagreement; empty with no question."""
    dated: tuple[Dated, ...]
    unplaced: tuple[str, ...]
    """What sources say without a day that could be placed, each with its sources, in words."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One authorisation."""

    authorisation_id: str
    name: str
    band: Dated
    """Its window."""
    groups: tuple[Group, ...]

    @property
    def dated(self) -> tuple[Dated, ...]:
        """Everything in it that has its place on the axis, the window first."""
        return (self.band, *(item for group in self.groups for item in group.dated))


@dataclass(frozen=True, slots=True)
class Timeline:
    """The axis and the lanes; what the chosen days are plays no part."""

    segments: tuple[Segment, ...]
    lanes: tuple[Lane, ...]


def build_timeline(context: ViewContext) -> Timeline:
    """Return what sources of the chosen basis date of every authorisation."""
    lanes = tuple(_lane(act, context) for act in context.evidence.authorisations.values())
    return Timeline(segments(item.window for lane in lanes for item in lane.dated), lanes)


def of_acts(timeline: Timeline, act_ids: Iterable[str]) -> Timeline:
    """Return a timeline of some of its acts, on an axis that holds no more than what they have."""
    wanted = frozenset(act_ids)
    lanes = tuple(lane for lane in timeline.lanes if lane.authorisation_id in wanted)
    return Timeline(segments(item.window for lane in lanes for item in lane.dated), lanes)


def segments(windows: Iterable[Window]) -> tuple[Segment, ...]:
    """Return the stretches of the axis that hold some windows, with no more than :data:`LONGEST_EMPTY` empty days in each."""
    merged: list[Window] = []
    for window in sorted(windows, key=lambda window: window.start):
        if merged and (window.start - merged[-1].end).days - 1 <= LONGEST_EMPTY:
            merged[-1] = Window(merged[-1].start, max(merged[-1].end, window.end))
        else:
            merged.append(window)
    empty = [0, *((after.start - before.end).days - 1 for before, after in pairwise(merged))]
    return tuple(Segment(_with_margin(window), days) for window, days in zip(merged, empty, strict=False))


def chosen_days(context: ViewContext) -> str:
    """Say which days of each act a view shows; of an act that is off at the start, only while it is on."""
    told = order_acts(context.evidence, (*start_acts(context.evidence), *context.state.authorisations))
    parts = [_chosen(context.evidence.authorisations[act_id], context.state, context.words) for act_id in told]
    return context.words("Days shown: {days}.", days="; ".join(parts))


def _with_margin(window: Window) -> Window:
    margin = timedelta(days=max(1, window.days // _DAYS_PER_MARGIN))
    return Window(window.start - margin, window.end + margin)


def _chosen(act: Authorisation, state: ViewState, words: Translator) -> str:
    if act.authorisation_id not in state.authorisations:
        return words("{act} is switched off", act=words.of(act, "short"))
    chosen = state.range_of(act.authorisation_id)
    span = words.span(chosen.start, chosen.stated_end)
    days = words.number(chosen.days)
    return words("{span} ({days} of {all} days)", span=span, days=days, all=words.number(act.window.days))


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of one authorisation, and how to say it."""

    act: Authorisation
    placed: Mapping[tuple[Window, str], Sequence[Claim]]
    """Claims by the days and the attribute that they give."""
    unplaced: Sequence[Claim]
    disputed: frozenset[str]
    """Ids of the disagreements to which different days are the answer."""
    context: ViewContext

    def question(self, claims: Sequence[Claim]) -> str:
        """Return the id of the disagreement about days that claims take part in; empty for none."""
        return next((claim.disagreement_id for claim in claims if claim.disagreement_id in self.disputed), "")


def _lane(act: Authorisation, context: ViewContext) -> Lane:
    evidence, basis = context.evidence, context.state.basis
    claims = [
        claim
        for claim in evidence.claims.values()
        if claim.authorisation_id == act.authorisation_id
        and claim.topic in _TOPICS
        and counts_in(basis, evidence.sources[claim.source_id])
    ]
    placed: dict[tuple[Window, str], list[Claim]] = {}
    for claim in claims:
        window = _days_of(claim)
        if window:
            placed.setdefault((window, claim.attribute), []).append(claim)
    unplaced = _unplaced(claims)
    disputed = _disputed((*(claim for found in placed.values() for claim in found), *unplaced))
    told = _Told(act, placed, unplaced, disputed, context)
    band = (act.window, _WINDOW)
    return Lane(
        act.authorisation_id, context.words.of(act, "name"), _dated(band, placed.get(band, []), told), _groups(band, told)
    )


def _days_of(claim: Claim) -> Window | None:
    """Return the days that a claim gives; None where it gives none, or a date that is not whole."""
    if claim.window:
        return claim.window
    if claim.value_type == "date" and _FULL_DATE.fullmatch(claim.value):
        day = date.fromisoformat(claim.value)
        return Window(day, day)
    return None


def _disputed(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the ids of the disagreements to which the claims give different days, or other words instead of days."""
    answers: dict[str, set[object]] = {}
    for claim in claims:
        answers.setdefault(claim.disagreement_id, set()).add(_days_of(claim) or claim.value)
    return frozenset(key for key, given in answers.items() if key and len(given) > 1)


def _unplaced(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims that speak of a time without a day that could be placed."""
    told = [claim for claim in claims if not _days_of(claim) and claim.value_type in ("text", "date")]
    answered = {claim.disagreement_id for claim in claims if claim.disagreement_id and _days_of(claim)}
    return [
        claim for claim in told if claim.topic is Topic.WINDOW or claim.attribute in _DATES or claim.disagreement_id in answered
    ]


def _groups(band: tuple[Window, str], told: _Told) -> tuple[Group, ...]:
    """Return the answers to one question side by side, spans before single days, each by date; what nothing disputes last."""
    dated: dict[str, list[Dated]] = {}
    for key, claims in sorted(told.placed.items(), key=lambda item: _order(item[0][0])):
        if key != band:
            dated.setdefault(told.question(claims), []).append(_dated(key, claims, told))
    silent: dict[str, list[Claim]] = {}
    for claim in told.unplaced:
        silent.setdefault(told.question([claim]), []).append(claim)
    groups = [
        Group(
            question=told.context.words.of(told.context.evidence.disagreements[key], "question") if key else "",
            disagreement_id=key,
            dated=tuple(dated.get(key, ())),
            unplaced=_in_words(silent.get(key, ()), told) if key else (),
        )
        for key in dict.fromkeys((*dated, *(key for key in silent if key)))
    ]
    votes = (vote.text for vote in vote_lines(told.context, told.act.authorisation_id))
    rest = Group("", "", (), (*_in_words(silent.get("", ()), told), *votes))
    return tuple(group for group in (*groups, rest) if group.dated or group.unplaced)


def _order(window: Window) -> tuple[bool, date, date]:
    return (window.days == 1, window.start, window.end)


def _dated(key: tuple[Window, str], claims: Sequence[Claim], told: _Told) -> Dated:
    window, words = key[0], told.context.words
    what = attribute_label(key[1], told.context.evidence, words)
    span = words.span(window.start, window.stated_end)
    named = dict.fromkeys(named_source(claim, told.context.evidence, words) for claim in claims)
    full = words("{what}: {span} ({who})", what=what, span=span, who="; ".join(named) or words("not stated"))
    return Dated(
        window=window,
        what=what,
        days=short_span(window, words),
        who=joined_sources(claims, told.context.evidence, words),
        full=full,
        claim_ids=tuple(claim.claim_id for claim in claims),
        disputed=bool(told.question(claims)),
        choice=window.clipped_to(told.act.window),
    )


def _in_words(claims: Sequence[Claim], told: _Told) -> tuple[str, ...]:
    """Return one line for each attribute, with its values and who gives them."""
    by_attribute: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        by_attribute.setdefault(claim.attribute, {}).setdefault(told.context.words.of(claim, "value"), []).append(claim)
    return tuple(
        told.context.words(
            "{what}: {values}",
            what=attribute_label(attribute, told.context.evidence, told.context.words),
            values="; ".join(
                f"{value} ({joined_sources(found, told.context.evidence, told.context.words)})"
                for value, found in values.items()
            ),
        )
        for attribute, values in by_attribute.items()
    )
