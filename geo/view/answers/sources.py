"""The sources: how much each is used, for what, and which of them rest on the same thing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_skeleton

from geo.evidence import Claim, Source, Topic
from geo.text import Translator
from geo.view.context import ViewContext
from geo.view.independence import independent_sources


@dataclass(frozen=True, slots=True)
class ClaimCount:
    """How many claims the filters let through, of how many."""

    shown: int
    total: int


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source, and what is taken from it."""

    source: Source
    claims: ClaimCount
    authorisations: Mapping[str, ClaimCount]
    """By authorisation id in the order of the data, context under ``""`` last; without those that it says nothing of."""
    topics: tuple[tuple[Topic, ClaimCount], ...]
    """In the order of ``Topic``; without those that it says nothing of."""


@dataclass(frozen=True, slots=True)
class VoiceGroup:
    """Sources that count once, because they copy one another or rest on the same thing."""

    sources: tuple[str, ...]
    """Ids, in the order of the data."""
    origins: tuple[str, ...]
    """Names of what they rest on outside the sources, in the order in which they first name it."""
    links: tuple[tuple[str, str], ...]
    """What rests on what: id of a source, and id or name of what it rests on."""


def source_uses(context: ViewContext) -> tuple[SourceUse, ...]:
    """Return the use of every source of the data, in its order."""
    evidence = context.evidence
    shown = frozenset(claim.claim_id for claim in context.selection.claims)
    by_source: dict[str, list[Claim]] = {key: [] for key in evidence.sources}
    for claim in evidence.claims.values():
        by_source[claim.source_id].append(claim)
    return tuple(
        _use(evidence.sources[key], claims, shown, acts=(*evidence.authorisations, "")) for key, claims in by_source.items()
    )


def _use(source: Source, claims: list[Claim], shown: frozenset[str], *, acts: Iterable[str]) -> SourceUse:
    by_act = {key: _count((claim for claim in claims if claim.authorisation_id == key), shown) for key in acts}
    by_topic = ((topic, _count((claim for claim in claims if claim.topic is topic), shown)) for topic in Topic)
    return SourceUse(
        source=source,
        claims=_count(claims, shown),
        authorisations={key: count for key, count in by_act.items() if count.total},
        topics=tuple((topic, count) for topic, count in by_topic if count.total),
    )


def _count(claims: Iterable[Claim], shown: frozenset[str]) -> ClaimCount:
    ids = [claim.claim_id for claim in claims]
    return ClaimCount(shown=sum(claim_id in shown for claim_id in ids), total=len(ids))


def voice_groups(sources: Mapping[str, Source]) -> tuple[VoiceGroup, ...]:
    """Return the groups of sources that count once: those with a link first, otherwise in the order of the data."""
    members: dict[str, list[str]] = {}
    for source_id, first in independent_sources(sources).items():
        members.setdefault(first, []).append(source_id)
    groups = [_group(ids, sources) for ids in members.values()]
    return tuple(sorted(groups, key=lambda group: not group.links))


def _group(ids: list[str], sources: Mapping[str, Source]) -> VoiceGroup:
    links = tuple((source_id, origin) for source_id in ids for origin in sources[source_id].derives_from)
    origins = tuple(dict.fromkeys(origin for _, origin in links if origin not in sources))
    return VoiceGroup(tuple(ids), origins, links)


def resting_lines(group: VoiceGroup, words: Translator) -> tuple[str, ...]:
    """Say in words what each source of a group rests on."""
    lines = []
    for source_id in group.sources:
        origins = [origin for resting, origin in group.links if resting == source_id]
        if origins:
            lines.append(words("{source} rests on {origins}.", source=source_id, origins=words.listing(origins)))
    return tuple(lines)


def published_text(published: str, words: Translator) -> str:
    """Write the date of a source as exactly as it is known: a day, a month, a year, or that it has none."""
    if not published:
        return words("undated")
    match [int(part) for part in published.split("-")]:
        case [year, month, day]:
            return words.day(date(year, month, day))
        case [year, month]:
            return format_skeleton("yMMMM", date(year, month, 1), locale=words.locale)
    return published


def language_name(code: str, words: Translator) -> str:
    """Return the name of a language in the language of the page."""
    return str(words.locale.languages.get(code, code))
