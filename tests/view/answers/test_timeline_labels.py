"""Days in few letters."""

from datetime import date

import pytest

from geo.evidence import Window
from geo.text import translator
from geo.view.answers.timeline_labels import short_span, short_span_with_year


@pytest.mark.parametrize(
    ("start", "end", "short", "with_year"),
    [
        ((2024, 11, 4), (2024, 11, 4), "4 Nov", "4 Nov 2024"),
        ((2024, 11, 4), (2024, 11, 24), "4–24 Nov", "4–24 Nov 2024"),
        ((2023, 6, 1), (2023, 9, 30), "1 Jun – 30 Sept", "1 Jun – 30 Sept 2023"),
        ((2023, 6, 1), (2024, 1, 2), "1 Jun 2023 – 2 Jan 2024", "1 Jun 2023 – 2 Jan 2024"),
    ],
)
def test_month_and_year_are_said_once(
    start: tuple[int, int, int], end: tuple[int, int, int], *, short: str, with_year: str
) -> None:
    """Both ends share what they can."""
    window, words = Window(date(*start), date(*end)), translator("en")
    assert (short_span(window, words), short_span_with_year(window, words)) == (short, with_year)
