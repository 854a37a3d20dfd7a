"""The languages of the page."""

from datetime import date

import pytest
from babel.core import Locale
from babel.dates import format_date

from geo.text.languages import LANGUAGE_RECORDS, LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_what_the_libraries_need(code: str) -> None:
    """Babel knows the locale, and each pattern writes more of a date than the one before it."""
    record = LANGUAGE_RECORDS[code]
    locale = Locale.parse(record.locale)
    assert locale.language == code
    for patterns in (record.apa_dates, record.chicago_dates):
        written = [format_date(date(2024, 11, 4), pattern, locale=locale) for pattern in patterns]
        assert written[0] == "2024"
        assert len(written[0]) < len(written[1]) < len(written[2])
        assert "4" in written[2].replace("2024", "")


def test_the_pages_of_the_site_have_different_names() -> None:
    """No page of one language takes the place of another."""
    names = [record.places_page for record in LANGUAGE_RECORDS.values()]
    assert len(set(names)) == len(names)
    assert [record.chicago_title.format(title="T", sentence="T.") for record in LANGUAGE_RECORDS.values()] == ["“T.”", "«T»."]
