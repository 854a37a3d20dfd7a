"""Dates, numbers, lists and records as each language says them."""

from dataclasses import dataclass
from datetime import date

import pytest

from geo.evidence import Attribute, Authorisation, Place
from geo.text import LANGUAGES, message, translator
from tests.view.samples import MARCH, act, area

SPANS = {
    "one day": (date(2024, 11, 4), date(2024, 11, 4), "4 November 2024", "4 de noviembre de 2024"),
    "one month": (date(2024, 11, 4), date(2024, 11, 24), "4–24 November 2024", "4–24 de noviembre de 2024"),
    "one year": (date(2023, 6, 1), date(2023, 12, 31), "1 June – 31 December 2023", "1 de junio – 31 de diciembre de 2023"),
    "two years": (
        date(2023, 12, 31),
        date(2024, 1, 1),
        "31 December 2023 – 1 January 2024",
        "31 de diciembre de 2023 – 1 de enero de 2024",
    ),
    "the same month of two years": (
        date(2023, 11, 4),
        date(2024, 11, 24),
        "4 November 2023 – 24 November 2024",
        "4 de noviembre de 2023 – 24 de noviembre de 2024",
    ),
}

LISTS = {
    "nothing": ([], "", ""),
    "one": (["Lima"], "Lima", "Lima"),
    "two": (["Lima", "Pisco"], "Lima and Pisco", "Lima y Pisco"),
    "three": (["Lima", "Pisco", "Chiclayo"], "Lima, Pisco and Chiclayo", "Lima, Pisco y Chiclayo"),
}

PLURALS = {
    "none": (0, "0 days", "0 días"),
    "one": (1, "1 day", "1 día"),
    "two": (2, "2 days", "2 días"),
    "a thousand": (1000, "1,000 days", "1,000 días"),
}

FIELDS = {
    "one column per language": (act("M", MARCH), "name", "Act M", "Ley M"),
    "a plain column and its Spanish form": (area("north", "", name_es="Norte"), "name", "North", "Norte"),
    "a plain column alone": (area("north", ""), "name", "North", "North"),
    "no Spanish form, English instead": (Attribute("for", "Votes for", ""), "label", "Votes for", "Votes for"),
    "nothing at all": (Attribute("for", "", ""), "label", "", ""),
}


@dataclass(frozen=True)
class Bare:
    """A record with neither form of a name."""

    place_id: str = "north"


@pytest.mark.parametrize(("start", "end", "english", "spanish"), SPANS.values(), ids=SPANS)
def test_a_span_names_month_and_year_once(start: date, end: date, english: str, spanish: str) -> None:
    """What both ends share is said once, and a span of one day is that day."""
    assert (translator("en").span(start, end), translator("es").span(start, end)) == (english, spanish)


@pytest.mark.parametrize(("items", "english", "spanish"), LISTS.values(), ids=LISTS)
def test_a_list_is_joined_as_the_language_does(items: list[str], english: str, spanish: str) -> None:
    """The last item is joined by the language's own word."""
    assert (translator("en").listing(items), translator("es").listing(items)) == (english, spanish)


def test_a_choice_is_joined_as_the_language_does() -> None:
    """The last item is joined by the word for or; nothing is an empty text."""
    choices = [[], ["7"], ["7", "10"], ["1", "7", "10"]]
    assert [translator("en").choice(items) for items in choices] == ["", "7", "7 or 10", "1, 7 or 10"]
    assert [translator("es").choice(items) for items in choices] == ["", "7", "7 o 10", "1, 7 o 10"]


@pytest.mark.parametrize(("count", "english", "spanish"), PLURALS.values(), ids=PLURALS)
def test_a_plural_fits_its_count(count: int, english: str, spanish: str) -> None:
    """One is singular, everything else is plural, and the count is written as the language writes numbers."""
    assert [translator(language).plural("{count} day", "{count} days", count) for language in ("en", "es")] == [
        english,
        spanish,
    ]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(7, "7", id="small"),
        pytest.param(1234567, "1,234,567", id="large"),
        pytest.param(0.5, "0.5", id="half"),
        pytest.param(-3, "-3", id="negative"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_have_the_separators_of_peru_and_britain(value: float, written: str, language: str) -> None:
    """Both languages write a decimal point and a comma between thousands."""
    assert translator(language).number(value) == written


def test_dates_with_and_without_year() -> None:
    """A date is written out, in Peruvian Spanish with "setiembre"."""
    english, spanish = translator("en"), translator("es")
    assert (english.day(date(2023, 9, 30)), spanish.day(date(2023, 9, 30))) == ("30 September 2023", "30 de setiembre de 2023")
    assert (english.month_day(date(2023, 9, 3)), spanish.month_day(date(2023, 9, 3))) == ("3 September", "3 de setiembre")


@pytest.mark.parametrize(("record", "field", "english", "spanish"), FIELDS.values(), ids=FIELDS)
def test_of_gives_the_form_of_the_language_or_the_other(
    record: Authorisation | Attribute | Place, field: str, english: str, spanish: str
) -> None:
    """A missing translation shows the other form rather than nothing."""
    assert (translator("en").of(record, field), translator("es").of(record, field)) == (english, spanish)


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_refuses_a_field_that_no_record_has(language: str) -> None:
    """A field that does not exist is an error of the programmer, not an empty text."""
    with pytest.raises(AttributeError, match="name_en"):
        translator(language).of(Bare(), "name")


def test_a_message_is_translated_and_filled_in() -> None:
    """The English sentence is the message, and a value in it is put in as it is, braces and all."""
    assert translator("en")("in {unit}", unit="{x}") == "in {x}"
    assert translator("es")("in {unit}", unit="{x}") == "en {x}"


def test_an_unknown_message_stays_as_it_is() -> None:
    """What the catalogue does not hold is shown in English rather than failing."""
    assert translator("es")("no such message") == "no such message"


def test_marking_a_message_changes_nothing() -> None:
    """A marked message is the message itself."""
    assert message("Port") == "Port"


@pytest.mark.parametrize("language", ["xx", "EN", "", "es_PE"])
def test_an_unknown_language_is_refused(language: str) -> None:
    """The error says which languages there are and which was asked for."""
    with pytest.raises(ValueError, match=rf"no such language: expected one of en, es, found '{language}'"):
        translator(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_made_once(language: str) -> None:
    """The catalogue is read from disk once for each language."""
    assert translator(language) is translator(language)
    assert translator(language).language == language
