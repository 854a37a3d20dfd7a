"""The sentences about parts of a link that could not be read: which part, what was found, what is shown instead."""

from collections.abc import Mapping
from typing import Final

from geo.text import Translator, message
from geo.view.link.keys import MOST_SEARCHED, RANGE_PREFIX, link_keys
from geo.view.link.records import LinkContext, Notice, Reason
from geo.view.state import ViewState

_SENTENCES: Final[Mapping[Reason, str]] = {
    Reason.UNKNOWN: message("{part}: the link says {found}, which is not known here and is left out."),
    Reason.UNREADABLE: message("{part}: the link says {found}, which cannot be read. Shown instead: {instead}."),
    Reason.CLIPPED: message("{part}: the link says {found}, which reaches beyond the window of the act. Shown: {instead}."),
    Reason.OUTSIDE_WINDOW: message(
        "{part}: the link says {found}, which lies outside the window of the act. Shown instead: {instead}."
    ),
    Reason.OUTSIDE_MAP: message("{part}: the link says {found}, which lies outside Peru. Shown instead: {instead}."),
    Reason.REVERSED: message("{part}: the link says {found}, which ends before it begins. Shown: {instead}."),
    Reason.INCOMPLETE: message("{part}: the link says {found}, which ends too early. Shown: {instead}."),
    Reason.OTHER_DATA: message("{part}: the link says {found}, which is not the present one. Shown is the present data."),
    Reason.REPEATED: message("{part}: the link says it more than once. The last one counts: {found}."),
    Reason.TOO_LONG: message("{part}: the link says {found}, which is too long. Its first {most} characters are used."),
    Reason.CUT_OFF: message("The link was cut off. Missing, and shown as without a link: {missing}."),
    Reason.SHORT_LINK: message(
        "{found} is a short link, which does not say what it leads to. Open it, and copy the address of the page."
    ),
    Reason.NO_LINK: message("expected a link, http://…?…, or its query, key=value&…, found {found}"),
}


def notice_line(notice: Notice, state: ViewState, context: LinkContext, words: Translator, *, found: str = "") -> str:
    """Return one or two sentences on a part of a link that could not be read.

    Parameters
    ----------
    state
        The view that was read from the link.
    found
        Text for the part that was found; empty for its text in the link.
    """
    key = next((key for key in link_keys(context) if key.name == notice.key), None)
    return words(
        _SENTENCES[notice.reason],
        part=_label(notice.key, context, words),
        found=found or notice.found,
        instead=key.fallback(state, context, words) if key else "",
        missing=words.listing([_label(name, context, words) for name in notice.value.split(",")]),
        most=MOST_SEARCHED,
    )


def _label(name: str, context: LinkContext, words: Translator) -> str:
    """Return the subject of a key in words."""
    key = next((key for key in link_keys(context) if key.name == name), None)
    if key is None:
        return words("Days of {act}", act=words("an unknown authorisation")) if name.startswith(RANGE_PREFIX) else name
    return words(key.label, act=words.of(key.act, "short") if key.act else "")
