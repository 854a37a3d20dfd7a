"""The sources: how many claims each has, on what, and which sources are not independent of one another."""

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
    """Number of claims that the filters show, and number of all claims."""

    shown: int
    total: int


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source, with the number of its claims by act and topic."""

    source: Source
    claims: ClaimCount
    authorisations: Mapping[str, ClaimCount]
    """By authorisation id, in the order of the data; the context, ``""``, is last. Acts without a claim are left out."""
    topics: tuple[tuple[Topic, ClaimCount], ...]
    """In the order of ``Topic``. Topics without a claim are left out."""


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources that count once, because they copy one another or rest on the same origin."""

    sources: tuple[str, ...]
    """Ids, in the order of the data."""
    origins: tuple[str, ...]
    """Names of the origins outside the sources that they rest on, in the order of the sources."""
    links: tuple[tuple[str, str], ...]
    """Pairs: id of a source, and id or name of the source or origin that it rests on."""


def source_uses(context: ViewContext) -> tuple[SourceUse, ...]:
    """Return the use of every source, in the order of the data."""
    evidence = context.evidence
    shown = frozenset(claim.claim_id for claim in context.selection.claims)
    by_source: dict[str, list[Claim]] = {source_id: [] for source_id in evidence.sources}
    for claim in evidence.claims.values():
        by_source[claim.source_id].append(claim)
    return tuple(
        _use(evidence.sources[source_id], claims, shown, act_ids=(*evidence.authorisations, ""))
        for source_id, claims in by_source.items()
    )


def _use(source: Source, claims: list[Claim], shown: frozenset[str], *, act_ids: Iterable[str]) -> SourceUse:
    by_act = {act_id: _count((claim for claim in claims if claim.authorisation_id == act_id), shown) for act_id in act_ids}
    by_topic = ((topic, _count((claim for claim in claims if claim.topic is topic), shown)) for topic in Topic)
    return SourceUse(
        source=source,
        claims=_count(claims, shown),
        authorisations={act_id: count for act_id, count in by_act.items() if count.total},
        topics=tuple((topic, count) for topic, count in by_topic if count.total),
    )


def _count(claims: Iterable[Claim], shown: frozenset[str]) -> ClaimCount:
    ids = [claim.claim_id for claim in claims]
    return ClaimCount(shown=sum(claim_id in shown for claim_id in ids), total=len(ids))


def source_groups(sources: Mapping[str, Source]) -> tuple[SourceGroup, ...]:
    """Return the groups of sources that count once: groups with a link first, then in the order of the data."""
    members: dict[str, list[str]] = {}
    for source_id, first in independent_sources(sources).items():
        members.setdefault(first, []).append(source_id)
    groups = [_group(ids, sources) for ids in members.values()]
    return tuple(sorted(groups, key=lambda group: not group.links))


def _group(ids: list[str], sources: Mapping[str, Source]) -> SourceGroup:
    links = tuple((source_id, origin) for source_id in ids for origin in sources[source_id].derives_from)
    origins = tuple(dict.fromkeys(origin for _, origin in links if origin not in sources))
    return SourceGroup(tuple(ids), origins, links)


def derivation_lines(group: SourceGroup, words: Translator) -> tuple[str, ...]:
    """Return a sentence for each source of a group that rests on another source or origin."""
    lines = []
    for source_id in group.sources:
        origins = [origin for resting, origin in group.links if resting == source_id]
        if origins:
            lines.append(words("{source} rests on {origins}.", source=source_id, origins=words.listing(origins)))
    return tuple(lines)


def published_text(published: str, words: Translator) -> str:
    """Return the date of a source in words, as exactly as it is known: a day, a month, a year, or "undated"."""
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
