"""Read the kinds of values that several keys of a link share: a member of a set, a list of members, a range of days."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from geo.evidence import Window
from geo.view.link.records import Notice, Reason

_RANGE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:(?: *(?:\.{2,3}|-{1,2}|/) *| +)(\d{4}-\d{2}-\d{2})|\.{2,3})\.?", re.ASCII)
SEPARATORS: Final = re.compile(r"\s*[,;|\u060c\u3001]\s*|\s+")
"""Between the members of a list: commas, also Arabic and ideographic ones, and what people write in their place."""


def find_member(item: str, members: Iterable[str]) -> str | None:
    """Return the member that an item of a link means; case and a full stop at the end are ignored. None for no member."""
    named = {member.casefold(): member for member in members} | {member: member for member in members}
    plain = item.removesuffix(".")
    return named.get(item) or named.get(plain) or named.get(plain.casefold())


def read_members(value: str, members: Iterable[str]) -> tuple[tuple[str, ...], tuple[Notice, ...]] | None:
    """Return the known ids of a list, in the order of the link, and notices for the others; None if no id is known."""
    if not value:
        return (), ()
    items = {item: find_member(item, members) for item in dict.fromkeys(SEPARATORS.split(value))}
    found = tuple(dict.fromkeys(member for member in items.values() if member))
    unknown = ",".join(item for item, member in items.items() if item and not member)
    notices = [Notice.of("", unknown, Reason.UNKNOWN)] if unknown else []
    notices += [Notice("", "", Reason.INCOMPLETE)] if "" in items else []
    return (found, tuple(notices)) if found else None


def read_window(value: str, bounds: Window) -> tuple[Window | None, Reason | None]:
    """Return the days of a range, clipped to bounds, and the reason for a notice; None for either if there is none."""
    found = _RANGE.fullmatch(value)
    try:
        days = [date.fromisoformat(day) if day else None for day in found.groups()] if found else []
    except ValueError:
        days = []
    match days:
        case [date() as start, None]:
            within = None if start > bounds.end else replace(bounds, start=max(start, bounds.start))
            reason = None if bounds.is_open else Reason.INCOMPLETE
        case [date() as start, date() as end]:
            within = Window(min(start, end), max(start, end)).clipped_to(bounds)
            is_whole = within and within.days == abs((end - start).days) + 1
            reason = Reason.REVERSED if end < start else None if is_whole else Reason.CLIPPED
        case _:
            return None, Reason.UNREADABLE
    return within, reason if within else Reason.OUTSIDE_WINDOW
