"""What is dated of each act, as each source gives it, on an axis without its long empty stretches."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.evidence import Evidence, Window
from geo.text import translator
from geo.view import BasisFilter, Dated, Group, Segment, build_timeline, chosen_days, start_state
from geo.view.answers.timeline import LONGEST_EMPTY, MOST_SEGMENTS, segments
from tests.view.samples import context_of

ENGLISH = translator("en")


def day(text: str) -> date:
    """Return a date from its ISO form."""
    return date.fromisoformat(text)


def rows(groups: tuple[Group, ...]) -> list[tuple[str, list[tuple[str, str, str]], list[str]]]:
    """Return of each group its question, what is dated in it and what is not."""
    return [
        (group.question, [(item.days, item.what, item.who) for item in group.dated], list(group.unplaced)) for group in groups
    ]


def test_the_empty_year_is_taken_out(evidence: Evidence) -> None:
    """The axis has a part for each act and says how many empty days lie between them."""
    timeline = build_timeline(context_of(evidence, basis=BasisFilter.ALL))
    assert timeline.segments == (
        Segment(Window(day("2023-04-16"), day("2024-01-04")), empty_before=0),
        Segment(Window(day("2024-10-30"), day("2024-11-25")), empty_before=304),
    )


def test_conflicting_dates_stand_side_by_side_with_who_says_each(evidence: Evidence) -> None:
    """The day of the 2023 vote and the days of the summit are given as each source has them; words stay words."""
    first, second = build_timeline(context_of(evidence, basis=BasisFilter.ALL)).lanes
    assert (first.band.days, first.band.who) == ("1 Jun – 31 Dec", "Orinoco Tribune, NakedCapitalism = 004, La Jornada")
    assert rows(first.groups) == [
        (
            "Until when does the 2023 authorisation run?",
            [
                ("1 Jun – 30 Sept", "Period", "La Lupa, in NakedCapitalism; La Jornada"),
                ("1 Oct – 30 Dec", "Period", "La Lupa, in NakedCapitalism; La Jornada"),
            ],
            [],
        ),
        ("", [("20 Apr", "Date of presentation", "La Jornada")], []),
        (
            "When was the 2023 entry authorised?",
            [
                ("18 May", "Date of approval", "NakedCapitalism"),
                ("19 May", "Date of approval", "La Jornada"),
                ("31 May", "Date of approval", "Orinoco Tribune"),
            ],
            [
                "Date of approval: unreadable, bracket damaged (NakedCapitalism); day of the Amnesty report (004)",
                "Day of the week: Thursday (NakedCapitalism)",
            ],
        ),
        (
            "",
            [],
            [
                "Arrival: soon (NakedCapitalism); possibly the following week (NakedCapitalism)",
                "Permitted stay: any time within the window (NakedCapitalism)",
                "Vote: 70 for, 33 against, 4 abstaining (003, C-08)",
            ],
        ),
    ]
    assert rows(second.groups) == [
        (
            "When is the 2024 summit?",
            [
                ("4–24 Nov", "Days of the summit", "000"),
                ("4–24 Nov", "Window requested", "The News Perú"),
                ("10–16 Nov", "Days of the summit", "001"),
                ("14–16 Nov", "Days of the summit", "ANP"),
            ],
            [],
        ),
        ("", [("31 Oct", "Date of approval", "RPP"), ("2 Nov", "Date of publication", "RPP")], []),
        (
            "",
            [],
            [
                "Date of approval: recent, no date given (000, 001)",
                "Vote: 63 for, 23 against, 7 abstaining (000, 001)",
                "Vote: 62 for (C-01)",
            ],
        ),
    ]


def test_a_dated_thing_says_all_of_itself(evidence: Evidence) -> None:
    """A period names its sources in full and the days that can be chosen; a day outside the window cannot be chosen."""
    period, *_ = build_timeline(context_of(evidence, basis=BasisFilter.ALL)).lanes[0].groups[0].dated
    window = Window(day("2023-06-01"), day("2023-09-30"))
    assert period == Dated(
        window=window,
        what="Period",
        days="1 Jun – 30 Sept",
        who="La Lupa, in NakedCapitalism; La Jornada",
        full="Period: 1 June – 30 September 2023 (La Lupa, in NakedCapitalism; La Jornada)",
        claim_ids=("A23-15-first", "C-08-09"),
        disputed=True,
        choice=window,
    )
    bill = build_timeline(context_of(evidence, basis=BasisFilter.ALL)).lanes[0].groups[1].dated[0]
    assert (bill.choice, bill.disputed) == (None, False)


def test_the_texts_alone_are_heard_where_only_they_count(evidence: Evidence) -> None:
    """With the basis of texts no corroborating page is among those who say it."""
    lanes = build_timeline(context_of(evidence, basis=BasisFilter.TEXTS)).lanes
    claims = [claim for lane in lanes for item in lane.dated for claim in item.claim_ids]
    assert {evidence.claims[key].source_id for key in claims} == {"000", "001", "002", "003", "004"}
    assert [item.days for item in lanes[0].dated if item.what == "Date of approval"] == ["31 May"]
    assert all("C-" not in line for lane in lanes for group in lane.groups for line in group.unplaced)


def test_a_third_act_has_its_lane_and_its_part_of_the_axis(three_acts: Evidence) -> None:
    """An act made of rows alone comes with band, period and vote."""
    timeline = build_timeline(context_of(three_acts, basis=BasisFilter.ALL))
    lane = timeline.lanes[2]
    assert len(timeline.segments) == 3
    assert (lane.authorisation_id, lane.band.days, lane.band.who) == ("32100", "1–31 Mar", "RPP")
    assert rows(lane.groups) == [("", [("10–16 Mar", "Period", "RPP")], []), ("", [], ["Vote: 81 for (C-01)"])]


WINDOWS = st.lists(
    st.tuples(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 900)).map(
        lambda pair: Window(pair[0], pair[0] + timedelta(days=pair[1]))
    ),
    max_size=12,
)


@given(WINDOWS)
def test_every_window_lies_in_one_part_and_parts_lie_apart(windows: list[Window]) -> None:
    """Whatever is dated, it lies in exactly one part of the axis, and what is left out is longer than allowed."""
    found = segments(windows)
    assert [sum(window.clipped_to(part.window) == window for part in found) for window in windows] == [1] * len(windows)
    assert all(part.empty_before > LONGEST_EMPTY for part in found[1:])
    assert all(before.window.end < after.window.start for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Days shown: 1 June – 30 September 2023 (122 of 214 days); 2024 APEC is switched off."),
        ("es", "1 de junio – 30 de setiembre de 2023 (122"),
    ],
)
def test_the_chosen_days_are_said(evidence: Evidence, language: str, expected: str) -> None:
    """The sentence has the chosen days of each act, or that it is switched off."""
    state = start_state(evidence, language).with_range("31758", Window(day("2023-06-01"), day("2023-09-30")))
    off = type(state)(("31758",), state.ranges, state.roles, language=language)
    assert expected in chosen_days(context_of(evidence, off))


def test_an_axis_of_many_segments_is_one_whole() -> None:
    """Breaks would take the room of the dates; up to four segments stand apart."""
    windows = [Window(date(year, 1, 1), date(year, 1, 31)) for year in range(2010, 2010 + MOST_SEGMENTS)]
    assert len(segments(windows)) == MOST_SEGMENTS
    (whole,) = segments([*windows, Window(date(2030, 1, 1), date(2030, 1, 31))])
    assert (whole.window.start < date(2010, 1, 1), whole.window.end > date(2030, 1, 31), whole.empty_before) == (True, True, 0)


def test_the_days_of_many_acts_are_summed_up(evidence: Evidence) -> None:
    """Those that have fewer days are named while they are few."""
    first = evidence.authorisations["31758"]
    acts = {key: replace(first, authorisation_id=key, short_en=f"Act {key[-1]}") for key in map("act-{}".format, range(6))}
    many = replace(evidence, authorisations=acts, claims={})
    state = start_state(many, "en")
    june = Window(date(2023, 6, 1), date(2023, 6, 30))
    assert chosen_days(context_of(many, state)) == "Days shown: all days of 6 acts."
    one = chosen_days(context_of(many, state.with_range("act-2", june)))
    assert one == "Days shown: all days of 5 acts; Act 2: 1–30 June 2023 (30 of 214 days)."
    for number in range(5):
        state = state.with_range(f"act-{number}", june)
    assert chosen_days(context_of(many, state)) == "Days shown: all days of 1 act; some days of 5 acts."
