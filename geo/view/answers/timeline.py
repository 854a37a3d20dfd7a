"""The timeline: dates and periods of each authorisation, as its sources give them, on an axis without long gaps."""

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
from geo.view.selection import matches_basis, order_acts
from geo.view.state import ViewState, start_acts

LONGEST_EMPTY: Final = 60
"""Days. A longer stretch without a date is left out of the axis."""

MOST_SEGMENTS: Final = 4
"""An axis that would have more segments is one whole: breaks would take the room of the dates."""
_MOST_LISTED: Final = 3
"""Acts whose chosen days are listed; of more, only those with fewer days than their window."""
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
    """Number of days that are left out between the segment before and this one; 0 for the first segment."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or period, with the sources that give it."""

    window: Window
    """One day for a date."""
    what: str
    """Label of the attribute that is dated."""
    days: str
    """The days in short form, without the year: ``1 Jun – 30 Sept``."""
    who: str
    """Names of the sources; ``=`` joins those that are not independent: ``002, 003=004``."""
    full: str
    """Label, days with their years, and names of the sources."""
    claim_ids: tuple[str, ...]
    disputed: bool
    """Whether sources give different days for the same question."""
    choice: Window | None
    """The part of the days within the window of the authorisation, which a reader can choose; None if there is none."""


@dataclass(frozen=True, slots=True)
class Group:
    """The answers to one question, which are drawn side by side."""

    question: str
    """The question on which the sources disagree; empty if they do not."""
    disagreement_id: str
    """Id of the disagreement; empty without a question."""
    dated: tuple[Dated, ...]
    unplaced: tuple[str, ...]
    """Values without a day that can be placed on the axis, each with its sources, in words."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The row of one authorisation."""

    authorisation_id: str
    name: str
    band: Dated
    """Its window."""
    groups: tuple[Group, ...]

    @property
    def dated(self) -> tuple[Dated, ...]:
        """Everything that has a place on the axis, the window first."""
        return (self.band, *(item for group in self.groups for item in group.dated))


@dataclass(frozen=True, slots=True)
class Timeline:
    """The axis and the lanes. They do not depend on the chosen days."""

    segments: tuple[Segment, ...]
    lanes: tuple[Lane, ...]


def build_timeline(context: ViewContext) -> Timeline:
    """Return the timeline of every authorisation, from the sources of the chosen basis."""
    lanes = tuple(_lane(act, context) for act in context.evidence.authorisations.values())
    return Timeline(segments(item.window for lane in lanes for item in lane.dated), lanes)


def select_acts(timeline: Timeline, act_ids: Iterable[str]) -> Timeline:
    """Return the timeline of only some acts, on an axis for their dates alone."""
    wanted = frozenset(act_ids)
    lanes = tuple(lane for lane in timeline.lanes if lane.authorisation_id in wanted)
    return Timeline(segments(item.window for lane in lanes for item in lane.dated), lanes)


def segments(windows: Iterable[Window]) -> tuple[Segment, ...]:
    """Return the segments of an axis for some windows.

    A gap of more than :data:`LONGEST_EMPTY` days starts a new segment, unless there would be more than :data:`MOST_SEGMENTS`.
    """
    merged: list[Window] = []
    for window in sorted(windows, key=lambda window: window.start):
        if merged and (window.start - merged[-1].end).days - 1 <= LONGEST_EMPTY:
            merged[-1] = Window(merged[-1].start, max(merged[-1].end, window.end))
        else:
            merged.append(window)
    if len(merged) > MOST_SEGMENTS:
        merged = [Window(merged[0].start, max(window.end for window in merged))]
    empty = [0, *((after.start - before.end).days - 1 for before, after in pairwise(merged))]
    return tuple(Segment(_with_margin(window), days) for window, days in zip(merged, empty, strict=False))


def chosen_days(context: ViewContext) -> str:
    """Return the chosen days of each act in words. An act that is off at the start is named only while it is on."""
    act_ids = order_acts(context.evidence, (*start_acts(context.evidence), *context.state.authorisations))
    parts = _many_chosen(context) if len(act_ids) > _MOST_LISTED else _each_chosen(act_ids, context)
    return context.words("Days shown: {days}.", days="; ".join(parts))


def _each_chosen(act_ids: Iterable[str], context: ViewContext) -> list[str]:
    return [_chosen(context.evidence.authorisations[act_id], context.state, context.words) for act_id in act_ids]


def _many_chosen(context: ViewContext) -> list[str]:
    """Return how many acts are shown with all their days, then those with fewer days by name, or their number."""
    state, words, acts = context.state, context.words, context.evidence.authorisations
    fewer = [act_id for act_id in state.authorisations if state.range_of(act_id) != acts[act_id].window]
    whole = len(state.authorisations) - len(fewer)
    parts = [words.plural("all days of {count} act", "all days of {count} acts", whole)] if whole or not fewer else []
    if len(fewer) > _MOST_LISTED:
        return [*parts, words.plural("some days of {count} act", "some days of {count} acts", len(fewer))]
    named = zip((context.act_name(act_id) for act_id in fewer), _each_chosen(fewer, context), strict=True)
    return [*parts, *(words("{act}: {days}", act=act, days=days) for act, days in named)]


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
class _ActClaims:
    """The claims of one authorisation that a lane is built from."""

    act: Authorisation
    placed: Mapping[tuple[Window, str], Sequence[Claim]]
    """By days and attribute: the claims that have a place on the axis."""
    unplaced: Sequence[Claim]
    """Claims about a time without a day that can be placed."""
    disputed: frozenset[str]
    """Ids of the disagreements to which the claims give different days."""
    context: ViewContext

    def disagreement_id(self, claims: Sequence[Claim]) -> str:
        """Return the id of the first disputed disagreement of some claims; empty for none."""
        return next((claim.disagreement_id for claim in claims if claim.disagreement_id in self.disputed), "")


def _lane(act: Authorisation, context: ViewContext) -> Lane:
    evidence, basis = context.evidence, context.state.basis
    claims = [
        claim
        for claim in evidence.claims.values()
        if claim.authorisation_id == act.authorisation_id
        and claim.topic in _TOPICS
        and matches_basis(basis, evidence.sources[claim.source_id])
    ]
    placed: dict[tuple[Window, str], list[Claim]] = {}
    for claim in claims:
        window = _days_of(claim)
        if window:
            placed.setdefault((window, claim.attribute), []).append(claim)
    unplaced = _unplaced(claims)
    disputed = _disputed((*(claim for found in placed.values() for claim in found), *unplaced))
    of_act = _ActClaims(act, placed, unplaced, disputed, context)
    own_window = (act.window, _WINDOW)
    return Lane(
        authorisation_id=act.authorisation_id,
        name=context.words.of(act, "name"),
        band=_dated(own_window, placed.get(own_window, []), of_act),
        groups=_groups(own_window, of_act),
    )


def _days_of(claim: Claim) -> Window | None:
    """Return the days that a claim gives; None if it gives none, or a date without a day."""
    if claim.window:
        return claim.window
    if claim.value_type == "date" and _FULL_DATE.fullmatch(claim.value):
        day = date.fromisoformat(claim.value)
        return Window(day, day)
    return None


def _disputed(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the ids of the disagreements to which the claims give different days, or different words instead of days."""
    answers: dict[str, set[object]] = {}
    for claim in claims:
        answers.setdefault(claim.disagreement_id, set()).add(_days_of(claim) or claim.value)
    return frozenset(disagreement_id for disagreement_id, found in answers.items() if disagreement_id and len(found) > 1)


def _unplaced(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims about a time that give no day to place on the axis."""
    without_days = [claim for claim in claims if not _days_of(claim) and claim.value_type in ("text", "date")]
    answered = {claim.disagreement_id for claim in claims if claim.disagreement_id and _days_of(claim)}
    return [
        claim
        for claim in without_days
        if claim.topic is Topic.WINDOW or claim.attribute in _DATES or claim.disagreement_id in answered
    ]


def _groups(own_window: tuple[Window, str], of_act: _ActClaims) -> tuple[Group, ...]:
    """Return a group for each disputed question, and undisputed values last; periods come before dates, each sorted by date."""
    dated: dict[str, list[Dated]] = {}
    for days_and_attribute, claims in sorted(of_act.placed.items(), key=lambda item: _order(item[0][0])):
        if days_and_attribute != own_window:
            dated.setdefault(of_act.disagreement_id(claims), []).append(_dated(days_and_attribute, claims, of_act))
    unplaced: dict[str, list[Claim]] = {}
    for claim in of_act.unplaced:
        unplaced.setdefault(of_act.disagreement_id([claim]), []).append(claim)
    evidence, words = of_act.context.evidence, of_act.context.words
    groups = [
        Group(
            question=words.of(evidence.disagreements[disagreement_id], "question") if disagreement_id else "",
            disagreement_id=disagreement_id,
            dated=tuple(dated.get(disagreement_id, ())),
            unplaced=_in_words(unplaced.get(disagreement_id, ()), of_act) if disagreement_id else (),
        )
        for disagreement_id in dict.fromkeys((*dated, *filter(None, unplaced)))
    ]
    votes = (vote.text for vote in vote_lines(of_act.context, of_act.act.authorisation_id))
    rest = Group("", "", (), (*_in_words(unplaced.get("", ()), of_act), *votes))
    return tuple(group for group in (*groups, rest) if group.dated or group.unplaced)


def _order(window: Window) -> tuple[bool, date, date]:
    return (window.days == 1, window.start, window.end)


def _dated(days_and_attribute: tuple[Window, str], claims: Sequence[Claim], of_act: _ActClaims) -> Dated:
    window, attribute = days_and_attribute
    evidence, words = of_act.context.evidence, of_act.context.words
    what = attribute_label(attribute, evidence, words)
    span = words.span(window.start, window.stated_end)
    named = dict.fromkeys(named_source(claim, evidence, words) for claim in claims)
    full = words("{what}: {span} ({who})", what=what, span=span, who="; ".join(named) or words("not stated"))
    return Dated(
        window=window,
        what=what,
        days=short_span(window, words),
        who=joined_sources(claims, evidence, words),
        full=full,
        claim_ids=tuple(claim.claim_id for claim in claims),
        disputed=bool(of_act.disagreement_id(claims)),
        choice=window.clipped_to(of_act.act.window),
    )


def _in_words(claims: Sequence[Claim], of_act: _ActClaims) -> tuple[str, ...]:
    """Return a line for each attribute, with its values and their sources."""
    evidence, words = of_act.context.evidence, of_act.context.words
    by_attribute: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        by_attribute.setdefault(claim.attribute, {}).setdefault(words.of(claim, "value"), []).append(claim)
    return tuple(
        words(
            "{what}: {values}",
            what=attribute_label(attribute, evidence, words),
            values="; ".join(f"{value} ({joined_sources(found, evidence, words)})" for value, found in values.items()),
        )
        for attribute, values in by_attribute.items()
    )
