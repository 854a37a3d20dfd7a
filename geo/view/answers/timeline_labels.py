"""Labels of a timeline: days in short form, and the names of their sources."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from babel.dates import format_date

from geo.evidence import Claim, Evidence, Window
from geo.text import Translator
from geo.view.independence import independent_sources
from geo.view.labels import source_label

_SHORT_NAME: Final = 16
"""Letters. A longer name does not fit a label."""


def month_name(day: date, words: Translator) -> str:
    """Return the short name of a month: ``Sept``, ``set.``."""
    return format_date(day, "MMM", locale=words.locale)


def short_day(day: date, words: Translator) -> str:
    """Return a day in short form, without its year: ``4 Nov``, ``4 nov.``."""
    return format_date(day, "d MMM", locale=words.locale)


def short_span(window: Window, words: Translator) -> str:
    """Return a span of days in short form, with years only if it has two: ``4–24 Nov``, ``1 Jun – 30 Sept``."""
    start, end = window.start, window.end
    if window.is_open:
        return words("from {day}", day=f"{short_day(start, words)} {start.year}")
    if start == end:
        return short_day(start, words)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{short_day(end, words)}"
    if start.year == end.year:
        return f"{short_day(start, words)} – {short_day(end, words)}"
    return f"{short_day(start, words)} {start.year} – {short_day(end, words)} {end.year}"


def short_span_with_year(window: Window, words: Translator) -> str:
    """Return a span of days in short form, with its year: ``4–24 Nov 2024``."""
    if window.is_open:
        return words.span(window.start, None)
    span = short_span(window, words)
    return f"{span} {window.end.year}" if window.start.year == window.end.year else span


def joined_sources(claims: Iterable[Claim], evidence: Evidence, words: Translator) -> str:
    """Return the names of the sources of claims, with ``=`` between sources that are not independent.

    If a single source credits somebody with a short name, that name comes first; a longer name would not fit a label.
    """
    groups = independent_sources(evidence.sources)
    joined: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        joined.setdefault(groups[claim.source_id], {})[claim.source_id] = claim
    names = [_group_name(tuple(found.values()), evidence, words) for found in joined.values()]
    return ("; " if any("," in name for name in names) else ", ").join(names)


def _group_name(claims: Sequence[Claim], evidence: Evidence, words: Translator) -> str:
    who = words.of(claims[0], "attributed_to")
    names = [source_label(evidence.sources[claim.source_id], words) for claim in claims]
    if len(claims) == 1 and 0 < len(who) <= _SHORT_NAME:
        return words("{who}, in {source}", who=who, source=names[0])
    return " = ".join(names)


def named_source(claim: Claim, evidence: Evidence, words: Translator) -> str:
    """Return the name of the source of a claim, after the person or body that it credits."""
    name = source_label(evidence.sources[claim.source_id], words)
    return words("{who}, in {source}", who=words.of(claim, "attributed_to"), source=name) if claim.attributed_to else name
