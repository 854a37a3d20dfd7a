"""Long lists: how much of one stands on the page, and the way to the rest.

The page stays usable however much data there is: a list that grows with the data ends after its first entries and says how
many more there are. The table has all of them.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from geo.evidence import Place
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.links import way
from geo.view import View

MOST_NAMES: Final = 60
"""Names of places in one list."""
MOST_CLAIMS: Final = 24
"""Claims in one list, each with its statement."""
MOST_ANSWERS: Final = 24
"""Answers to one aspect of a question."""
MOST_FAULTS: Final = 200
"""Faults of the data in one list; the check on the command line has them all."""
_LONGEST_FAULT: Final = 400
"""Characters: a fault may quote an id, which may be of any length."""


def more_places(count: int, words: Translator) -> markup.Markup:
    """Return how many more places there are, as the way to them."""
    return way(View.TABLE, words.plural("{count} more place", "{count} more places", count))


def more_claims(count: int, words: Translator) -> markup.Markup:
    """Return how many more claims there are, as the way to them."""
    return way(View.TABLE, words.plural("{count} more claim", "{count} more claims", count))


def names_html(places: Sequence[Place], words: Translator, *, most: int = MOST_NAMES) -> markup.Markup:
    """Return the names of places with commas between them, the first of many and the way to the rest."""
    return listed_html([words.of(place, "name") for place in places[:most]], len(places) - most, words)


def listed_html(names: Iterable[str], rest: int, words: Translator) -> markup.Markup:
    """Return names with commas between them and, behind them, how many more there are."""
    shown = markup.text("span", ", ".join(names))
    return markup.join((shown, ", ", more_places(rest, words))) if rest > 0 else shown


def faults_text(faults: Sequence[object]) -> str:
    """Return a line for each of the first faults and, where there are more, how many and the command that lists them."""
    lines = [str(fault) for fault in faults[:MOST_FAULTS]]
    lines = [line if len(line) <= _LONGEST_FAULT else f"{line[:_LONGEST_FAULT]}…" for line in lines]
    rest = len(faults) - MOST_FAULTS
    return "\n".join([*lines, f"+ {rest}: python -m geo check"] if rest > 0 else lines)
