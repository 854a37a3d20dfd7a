"""Translate messages and plurals, and format dates, numbers and lists in one language."""

import gettext
import io
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from geo.text.languages import LANGUAGE_RECORDS, LANGUAGES, Language

_CATALOGUES: Final = Path(__file__).parent / "locale"


def message(text: str) -> str:
    """Mark a message for the catalogue, and return it unchanged; :class:`Translator` translates it later."""
    return text


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark singular and plural of a counted noun for the catalogue where they are defined."""
    return one, many


_NO_END: Final = message("from {day}, no end stated")


@dataclass(frozen=True, slots=True)
class Translator:
    """Messages, dates, numbers and lists in one language.

    Attributes
    ----------
    language
        ISO 639-1 code, one of :data:`LANGUAGES`.
    locale
        The Babel locale behind it: British English or the Spanish of Peru.
    translations
        The catalogue; English has none.
    """

    language: str
    locale: Locale
    translations: gettext.NullTranslations

    @property
    def record(self) -> Language:
        """What differs from language to language besides the messages."""
        return LANGUAGE_RECORDS[self.language]

    def __call__(self, text: str, **values: object) -> str:
        """Return a message in this language, with values for its named fields."""
        return self.translations.gettext(text).format(**values)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """Return singular or plural of a message for a count; ``{count}`` is replaced by the formatted count."""
        return self.translations.ngettext(one, many, count).format(count=self.number(count), **values)

    def number(self, value: float) -> str:
        """Return a number with the separators of the language."""
        return format_decimal(value, locale=self.locale)

    def day(self, value: date) -> str:
        """Return a date in full: ``4 November 2024``, ``4 de noviembre de 2024``."""
        return format_date(value, "long", locale=self.locale)

    def month_day(self, value: date) -> str:
        """Return a date without its year: ``4 November``, ``4 de noviembre``."""
        return format_skeleton("MMMMd", value, locale=self.locale)

    def span(self, start: date, end: date | None) -> str:
        """Return a span of days, both ends inclusive; a month or year that both ends share is written once.

        An end of None means that no end is stated.
        """
        if end is None:
            return self(_NO_END, day=self.day(start))
        if start == end:
            return self.day(start)
        if (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{self.day(end)}"
        first = self.month_day(start) if start.year == end.year else self.day(start)
        return f"{first} – {self.day(end)}"

    def language_name(self, language: str) -> str:
        """Return the name of a language in this language: ``Spanish``, ``español``."""
        return str(self.locale.languages[language])

    def listing(self, items: list[str]) -> str:
        """Return items as a list in words: ``a, b and c``, ``a, b y c``."""
        return format_list(items, locale=self.locale) if items else ""

    def choice(self, items: list[str]) -> str:
        """Return alternatives as a list in words: ``a, b or c``, ``a, b o c``."""
        return format_list(items, style="or", locale=self.locale) if items else ""

    def of(self, record: object, field: str) -> str:
        """Return the text of a record's field in this language.

        A field has either one column per language (``name_en``, ``name_es``), or a plain one with an optional Spanish form
        beside it (``name``, ``name_es``). If the form of this language is empty, the other one is returned.
        """
        wanted = str(getattr(record, f"{field}_{self.language}", ""))
        fallback = getattr(record, field, None)
        return wanted or str(getattr(record, f"{field}_en") if fallback is None else fallback)


@lru_cache
def translator(language: str) -> Translator:
    """Return the translator of a language.

    Raises
    ------
    ValueError
        If the language is not one of :data:`LANGUAGES`.
    """
    if language not in LANGUAGES:
        expected = ", ".join(LANGUAGES)
        error = f"no such language: expected one of {expected}, found {language!r}"
        raise ValueError(error)
    return Translator(language, Locale.parse(LANGUAGE_RECORDS[language].locale), _load_translations(language))


def _load_translations(language: str) -> gettext.NullTranslations:
    if language == LANGUAGES[0]:
        return gettext.NullTranslations()
    with (_CATALOGUES / language / "LC_MESSAGES" / "geo.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    translations: Any = gettext.GNUTranslations(compiled)
    return translations  # type: ignore[no-any-return]
