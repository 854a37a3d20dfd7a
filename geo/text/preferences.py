"""The language of the page for a reader's browser."""

import re
from typing import Final

from babel.core import negotiate_locale

from geo.text.languages import LANGUAGES

_RANGE: Final = re.compile(r"\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?", re.ASCII)
_LONGEST: Final = 500
"""Characters. The rest of a longer header is ignored."""


def preferred_language(accept_language: str) -> str:
    """Return the language of the page that a reader prefers.

    Parameters
    ----------
    accept_language
        Value of the header ``Accept-Language`` (RFC 9110, 12.5.4), such as ``qu-PE,es;q=0.8``, or a single language. Entries
        that are not well-formed are left out.

    Returns
    -------
    str
        One of :data:`~geo.text.LANGUAGES`; the first of them where none is asked for.
    """
    ranges = filter(None, (_RANGE.fullmatch(part) for part in accept_language[:_LONGEST].split(",")))
    weights = {found[1].lower(): float(found[2] or 1) for found in ranges}
    wanted = sorted((tag for tag, weight in weights.items() if weight > 0), key=lambda tag: -weights[tag])
    return negotiate_locale(wanted, LANGUAGES, sep="-") or LANGUAGES[0]
