"""The axis of a timeline: where days lie, what its ticks are called, and where years begin."""

from datetime import date

import pytest

from geo.draw.timeline.axis import build_axis, ticks, year_marks
from geo.evidence import Window
from geo.text import translator
from geo.view import Segment


def test_an_axis_places_days_and_refuses_those_it_does_not_hold() -> None:
    """A day takes its share of its part; a day in a break has no place."""
    early, late = Window(date(2031, 1, 1), date(2031, 1, 10)), Window(date(2032, 1, 1), date(2032, 1, 10))
    axis = build_axis([Segment(early, 0), Segment(late, 355)])
    assert axis.span(early) == (0.0, pytest.approx(0.43))
    assert axis.span(late) == (pytest.approx(0.57), pytest.approx(1.0))
    with pytest.raises(ValueError, match="no segment of the axis holds 2031-06-01 to 2031-06-02"):
        axis.span(Window(date(2031, 6, 1), date(2031, 6, 2)))


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (Window(date(2031, 1, 30), date(2031, 2, 12)), ["1 Feb", "3", "5", "7", "9", "11"]),
        (Window(date(2031, 1, 1), date(2031, 3, 31)), ["Jan", "Feb", "Mar"]),
        (Window(date(2031, 2, 1), date(2034, 1, 31)), ["Feb", "Jul", "Jan", "Jul", "Jan", "Jul", "Jan"]),
    ],
    ids=["days", "months", "half years"],
)
def test_ticks_are_as_many_as_have_room(days: Window, labels: list[str]) -> None:
    """A short part is named by its days, a longer one by months, a long one by half years."""
    (part,) = build_axis([Segment(days, 0)]).parts
    assert [tick.label for tick in ticks(part, 288, translator("en"))] == labels


def test_a_tick_begins_where_what_it_names_begins() -> None:
    """The name of a month or half year stands at its first day that is shown."""
    (part,) = build_axis([Segment(Window(date(2031, 2, 1), date(2034, 1, 31)), 0)]).parts
    for tick in ticks(part, 288, translator("en")):
        assert tick.left == pytest.approx(part.at(max(tick.window.start, date(2031, 2, 1))))


YEARS = {
    "an act of one whole year": (Window(date(2023, 12, 26), date(2025, 1, 6)), [(2023, False), (2024, True), (2025, False)]),
    "within a year": (Window(date(2024, 11, 3), date(2024, 11, 25)), [(2024, True)]),
    "across a new year": (Window(date(2022, 10, 1), date(2023, 3, 31)), [(2022, True), (2023, True)]),
}


@pytest.mark.parametrize(("days", "marks"), YEARS.values(), ids=YEARS)
def test_every_change_of_year_is_marked(days: Window, marks: list[tuple[int, bool]]) -> None:
    """Each year has its mark at its first day; its number stands there if there is room before the next."""
    (part,) = build_axis([Segment(days, 0)]).parts
    found = year_marks(part, 540)
    assert [(mark.year, mark.is_named) for mark in found] == marks
    assert [mark.left for mark in found[1:]] == [pytest.approx(part.at(date(mark.year, 1, 1))) for mark in found[1:]]
