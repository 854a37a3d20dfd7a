"""Read a link, for the page, the command line and the addresses of figures and files."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from geo.view.link.addresses import is_short_link, split_link, unwrap_link
from geo.view.link.keys import DATA_KEY, LINK_VERSION, RANGE_PREFIX, Key, expected_keys, link_keys
from geo.view.link.records import LinkContext, Notice, Reading, Reason
from geo.view.link.repair import TEXT_KEY, clean_text, split_query, tidy_value
from geo.view.link.values import find_member
from geo.view.state import ViewState, start_state

_WHOLE_VIEWPORT: Final = re.compile(r"[^,]+,[^,]+,\d+", re.ASCII)


def read_link(text: str, context: LinkContext, language: str) -> Reading:
    """Read a link, a link wrapped by a redirector, or a query alone.

    Parameters
    ----------
    text
        The link or query; empty for the view without a link.
    context
        What the values may name.
    language
        Language of a link without one.

    Returns
    -------
    Reading
        The view, with a notice for each part that could not be read. Never raises.
    """
    parts = split_link(unwrap_link(clean_text(text)))
    if parts is None:
        return Reading(start_state(context.evidence, language), (Notice.of("", text, Reason.NO_LINK),))
    address, query = parts
    if is_short_link(address, query):
        return Reading(start_state(context.evidence, language), (Notice.of("", text, Reason.SHORT_LINK),))
    return replace(from_query(query, context, language=language), address=address)


def from_query(query: str, context: LinkContext, *, language: str) -> Reading:
    """Read the query of a link, without the question mark; see :func:`read_link`."""
    keys = {key.name: key for key in link_keys(context)}
    pairs = [(find_member(name, keys) or name, value) for name, value in split_query(query)]
    values = {name: value for name, value in pairs if name in keys}
    reading = Reading(start_state(context.evidence, language))
    for name, key in keys.items():
        if name in values:
            reading = _read_key(key, [value for other, value in pairs if other == name], reading, context)
    others = [(name.casefold(), value) for name, value in pairs if name not in keys]
    inside = _names_inside([name for name, _ in pairs])
    unknown = (
        Notice.of(name, value, Reason.UNKNOWN)
        for name, value in others
        if name.startswith(RANGE_PREFIX) or (name in inside and value)
    )
    notices = (*reading.notices, *unknown, *_cut_off(values, reading.state))
    return replace(reading, notices=notices, other=tuple((name, tidy_value(value)) for name, value in others))


def _names_inside(names: Sequence[str]) -> frozenset[str]:
    """Return the keys, in small letters, between the first and the last of the page; trackers stand before or after."""
    if "v" not in names or DATA_KEY not in names:
        return frozenset()
    return frozenset(name.casefold() for name in names[names.index("v") : names.index(DATA_KEY)])


def _read_key(key: Key, values: Sequence[str], reading: Reading, context: LinkContext) -> Reading:
    """Read a key into the view so far; if it has several values, the last one is used."""
    tidied = values if key.name == TEXT_KEY else [tidy_value(value) or value.strip() for value in values]
    repeated = [Notice.of(key.name, values[-1], Reason.REPEATED)] if len({*map(str.casefold, tidied)}) > 1 else []
    found = key.read(reading.state, tidied[-1], context)
    notices = (Notice.of(key.name, notice.value or values[-1], notice.reason) for notice in found.notices)
    return Reading(found.state, (*reading.notices, *repeated, *notices))


def _cut_off(values: Mapping[str, str], state: ViewState) -> Iterator[Notice]:
    """Yield a notice if a link of the page has lost its end.

    The page writes every key, so a link that has the key ``v`` and lacks others was cut, or was written by hand. A link written
    by hand lacks keys in the middle, and the version of the data.
    """
    if not find_member(tidy_value(values.get("v", "")), (LINK_VERSION,)):
        return
    expected = expected_keys(state)
    missing = [name for name in expected if name not in values]
    is_end = missing == list(expected[len(expected) - len(missing) :])
    lacks_data_alone = missing == [DATA_KEY] and _WHOLE_VIEWPORT.fullmatch(values.get("at", ""))
    if missing and (is_end or DATA_KEY in values) and not lacks_data_alone:
        yield Notice("", ",".join(missing), Reason.CUT_OFF)
