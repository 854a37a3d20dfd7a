"""The link: one table that says how each key of the query is written and read.

Reading never fails. A key that is not in the table is ignored; a value, or a part of one, that cannot be read leaves that
part of the view as a visitor without a link has it, and is named in a :class:`Notice`. Every key is written, defaults too,
so that a later change of a default does not change what an old link means; ``from_query(to_query(state)).state == state``.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Self
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from geo.atlas import Atlas
from geo.evidence import Evidence, Role, Window
from geo.text import LANGUAGES, message
from geo.view.state import BasisFilter, View, Viewport, ViewState, start_state

LINK_VERSION: Final = "1"
"""Version of the link's grammar, its key ``v``."""

DATA_KEY: Final = "data"
"""The key that holds the version of the data; see :mod:`geo.view.since` for what its notice means."""

_SHOWN_LENGTH: Final = 40
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d{1,3}(\.\d{1,15})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in a link that was not read as it stands."""

    key: str
    value: str
    """The unread part, cut to 40 characters."""
    reason: str
    """Message id of what was found and done instead, with places for ``part``, ``found`` and ``instead``: see
    :func:`geo.view.unread.notice_line`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a link says: the view, and what in it could not be read."""

    state: ViewState
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the values of a link may name."""

    evidence: Evidence
    units: frozenset[str]
    """ISO 3166-2 codes of the first-level units."""
    unit_names: Mapping[str, str] = field(default_factory=dict)
    """Their official names, by code; a unit without one is called by its code."""

    @classmethod
    def of(cls, evidence: Evidence, atlas: Atlas) -> Self:
        """Return what the values of a link may name of an evidence and an atlas."""
        names = {unit.code: unit.name for unit in atlas.units}
        return cls(evidence, frozenset(names), names)


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the link.

    ``write`` returns its value, or None where it is left out; ``read`` takes the view so far, the value and what is known,
    and returns the view with the value in it and the notices.
    """

    name: str
    write: Callable[[ViewState, Known], str | None]
    read: Callable[[ViewState, str, Known], Reading]


_IGNORED = message("{part}: the link says {found}, which is not known here and is left out.")
_DEFAULTED = message("{part}: the link says {found}, which cannot be read. Shown instead: {instead}.")
_CUT = message("{part}: the link says {found}, which reaches beyond the window of the act. Shown: {instead}.")
_OLD_DATA = message("{part}: the link says {found}, which is not the present one. Shown is the present data.")
_REPEATED = message("{part}: the link says it more than once. The last one counts: {found}.")


def to_query(state: ViewState, known: Known) -> str:
    """Write a view as the query of a link, without the question mark, keys in the order of the table."""
    written = ((key.name, key.write(state, known)) for key in _keys(known.evidence))
    return urlencode([(name, value) for name, value in written if value is not None], safe=",:")


def to_link(state: ViewState, known: Known, base_url: str) -> str:
    """Write a view as a full link; a query or fragment of the page's address does not go into it."""
    address = urlsplit(base_url)
    return urlunsplit((address.scheme, address.netloc, address.path or "/", to_query(state, known), ""))


def from_query(query: str, known: Known, *, language: str) -> Reading:
    """Read the query of a link, without the question mark.

    Parameters
    ----------
    query
        Percent-encoded query; of a repeated key the last value counts.
    known
        Ids that the values may name.
    language
        Language of a visitor whose link does not say one.

    Returns
    -------
    Reading
        Never raises: what could not be read is in its notices.
    """
    pairs = parse_qsl(query, keep_blank_values=True, errors="replace", max_num_fields=None)
    given = dict(pairs)
    state = start_state(known.evidence, language)
    notices: list[Notice] = []
    for key in _keys(known.evidence):
        if key.name not in given:
            continue
        if sum(name == key.name for name, _ in pairs) > 1:
            notices.append(_notice(key.name, given[key.name], _REPEATED))
        reading = key.read(state, given[key.name], known)
        state = reading.state
        notices.extend(replace(notice, key=key.name) for notice in reading.notices)
    notices.extend(_foreign_ranges(given, known.evidence))
    return Reading(state, tuple(notices))


def _notice(key: str, value: str, reason: str) -> Notice:
    return Notice(key, value if len(value) <= _SHOWN_LENGTH else f"{value[:_SHOWN_LENGTH]}…", reason)


def _unread(state: ViewState, value: str, reason: str = _DEFAULTED) -> Reading:
    return Reading(state, (_notice("", value, reason),))


def _foreign_ranges(given: dict[str, str], evidence: Evidence) -> Iterable[Notice]:
    """Name the date ranges of authorisations that the data does not hold."""
    for name, value in given.items():
        if name.startswith("d.") and name[2:] not in evidence.authorisations:
            yield _notice(name[:_SHOWN_LENGTH], value, _IGNORED)


def _read_members(value: str, members: Iterable[str]) -> tuple[tuple[str, ...], tuple[Notice, ...]] | None:
    """Split a list of ids into the known ones, in the order of ``members``, and notices; None if none of them is known."""
    if not value:
        return (), ()
    given = dict.fromkeys(value.split(","))
    chosen = tuple(member for member in members if member in given)
    if not chosen:
        return None
    strange = [item for item in given if item not in chosen]
    return chosen, (_notice("", ",".join(strange), _IGNORED),) if strange else ()


def _read_authorisations(state: ViewState, value: str, known: Known) -> Reading:
    members = _read_members(value, known.evidence.authorisations)
    if members is None:
        return _unread(state, value)
    return Reading(replace(state, authorisations=members[0]), members[1])


def _read_roles(state: ViewState, value: str, _: Known) -> Reading:
    members = _read_members(value, list(Role))
    if members is None:
        return _unread(state, value)
    return Reading(replace(state, roles=tuple(Role(role) for role in members[0])), members[1])


def _range_key(authorisation_id: str) -> Key:
    def write(state: ViewState, _: Known) -> str:
        """Write the chosen range as two days."""
        chosen = state.range_of(authorisation_id)
        return f"{chosen.start.isoformat()}..{chosen.end.isoformat()}"

    def read(state: ViewState, value: str, known: Known) -> Reading:
        """Read a range, cut to the days that the filter of the authorisation has."""
        window = _parse_window(value)
        bounds = known.evidence.authorisations[authorisation_id].window
        chosen = window.clipped_to(bounds) if window else None
        if chosen is None:
            return _unread(state, value)
        notices = () if chosen == window else (_notice("", value, _CUT),)
        return Reading(state.with_range(authorisation_id, chosen), notices)

    return Key(f"d.{authorisation_id}", write, read)


def _parse_window(value: str) -> Window | None:
    """Parse ``2023-06-01..2023-12-31``; None if it is not two ISO dates in order."""
    ends = value.split("..")
    if len(ends) != len(("start", "end")) or not all(_DAY.fullmatch(end) for end in ends):
        return None
    try:
        return Window(date.fromisoformat(ends[0]), date.fromisoformat(ends[1]))
    except ValueError:
        return None


def _read_version(state: ViewState, value: str, _: Known) -> Reading:
    return Reading(state) if value == LINK_VERSION else _unread(state, value)


def _read_basis(state: ViewState, value: str, _: Known) -> Reading:
    return Reading(replace(state, basis=BasisFilter(value))) if value in list(BasisFilter) else _unread(state, value)


def _read_min_sources(state: ViewState, value: str, _: Known) -> Reading:
    return Reading(replace(state, min_sources=int(value))) if value in ("1", "2") else _unread(state, value)


def _read_place(state: ViewState, value: str, known: Known) -> Reading:
    if not value or value in known.evidence.places or value in known.units:
        return Reading(replace(state, place=value))
    return _unread(state, value, _IGNORED)


def _read_view(state: ViewState, value: str, _: Known) -> Reading:
    return Reading(replace(state, view=View(value))) if value in list(View) else _unread(state, value)


def _read_language(state: ViewState, value: str, _: Known) -> Reading:
    return Reading(replace(state, language=value)) if value in LANGUAGES else _unread(state, value)


def _write_viewport(state: ViewState, _: Known) -> str | None:
    return f"{state.at.latitude},{state.at.longitude},{state.at.zoom:g}" if state.at else None


def _read_viewport(state: ViewState, value: str, _: Known) -> Reading:
    parts = value.split(",")
    if len(parts) != len(("latitude", "longitude", "zoom")) or not all(_NUMBER.fullmatch(part) for part in parts):
        return _unread(state, value)
    try:
        return Reading(replace(state, at=Viewport(*map(float, parts))))
    except ValueError:
        return _unread(state, value)


def _read_data_version(state: ViewState, value: str, known: Known) -> Reading:
    return Reading(state) if value == known.evidence.version else _unread(state, value, _OLD_DATA)


_HEAD: Final = (
    Key("v", lambda _state, _known: LINK_VERSION, _read_version),
    Key("auth", lambda state, _: ",".join(state.authorisations), _read_authorisations),
)
_TAIL: Final = (
    Key("role", lambda state, _: ",".join(state.roles), _read_roles),
    Key("basis", lambda state, _: state.basis.value, _read_basis),
    Key("min", lambda state, _: str(state.min_sources), _read_min_sources),
    Key("place", lambda state, _: state.place or None, _read_place),
    Key("view", lambda state, _: state.view.value, _read_view),
    Key("lang", lambda state, _: state.language, _read_language),
    Key("at", _write_viewport, _read_viewport),
    Key(DATA_KEY, lambda _, known: known.evidence.version, _read_data_version),
)


def _keys(evidence: Evidence) -> tuple[Key, ...]:
    """Return the keys of a link in the order in which they are written; there is one range for every authorisation."""
    return (*_HEAD, *(_range_key(authorisation_id) for authorisation_id in evidence.authorisations), *_TAIL)
