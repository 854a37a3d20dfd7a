"""Names for the files of a view."""

import re
from typing import Final

from geo.view import ViewState

_MOST_NAMED: Final = 4
"""Authorisations. If there are more, a name has their number."""

_STRANGE: Final = re.compile(r"[^a-z0-9]+")


def file_stem(state: ViewState, content: str) -> str:
    """Return the name of a file without its ending: project, content, authorisations, days, language.

    The characters are ``a`` to ``z``, digits, hyphens and underscores.
    """
    acts = state.authorisations if len(state.authorisations) <= _MOST_NAMED else (str(len(state.authorisations)), "acts")
    ranges = [state.range_of(key) for key in state.authorisations]
    parts = ["ingreso", content, "-".join(map(_safe, acts)) or "none"]
    if ranges:
        parts.append(f"{min(days.start for days in ranges)}_{max(days.end for days in ranges)}")
    return f"{'_'.join(parts)}_{state.language}"


def figure_name(state: ViewState, ending: str) -> str:
    """Return the name of a figure, with its ending."""
    return f"{file_stem(state, 'map')}.{ending}"


def _safe(text: str) -> str:
    return _STRANGE.sub("-", text.lower()).strip("-") or "x"
