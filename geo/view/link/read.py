"""Read a link. The page, the command line and the address of a figure all do it here, and say the same of it."""

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
    """Read a link as people send it: whole, wrapped by a redirector, or its query alone.

    Parameters
    ----------
    text
        The link or query; empty for the view of a visitor without a link.
    context
        What the values may name.
    language
        Language of a visitor whose link does not say one.

    Returns
    -------
    Reading
        Never raises: what could not be read is in its notices.
    """
    parts = split_link(unwrap_link(clean_text(text)))
    if parts is None:
        return Reading(start_state(context.evidence, language), (Notice.of("", text, Reason.NO_LINK),))
    address, query = parts
    if is_short_link(address):
        return Reading(start_state(context.evidence, language), (Notice.of("", text, Reason.SHORT_LINK),))
    return replace(from_query(query, context, language=language), address=address)


def from_query(query: str, context: LinkContext, *, language: str) -> Reading:
    """Read the query of a link, without the question mark; otherwise as :func:`read_link`."""
    keys = {key.name: key for key in link_keys(context)}
    pairs = [(find_member(name, keys) or name, value) for name, value in split_query(query)]
    given = {name: value for name, value in pairs if name in keys}
    reading = Reading(start_state(context.evidence, language))
    for name, key in keys.items():
        if name in given:
            reading = _read_key(key, [value for other, value in pairs if other == name], reading, context)
    others = [(name.casefold(), value) for name, value in pairs if name not in keys]
    strange = (Notice.of(name, value, Reason.UNKNOWN) for name, value in others if name.startswith(RANGE_PREFIX))
    notices = (*reading.notices, *strange, *_cut_off(given, reading.state))
    return replace(reading, notices=notices, other=tuple((name, tidy_value(value)) for name, value in others))


def _read_key(key: Key, values: Sequence[str], reading: Reading, context: LinkContext) -> Reading:
    """Read a key into the view so far; of several values the last one counts."""
    tidied = values if key.name == TEXT_KEY else [tidy_value(value) or value.strip() for value in values]
    repeated = [Notice.of(key.name, values[-1], Reason.REPEATED)] if len({*map(str.casefold, tidied)}) > 1 else []
    found = key.read(reading.state, tidied[-1], context)
    notices = (Notice.of(key.name, notice.value or values[-1], notice.reason) for notice in found.notices)
    return Reading(found.state, (*reading.notices, *repeated, *notices))


def _cut_off(given: Mapping[str, str], state: ViewState) -> Iterator[Notice]:
    """Yield a notice if a link of the page has lost its end.

    The page writes every key. A link with the version but not with all keys was either cut, or written by hand; then some keys
    are missing in the middle, and the version of the data, which nobody writes by hand.
    """
    if not find_member(tidy_value(given.get("v", "")), (LINK_VERSION,)):
        return
    expected = expected_keys(state)
    missing = [name for name in expected if name not in given]
    is_end = missing == list(expected[len(expected) - len(missing) :])
    lacks_data_alone = missing == [DATA_KEY] and _WHOLE_VIEWPORT.fullmatch(given.get("at", ""))
    if missing and (is_end or DATA_KEY in given) and not lacks_data_alone:
        yield Notice("", ",".join(missing), Reason.CUT_OFF)
