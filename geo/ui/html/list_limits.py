"""Limits of long lists: how many entries the page shows, and the link to the rest.

A list that grows with the data shows its first entries and counts the others. So the page stays usable with any amount of
data. The table has all entries.
"""

from collections.abc import Sequence
from typing import Final

from geo.evidence import Place
from geo.text import Translator
from geo.ui.html import markup
from geo.ui.html.links import place_link, view_link
from geo.ui.html.markup import Markup
from geo.view import View

MOST_NAMES: Final = 60
"""Names of places in one list."""
MOST_CLAIMS: Final = 24
"""Claims in one list, each with its statement."""
MOST_ANSWERS: Final = 24
"""Answers to one aspect of a question."""


def more_places(count: int, words: Translator) -> Markup:
    """Return the number of further places, as a link to the table."""
    return view_link(View.TABLE, words.plural("{count} more place", "{count} more places", count))


def more_claims(count: int, words: Translator) -> Markup:
    """Return the number of further claims, as a link to the table."""
    return view_link(View.TABLE, words.plural("{count} more claim", "{count} more claims", count))


def place_names(places: Sequence[Place], words: Translator, *, most: int = MOST_NAMES) -> Markup:
    """Return the names of the first ``most`` places, each a link to its place, and the number of further ones."""
    names = [place_link(place.place_id, words.of(place, "name")) for place in places[:most]]
    rest = [more_places(len(places) - most, words)] if len(places) > most else []
    return markup.join((*names, *rest), ", ")
