"""Windows: both ends are inclusive."""

from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.evidence import Window

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2050, 12, 31))
WINDOWS = st.tuples(DAYS, DAYS).map(lambda ends: Window(min(ends), max(ends)))


def days_of(window: Window) -> set[date]:
    """Return the days of a window one by one: the meaning that the arithmetic must have."""
    return {window.start + timedelta(days=number) for number in range((window.end - window.start).days + 1)}


SHORT_WINDOWS = st.builds(
    lambda start, length: Window(start, start + timedelta(days=length)),
    st.dates(min_value=date(2023, 5, 1), max_value=date(2023, 7, 1)),
    st.integers(min_value=0, max_value=40),
)


def test_window_refuses_an_end_before_its_start() -> None:
    """A window that ends before it starts does not exist."""
    with pytest.raises(ValueError, match=r"cannot end \(2023-01-01\) before it starts \(2023-01-02\)"):
        Window(date(2023, 1, 2), date(2023, 1, 1))


def test_window_is_a_value() -> None:
    """A window cannot be changed, and equal windows are interchangeable."""
    window = Window(date(2023, 1, 1), date(2023, 1, 2))
    with pytest.raises(FrozenInstanceError):
        window.start = date(2022, 1, 1)  # type: ignore[misc]
    assert {window, Window(date(2023, 1, 1), date(2023, 1, 2))} == {window}


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        pytest.param(date(2023, 6, 1), date(2023, 12, 31), 214, id="seven months"),
        pytest.param(date(2024, 11, 4), date(2024, 11, 24), 21, id="three weeks"),
        pytest.param(date(2024, 2, 28), date(2024, 3, 1), 3, id="leap day"),
    ],
)
def test_both_ends_count(start: date, end: date, days: int) -> None:
    """The first and the last day both count."""
    assert Window(start, end).days == days


@given(SHORT_WINDOWS)
def test_days_are_counted_one_by_one(window: Window) -> None:
    """The number of days is what counting them gives."""
    assert window.days == len(days_of(window))


@given(WINDOWS, WINDOWS)
def test_overlap_is_symmetric(one: Window, other: Window) -> None:
    """Two windows overlap whichever is asked."""
    assert one.overlaps(other) == other.overlaps(one)


@given(SHORT_WINDOWS, SHORT_WINDOWS)
def test_overlap_and_clip_are_the_common_days(one: Window, other: Window) -> None:
    """Windows overlap where they have a day in common, and clipping gives just those days."""
    common = days_of(one) & days_of(other)
    clipped = one.clipped_to(other)
    assert one.overlaps(other) == bool(common)
    assert (days_of(clipped) if clipped else set()) == common


@given(WINDOWS, WINDOWS)
def test_clip_lies_within_both(one: Window, other: Window) -> None:
    """A clipped window never reaches beyond either of the two."""
    clipped = one.clipped_to(other)
    if clipped is not None:
        assert max(one.start, other.start) == clipped.start <= clipped.end == min(one.end, other.end)


@given(WINDOWS, WINDOWS)
def test_days_within_an_open_window_are_open_only_at_its_end(one: Window, other: Window) -> None:
    """What reaches the last known day of an open window has no stated end either; what ends before it has one."""
    bounds = Window(other.start, other.end, is_open=True)
    clipped = one.clipped_to(bounds)
    if clipped is not None:
        assert clipped.stated_end == (None if one.end >= bounds.end else one.end)


@given(WINDOWS)
def test_window_overlaps_itself(window: Window) -> None:
    """A window clipped to itself is itself."""
    assert window.overlaps(window)
    assert window.clipped_to(window) == window
