"""Which acts are in force on a day, and what a view says of it."""

from dataclasses import replace
from datetime import date

import pytest

from geo.evidence import Evidence, Window
from geo.text import translator
from geo.view import ViewState, start_state
from geo.view.in_force import acts_in_force, day_line, shown_day
from geo.view.session import show_day


@pytest.mark.parametrize(
    ("day", "acts"),
    [
        (date(2023, 5, 31), ()),
        (date(2023, 6, 1), ("31758",)),
        (date(2023, 12, 31), ("31758",)),
        (date(2024, 1, 1), ()),
        (date(2024, 11, 24), ("9307",)),
    ],
)
def test_both_ends_of_a_window_are_in_it(evidence: Evidence, day: date, acts: tuple[str, ...]) -> None:
    """An act is in force from its first day to its last."""
    assert acts_in_force(evidence, day) == acts


def test_an_open_window_ends_with_the_data(evidence: Evidence) -> None:
    """An act without a stated end is in force on every later day that the data knows."""
    act = evidence.authorisations["31758"]
    act = replace(act, window=Window(act.window.start, date(2024, 11, 24), is_open=True))
    opened = replace(evidence, authorisations={**evidence.authorisations, "31758": act})
    assert acts_in_force(opened, date(2024, 11, 10)) == ("31758", "9307")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_view_of_one_day_says_so(evidence: Evidence, language: str) -> None:
    """The sentence has the day and the number of acts; a view of more days, or of other acts, has no sentence."""
    start, words = start_state(evidence, language), translator(language)
    one = show_day(date(2024, 11, 10), evidence)(start)
    assert shown_day(evidence, one) == date(2024, 11, 10)
    assert words.day(date(2024, 11, 10)) in day_line(evidence, one, words)
    both = replace(one, authorisations=("31758", "9307"))
    for other in (start, both, replace(one, authorisations=())):
        assert shown_day(evidence, other) is None
        assert not day_line(evidence, other, words)


def test_no_act_in_force_is_said_for_the_day_that_was_asked(evidence: Evidence) -> None:
    """The view itself does not know the day: no act is on in it."""
    none: ViewState = show_day(date(2022, 1, 1), evidence)(start_state(evidence, "en"))
    assert none.authorisations == ()
    assert day_line(evidence, none, translator("en"), asked=date(2022, 1, 1)) == "On 1 January 2022, no known act was in force."
