"""What to do about a text that is not what its column asks for."""

import pytest

from geo.evidence.advice import advise, advise_date, advise_number, advise_rounded
from geo.evidence.cells import PARTIAL_DATE, TYPES_IN_WORDS

DAYS = {
    "31/12/2023": "write 2023-12-31",
    "11/04/2024": "write 2024-04-11 or 2024-11-04",
    "31.12.2024": "write 2024-12-31",
    "31/12/23": "write 2023-12-31",
    "2023-5-31": "write 2023-05-31",
    "2024-11-04T05:00:00Z": "write 2024-11-04",
    "2023-06-01 13:45": "write 2023-06-01",
    "4 nov 2024": "write 2024-11-04",
    "Nov 4, 2024": "write 2024-11-04",
    "1 de junio de 2023": "write 2023-06-01",
    "01-jun-23": "write 2023-06-01",
    "45078": "write 2023-06-01",
    "2023-02-30": "no such day",
    "9999-12-31": "leave the cell empty where no end is stated",
    "0000-00-00": "leave the cell empty where no end is stated",
    "indefinido": "",
    "May 2023": "",
    "2023": "",
}
PARTS = {
    "May 2023": "write 2023-05",
    "mayo de 2023": "write 2023-05",
    "may-23": "write 2023-05",
    "setiembre 2023": "write 2023-09",
    "2023/06": "write 2023-06",
    "06/2023": "write 2023-06",
    "2023-5": "write 2023-05",
    "31/05/2023": "write 2023-05-31",
    "2023-13": "no such month",
    "2023-06-31": "no such day",
    "May 31": "",
    "23-06-01": "",
    "c. 2023": "",
}
NUMBERS = {
    "1,174": "write 1174",
    "1.174": "write 1174",
    "1\u00a0174": "write 1174",
    "1,174,000": "write 1174000",
    "1174.0": "write 1174",
    "\u0663": "write 3",
    "1.2e3": "a spreadsheet has rounded it: write all of its digits",
    "12,5": "",
    "about 1174": "",
    "\u00bd": "",
}


@pytest.mark.parametrize(("text", "advice"), DAYS.items(), ids=DAYS)
def test_a_day_that_can_be_told_is_written_out(text: str, advice: str) -> None:
    """Both readings are named where two days can be meant; nothing is said of what cannot be told."""
    assert advise_date(text) == advise(TYPES_IN_WORDS["date"], text) == advice


@pytest.mark.parametrize(("text", "advice"), PARTS.items(), ids=PARTS)
def test_a_month_that_can_be_told_is_written_out(text: str, advice: str) -> None:
    """A column of months and years takes less than a day."""
    assert advise_date(text, partial=True) == advise(PARTIAL_DATE, text) == advice


@pytest.mark.parametrize(("text", "advice"), NUMBERS.items(), ids=NUMBERS)
def test_a_whole_number_is_written_in_digits(text: str, advice: str) -> None:
    """Separators, decimals of nothing and digits of other scripts are told."""
    assert advise_number(text, whole=True) == advise(TYPES_IN_WORDS["integer"], text) == advice


def test_a_number_has_a_decimal_point() -> None:
    """A comma can only be that of a Spanish locale where decimals are asked for."""
    assert advise(TYPES_IN_WORDS["number"], "12,5") == "write 12.5"
    assert advise(TYPES_IN_WORDS["number"], "\uff11\uff12") == "write 12"


def test_a_word_of_a_list_is_corrected() -> None:
    """A closed list has near matches."""
    assert advise("one of stated, opinion", "Opinion") == "did you mean 'opinion'?"


def test_a_code_that_was_rounded_is_told() -> None:
    """Excel writes long codes in powers of ten."""
    assert advise("an id", "3.95E+06") == advise_rounded("3,95e6") == "a spreadsheet has rounded it: write all of its digits"
    assert advise_rounded("E-06") == ""
