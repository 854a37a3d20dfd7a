"""What a file of a view is called."""

import re
from typing import Final

from geo.view import ViewState

_MOST_NAMED: Final = 4
_STRANGE: Final = re.compile(r"[^a-z0-9]+")


def name_file(state: ViewState, what: str, ending: str) -> str:
    """Return a name that tells what the file is: project, what it holds, authorisations, days, language.

    It holds nothing but ``a`` to ``z``, digits, hyphens, underscores and one dot.
    """
    acts = state.authorisations if len(state.authorisations) <= _MOST_NAMED else (str(len(state.authorisations)), "acts")
    ranges = [state.range_of(key) for key in state.authorisations]
    parts = ["ingreso", what, "-".join(map(_safe, acts)) if acts else "none"]
    if ranges:
        parts.append(f"{min(days.start for days in ranges)}_{max(days.end for days in ranges)}")
    return f"{'_'.join(parts)}_{state.language}.{ending}"


def figure_name(state: ViewState, ending: str) -> str:
    """Return the name of a figure."""
    return name_file(state, "map", ending)


def _safe(text: str) -> str:
    return _STRANGE.sub("-", text.lower()).strip("-") or "x"
