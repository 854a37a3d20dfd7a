"""A choice painted at once: the script that does it in the browser, and the namings that it selects from.

Both come after the map is painted, once, and are kept by the browser. ``scripts/instant/instant.js`` says how an answer of the
server is told from the choice that the browser has painted already.
"""

from functools import cache
from hashlib import sha256
from typing import Any, Final
from urllib.parse import quote

from geo.evidence import Evidence
from geo.export.web.namings import in_columns, naming_claims, naming_data
from geo.export.web.parts import selection_script
from geo.text import Translator
from geo.ui.browser import read_script
from geo.ui.page import Page
from geo.view import START_ROLES
from geo.view.labels import BASIS_LABELS, MIN_SOURCES_LABELS
from geo.view.state import CONTEXT_ROLES, start_acts

MOST_NAMINGS: Final = 2000
"""Claims that name a place. With more of them the server alone paints: they would take long to come and to select from."""

_OWN: Final = ("pending_choices.js", "filter_widgets.js", "instant.js")
"""Each takes what it needs from those before it."""
_SHOWN: Final = 12


@cache
def instant_script() -> str:
    """Return the whole script: selection and painting of the light page, then our own."""
    return "\n".join((selection_script(), *(read_script(f"instant/{name}") for name in _OWN)))


@cache
def instant_version() -> str:
    """Return a short digest of the script: another script has another one."""
    return sha256(instant_script().encode()).hexdigest()[:_SHOWN]


def instant_addresses(page: Page) -> dict[str, str]:
    """Return the addresses of ``script`` and ``namings``, relative to the page; neither where there are too many namings."""
    if page.data.naming_count > MOST_NAMINGS:
        return {}
    return {
        "script": f"assets/instant.js?v={instant_version()}",
        "namings": f"assets/namings.json?lang={page.context.state.language}&v={quote(page.data.stamp)}",
    }


def namings(evidence: Evidence, words: Translator) -> dict[str, Any]:
    """Return what the script is given, as JSON can say it; ``widgets`` holds by key the options of a widget, in their order."""
    data = naming_data(evidence, naming_claims(evidence), words)
    widgets = {
        "role": START_ROLES,
        "role-context": CONTEXT_ROLES,
        "basis": [*BASIS_LABELS],
        "min": [*MIN_SOURCES_LABELS],
        "start_acts": start_acts(evidence),
    }
    return {**data, "claims": in_columns(data["claims"]), "widgets": widgets}
