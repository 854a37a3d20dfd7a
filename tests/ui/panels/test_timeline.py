"""The timeline on the page."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence, Window
from geo.ui.panels.timeline import read_choice, read_day

APP = Path(__file__).resolve().parents[3] / "app.py"


def test_the_chosen_days_and_their_marks_are_on_the_page() -> None:
    """The page says the days of the link and fills the bar by them."""
    at = AppTest.from_file(APP, default_timeout=30)
    at.query_params["d.31758"] = "2023-06-01..2023-09-30"
    at.query_params["lang"] = "en"
    at.run()
    assert not at.exception
    found = [element.body for element in at.get("html") if 'timeline-title"' in element.body]
    assert len(found) == 1
    assert "1 June – 30 September 2023 (122 of 214 days)" in found[0]
    assert ".tl-chosen-0{left:0.00%;width:57.01%}" in found[0]


CHOICES = {
    "a period": ("31758:2023-06-01..2023-09-30", {"31758": Window(date(2023, 6, 1), date(2023, 9, 30))}),
    "beyond the window": ("9307:2024-11-01..2024-11-10", {"9307": Window(date(2024, 11, 4), date(2024, 11, 10))}),
    "a month of any act": (":2023-07-01..2023-07-31", {"31758": Window(date(2023, 7, 1), date(2023, 7, 31))}),
    "outside the window": ("9307:2023-07-01..2023-07-31", {}),
    "an unknown act": ("1:2023-07-01..2023-07-31", {}),
    "turned round": ("31758:2023-09-30..2023-06-01", {}),
    "no such day": ("31758:2023-06-31..2023-09-30", {}),
    "other digits": ("31758:２０２３-06-01..2023-09-30", {}),  # noqa: RUF001
    "nothing": ("", {}),
}


@pytest.mark.parametrize(("choice", "expected"), CHOICES.values(), ids=CHOICES)
def test_a_choice_is_read_within_the_windows(evidence: Evidence, choice: str, expected: dict[str, Window]) -> None:
    """Days are cut to the window of their act; what cannot be read chooses nothing."""
    assert read_choice(choice, evidence) == expected


@pytest.mark.parametrize(
    ("choice", "day"),
    [
        ("on:2023-06-15", date(2023, 6, 15)),
        ("on:2023-06-31", None),
        ("2023-06-15", None),
        ("31758:2023-06-01..2023-09-30", None),
    ],
)
def test_a_day_of_the_axis_is_read(choice: str, day: date | None) -> None:
    """Anything else is no day."""
    assert read_day(choice) == day


def test_a_typed_day_shows_the_acts_in_force_on_it() -> None:
    """The others are off; on a day without any, the headline says so."""
    at = AppTest.from_file(APP, default_timeout=60)
    at.query_params["lang"] = "en"
    at.run()
    at.date_input(key="on-day").set_value(date(2024, 11, 10)).run()
    assert not at.exception
    assert at.query_params["auth"] == "9307"
    assert at.query_params["d.9307"] == "2024-11-10..2024-11-10"
    assert any("In force on 10 November 2024: 1 of 2 known acts." in element.body for element in at.get("html"))
    at.date_input(key="on-day").set_value(date(2024, 1, 10)).run()
    assert at.query_params["auth"] == ""
    assert any("On 10 January 2024, no known act was in force." in element.body for element in at.get("html"))
