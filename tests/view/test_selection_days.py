"""Which days let a place through: both ends count, and each authorisation has days of its own."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from geo.evidence import Evidence, Window
from geo.view import select, start_state
from tests.view.samples import MARCH, MAY, evidence_of, naming, windows_within


def places_on(evidence: Evidence, window: Window, act: str = "M") -> set[str]:
    """Give the places that are shown when other days are chosen for an act."""
    return set(select(evidence, start_state(evidence, "en").with_range(act, window)).places)


TOUCHING = {
    "ends on the first day": (date(2031, 3, 1), date(2031, 3, 10), True),
    "starts on the last day": (date(2031, 3, 20), date(2031, 3, 31), True),
    "the first day alone": (date(2031, 3, 10), date(2031, 3, 10), True),
    "the last day alone": (date(2031, 3, 20), date(2031, 3, 20), True),
    "within": (date(2031, 3, 12), date(2031, 3, 13), True),
    "ends a day before": (date(2031, 3, 1), date(2031, 3, 9), False),
    "starts a day after": (date(2031, 3, 21), date(2031, 3, 31), False),
}
TEN_DAYS = Window(date(2031, 3, 10), date(2031, 3, 20))
DATED = evidence_of(naming("1", "north", window=TEN_DAYS))


@pytest.mark.parametrize(("start", "end", "is_shown"), TOUCHING.values(), ids=TOUCHING)
def test_both_ends_of_a_range_count(start: date, end: date, *, is_shown: bool) -> None:
    """A claim shows when its first or its last day is among the chosen ones."""
    assert places_on(DATED, Window(start, end)) == ({"north"} if is_shown else set())


@given(windows_within(MARCH), windows_within(MARCH))
@settings(deadline=None)
def test_a_claim_shows_on_each_of_its_days(own: Window, chosen: Window) -> None:
    """A place is shown just when its claim and the chosen days have a day in common."""
    days, others = ({window.start + timedelta(days=day) for day in range(window.days)} for window in (own, chosen))
    expected = {"north"} if days & others else set()
    assert places_on(evidence_of(naming("1", "north", window=own)), chosen) == expected


@given(windows_within(MARCH))
@settings(deadline=None)
def test_a_claim_without_days_has_those_of_its_act(chosen: Window) -> None:
    """Whatever days of the act are chosen, what has no window of its own is shown."""
    assert places_on(evidence_of(naming("1", "north")), chosen) == {"north"}


@given(windows_within(MAY))
@settings(deadline=None)
def test_the_days_of_one_act_do_not_filter_another(chosen: Window) -> None:
    """Choosing days of act Y hides nothing of act M."""
    assert places_on(DATED, chosen, act="Y") == {"north"}


@given(windows_within(MARCH))
@settings(deadline=None)
def test_context_ignores_dates(chosen: Window) -> None:
    """Context is shown on any days, also when it has a window of its own far from them."""
    far = Window(date(2017, 11, 1), date(2017, 11, 30))
    evidence = evidence_of(naming("1", "north", authorisation_id="", window=far))
    assert places_on(evidence, chosen) == {"north"}


def test_the_days_of_a_third_authorisation_are_those_of_its_row(three_acts: Evidence) -> None:
    """The start state switches it on over the whole of its window."""
    state = start_state(three_acts, "en")
    assert (state.authorisations[-1], state.ranges[-1]) == ("32100", ("32100", MARCH))
