"""The languages of the page. A new language is one entry here and a catalogue in ``locale``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

DatePatterns = tuple[str, str, str]
"""CLDR patterns of a date that is known to its year, its month, or its day."""


@dataclass(frozen=True, slots=True)
class Language:
    """What differs from language to language besides the translated messages."""

    locale: str
    """Babel locale, for dates, numbers and lists."""
    bibtex: str
    """Name of the language for BibTeX's field ``langid``."""
    apa_dates: DatePatterns
    """Dates in citations in the APA style."""
    chicago_dates: DatePatterns
    """Dates in citations in the Chicago style."""
    chicago_title: str
    """A title in the Chicago style: ``{sentence}`` is the title with its full stop, ``{title}`` is the title alone."""
    places_page: str
    """Name of the static site's page with the table of places."""
    claims_page: str
    """Name of the static site's page with all claims."""


LANGUAGE_RECORDS: Final[Mapping[str, Language]] = {
    "en": Language(
        locale="en_GB",
        bibtex="british",
        apa_dates=("y", "y, MMMM", "y, MMMM d"),
        chicago_dates=("y", "MMMM y", "MMMM d, y"),
        chicago_title="“{sentence}”",
        places_page="places.html",
        claims_page="claims.html",
    ),
    "es": Language(
        locale="es_PE",
        bibtex="spanish",
        apa_dates=("y", "y, MMMM", "y, d 'de' MMMM"),
        chicago_dates=("y", "MMMM 'de' y", "d 'de' MMMM 'de' y"),
        chicago_title="«{title}».",
        places_page="lugares.html",
        claims_page="afirmaciones.html",
    ),
}
"""By ISO 639-1 code; the first is the language of the message ids."""

LANGUAGES: Final = tuple(LANGUAGE_RECORDS)
"""ISO 639-1 codes of the languages of the page."""
