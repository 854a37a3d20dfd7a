"""What is said about a part of a link that was not read as it stands: which part, what was found, what is shown instead."""

from collections.abc import Callable, Mapping
from typing import Final

from geo.evidence import Evidence
from geo.text import Translator, message
from geo.view.link import Notice
from geo.view.state import BasisFilter, ViewState

_DAYS: Final = "d."
_PARTS: Final[Mapping[str, str]] = {
    "v": message("Version of the link"),
    "auth": message("Authorisations shown"),
    "role": message("Roles"),
    "basis": message("Sources that count"),
    "min": message("Independent sources needed"),
    "place": message("Selected place"),
    "view": message("View"),
    "lang": message("Language"),
    "at": message("Part of the map"),
    "data": message("Version of the data"),
}
_BASES: Final[Mapping[BasisFilter, str]] = {
    BasisFilter.ALL: message("texts and corroboration"),
    BasisFilter.TEXTS: message("the source texts alone"),
}
_LANGUAGES: Final[Mapping[str, str]] = {"en": message("English"), "es": message("Spanish")}


def notice_line(notice: Notice, state: ViewState, evidence: Evidence, words: Translator, *, found: str = "") -> str:
    """Say in a sentence or two what became of a part of a link.

    Parameters
    ----------
    state
        The view that was made of the link.
    found
        How the part is written as it was found; without it, as in the link.
    """
    return words(
        notice.reason,
        part=_part(notice.key, evidence, words),
        found=found or f"{notice.key}={notice.value}",
        instead=_instead(notice.key, state, evidence, words),
    )


def _part(key: str, evidence: Evidence, words: Translator) -> str:
    """Return what a key of the link is about."""
    if not key.startswith(_DAYS):
        return words(_PARTS[key])
    act = evidence.authorisations.get(key.removeprefix(_DAYS))
    return words("Days of {act}", act=words.of(act, "short") if act else words("an unknown authorisation"))


def _instead(key: str, state: ViewState, evidence: Evidence, words: Translator) -> str:
    """Return what a view shows in the part that a key is about."""
    if key.startswith(_DAYS):
        act_id = key.removeprefix(_DAYS)
        chosen = state.range_of(act_id) if act_id in evidence.authorisations else None
        return words.span(chosen.start, chosen.stated_end) if chosen else ""
    say = _SAID.get(key)
    return say(state, evidence, words) if say else ""


def _authorisations(state: ViewState, evidence: Evidence, words: Translator) -> str:
    return words.listing([words.of(evidence.authorisations[key], "short") for key in state.authorisations])


_SAID: Final[Mapping[str, Callable[[ViewState, Evidence, Translator], str]]] = {
    "v": lambda _state, _evidence, words: words("what the present version makes of it"),
    "auth": _authorisations,
    "role": lambda _state, _evidence, words: words("the roles of a visit without a link"),
    "basis": lambda state, _evidence, words: words(_BASES[state.basis]),
    "min": lambda _state, _evidence, words: words("places that any source names"),
    "view": lambda _state, _evidence, words: words("the map"),
    "lang": lambda state, _evidence, words: words(_LANGUAGES[state.language]),
    "at": lambda _state, _evidence, words: words("all of Peru"),
}
"""What is shown in a part that could not be read, by key."""
