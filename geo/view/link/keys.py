"""The keys of a link: name, label, writer, reader and fallback of each.

To add a key, add an entry to the tables at the end of this module; the order of the entries is the order in the link.
Every key is written, also with its default value, so that an old link keeps its meaning when a default changes. A reader takes
a value that :func:`geo.view.link.repair.tidy_value` has tidied. It never fails: an unreadable value leaves the view as it is,
with a notice.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from geo.evidence import Authorisation, Role
from geo.text import LANGUAGES, Translator, message
from geo.view.link.records import LinkContext, Notice, Reading, Reason
from geo.view.link.repair import TEXT_KEY, encode_text
from geo.view.link.values import SEPARATORS, find_member, read_members, read_window
from geo.view.state import BasisFilter, View, Viewport, ViewState, start_acts

LINK_VERSION: Final = "1"
"""Version of the link's grammar, its key ``v``."""

DATA_KEY: Final = "data"
"""The key of the data version; :mod:`geo.view.link.data_changes` explains its notice."""

RANGE_PREFIX: Final = "d."
MOST_SEARCHED: Final = 200
"""Characters of a search text that a link keeps."""

_NUMBER: Final = re.compile(r"-?\d{1,3}(\.\d{1,15})?", re.ASCII)
_LANGUAGE_TAG: Final = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z]{2,4})*\.?", re.ASCII)
_VERSION_ALONE: Final = re.compile(r"^([0-9]+(?:[.][0-9]+)*(?:[+]edited)?)[\"'\]].*$", re.ASCII | re.DOTALL)
"""A version, and the rest of the markup that the link stood in, from its quotation mark or bracket on."""
_LATITUDES: Final = (-32, 14)
_LONGITUDES: Final = (-98, -52)
"""Degrees: range of the centre of a map that shows Peru, about ten degrees beyond the bounds of the page's map."""

_BASES: Final[Mapping[BasisFilter, str]] = {
    BasisFilter.ALL: message("texts and corroboration"),
    BasisFilter.TEXTS: message("the source texts alone"),
}


def _nothing(_state: ViewState, _context: LinkContext, _words: Translator) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the link."""

    name: str
    label: str
    """Message id of the key's subject; ``{act}`` is the act of a range of days."""
    write: Callable[[ViewState, LinkContext], str | None]
    """Returns the value, or None if the key is left out."""
    read: Callable[[ViewState, str, LinkContext], Reading]
    """Takes the view so far and the tidied value, and returns the view with the value. A notice without a value is about the
    whole value."""
    fallback: Callable[[ViewState, LinkContext, Translator], str] = _nothing
    """Returns, in words, what the view shows if the value could not be read."""
    act: Authorisation | None = None


def expected_keys(state: ViewState) -> tuple[str, ...]:
    """Return the keys that every link to a view has in version 1, in order."""
    ranges = (f"{RANGE_PREFIX}{act_id}" for act_id in state.authorisations)
    return ("v", "auth", *ranges, "role", "basis", "min", "view", "lang", DATA_KEY)


def _fault(state: ViewState, reason: Reason = Reason.UNREADABLE) -> Reading:
    return Reading(state, (Notice("", "", reason),))


def _read_authorisations(state: ViewState, value: str, context: LinkContext) -> Reading:
    acts = context.evidence.authorisations
    members = read_members(value, acts)
    if members is None:
        return _fault(state)
    return Reading(replace(state, authorisations=tuple(act_id for act_id in acts if act_id in members[0])), members[1])


def _name_authorisations(state: ViewState, context: LinkContext, words: Translator) -> str:
    return words.listing([words.of(context.evidence.authorisations[act_id], "short") for act_id in state.authorisations])


def _read_roles(state: ViewState, value: str, _: LinkContext) -> Reading:
    members = read_members(value, list(Role))
    if members is None:
        return _fault(state)
    return Reading(replace(state, roles=tuple(role for role in Role if role in members[0])), members[1])


def _range_key(act: Authorisation) -> Key:
    """Return the key for the days of an act. It is left out if the act is off with its whole window: there may be many."""
    act_id, bounds = act.authorisation_id, act.window

    def write(state: ViewState, context: LinkContext) -> str | None:
        """Return the chosen range as two days; the last day of an open window is empty."""
        chosen = state.range_of(act_id)
        if chosen == bounds and act_id not in {*state.authorisations, *start_acts(context.evidence)}:
            return None
        return f"{chosen.start.isoformat()}..{chosen.stated_end.isoformat() if chosen.stated_end else ''}"

    def read(state: ViewState, value: str, _: LinkContext) -> Reading:
        """Read a range, clipped to the window of the authorisation."""
        window, reason = read_window(value, bounds)
        return Reading(state.with_range(act_id, window) if window else state, (Notice("", "", reason),) if reason else ())

    def fallback(state: ViewState, _: LinkContext, words: Translator) -> str:
        """Return the shown days in words."""
        chosen = state.range_of(act_id)
        return words.span(chosen.start, chosen.stated_end)

    return Key(f"{RANGE_PREFIX}{act_id}", message("Days of {act}"), write, read, fallback, act)


def _read_version(state: ViewState, value: str, _: LinkContext) -> Reading:
    return Reading(state) if find_member(value, (LINK_VERSION,)) else _fault(state)


def _read_basis(state: ViewState, value: str, _: LinkContext) -> Reading:
    basis = find_member(value, list(BasisFilter))
    return Reading(replace(state, basis=BasisFilter(basis))) if basis else _fault(state)


def _read_min_sources(state: ViewState, value: str, _: LinkContext) -> Reading:
    least = find_member(value, ("1", "2"))
    return Reading(replace(state, min_sources=int(least))) if least else _fault(state)


def _read_place(state: ViewState, value: str, context: LinkContext) -> Reading:
    place = find_member(value, (*context.evidence.places, *context.units))
    return Reading(replace(state, place=place or "")) if place or not value else _fault(state, Reason.UNKNOWN)


def _read_view(state: ViewState, value: str, _: LinkContext) -> Reading:
    view = find_member(value, list(View))
    return Reading(replace(state, view=View(view))) if view else _fault(state)


def _read_language(state: ViewState, value: str, _: LinkContext) -> Reading:
    tag = _LANGUAGE_TAG.fullmatch(value)
    language = find_member(tag[1], LANGUAGES) if tag else None
    return Reading(replace(state, language=language)) if language else _fault(state)


def _read_open_questions(state: ViewState, value: str, context: LinkContext) -> Reading:
    members = read_members(value, context.evidence.disagreements)
    if members is None:
        return _fault(state, Reason.UNKNOWN)
    return Reading(replace(state, open_questions=members[0]), members[1])


def _read_search(state: ViewState, value: str, _: LinkContext) -> Reading:
    notices = (Notice("", "", Reason.TOO_LONG),) if len(value) > MOST_SEARCHED else ()
    return Reading(replace(state, table_search=value[:MOST_SEARCHED]), notices)


def _write_viewport(state: ViewState, _: LinkContext) -> str | None:
    return f"{state.at.latitude},{state.at.longitude},{state.at.zoom:g}" if state.at else None


def _read_viewport(state: ViewState, value: str, _: LinkContext) -> Reading:
    parts = SEPARATORS.split(value.removesuffix("."))
    if len(parts) != len(("latitude", "longitude", "zoom")) or not all(_NUMBER.fullmatch(part) for part in parts):
        return _fault(state)
    latitude, longitude, zoom = map(float, parts)
    if not (_LATITUDES[0] <= latitude <= _LATITUDES[1] and _LONGITUDES[0] <= longitude <= _LONGITUDES[1]):
        return _fault(state, Reason.OUTSIDE_MAP)
    try:
        return Reading(replace(state, at=Viewport(latitude, longitude, zoom)))
    except ValueError:
        return _fault(state)


def _read_data_version(state: ViewState, value: str, context: LinkContext) -> Reading:
    version = _VERSION_ALONE.sub(r"\1", value.replace(" ", "+")).removesuffix(".")
    if version.casefold() == context.evidence.version.casefold():
        return Reading(state)
    known = version if version in context.evidence.history.versions else ""
    return Reading(state, (Notice("", known, Reason.OTHER_DATA),))


def link_keys(context: LinkContext) -> tuple[Key, ...]:
    """Return the keys of a link in the order of the link; every authorisation has a range of days."""
    ranges = (_range_key(act) for act in context.evidence.authorisations.values())
    return (*_KEYS_BEFORE_RANGES, *ranges, *_KEYS_AFTER_RANGES)


_KEYS_BEFORE_RANGES: Final = (
    Key(
        "v",
        message("Version of the link"),
        lambda _state, _context: LINK_VERSION,
        _read_version,
        lambda _state, _context, words: words("what the present version makes of it"),
    ),
    Key(
        "auth",
        message("Authorisations shown"),
        lambda state, _: ",".join(state.authorisations),
        _read_authorisations,
        _name_authorisations,
    ),
)
_KEYS_AFTER_RANGES: Final = (
    Key(
        "role",
        message("Roles"),
        lambda state, _: ",".join(state.roles),
        _read_roles,
        lambda _state, _context, words: words("the roles of a visit without a link"),
    ),
    Key(
        "basis",
        message("Sources that count"),
        lambda state, _: state.basis.value,
        _read_basis,
        lambda state, _context, words: words(_BASES[state.basis]),
    ),
    Key(
        "min",
        message("Independent sources needed"),
        lambda state, _: str(state.min_sources),
        _read_min_sources,
        lambda _state, _context, words: words("places that any source names"),
    ),
    Key("place", message("Selected place"), lambda state, _: state.place or None, _read_place),
    Key(
        "view", message("View"), lambda state, _: state.view.value, _read_view, lambda _state, _context, words: words("the map")
    ),
    Key(
        "lang",
        message("Language"),
        lambda state, _: state.language,
        _read_language,
        lambda state, _context, words: words.language_name(state.language),
    ),
    Key("open", message("Open questions"), lambda state, _: ",".join(state.open_questions) or None, _read_open_questions),
    Key(TEXT_KEY, message("Search of the table"), lambda state, _: encode_text(state.table_search) or None, _read_search),
    Key(
        "at",
        message("Part of the map"),
        _write_viewport,
        _read_viewport,
        lambda _state, _context, words: words("all of Peru"),
    ),
    Key(DATA_KEY, message("Version of the data"), lambda _, context: context.evidence.version, _read_data_version),
)
