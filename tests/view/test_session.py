"""The session: what a link, a choice, the map and the browser's history lead to, without a page."""

from dataclasses import replace
from datetime import date

import pytest

from geo.evidence import Evidence, Role, Window
from geo.view import LinkContext, View, Viewport, start_state, to_query
from geo.view.session import Address, RunCause, Session, ask_day, choose_days, reset, show_days, start_run, take_map_event

SUMMER = Window(date(2023, 6, 1), date(2023, 9, 30))


@pytest.fixture
def visit(known: LinkContext) -> Session:
    """Return the session of a visitor who has just come without a link."""
    return start_run(None, Address(""), known, language="en")


def test_a_visitor_without_a_link_sees_the_start_view(visit: Session, evidence: Evidence) -> None:
    """The first run shows the start view in the visitor's language, and is a visit."""
    assert (visit.state, visit.cause, visit.imposed, visit.notices) == (start_state(evidence, "en"), RunCause.VISIT, 1, ())


def test_a_link_leads_to_its_view(known: LinkContext) -> None:
    """A link's view is shown, and what cannot be read in it is a notice."""
    found = start_run(None, Address("auth=9307&role=nonsense&lang=es"), known, language="en")
    assert (found.state.authorisations, found.state.language) == (("9307",), "es")
    assert [notice.key for notice in found.notices] == ["role"]


def test_two_choices_in_one_run_are_both_kept(visit: Session, evidence: Evidence) -> None:
    """Each choice is made on the view that the one before it has led to, whichever comes first."""
    days, role = choose_days(evidence.authorisations["31758"], SUMMER), lambda state: replace(state, roles=(Role.VENUE,))
    one = visit.after_choice(days).after_choice(role).state
    other = visit.after_choice(role).after_choice(days).state
    assert one == other
    assert (one.range_of("31758"), one.roles) == (SUMMER, (Role.VENUE,))


def test_a_choice_ends_the_notices_and_outdates_the_address(known: LinkContext) -> None:
    """After a choice the old address is not followed, and what could not be read is no news any more."""
    link = Address("role=nonsense")
    chosen = start_run(None, link, known, language="en").after_choice(lambda state: replace(state, view=View.TABLE))
    after = start_run(chosen, link, known, language="en")
    assert (after.state.view, after.notices) == (View.TABLE, ())


def test_a_step_in_the_history_is_followed_once(visit: Session, known: LinkContext) -> None:
    """Back and Forward bring another address: its view is shown, and the map moves to it; a choice after it holds."""
    address = Address("auth=9307&at=-9,-75,6", step=1)
    there = start_run(visit.with_query_of_state(), address, known, language="en")
    chosen = there.after_choice(
        choose_days(known.evidence.authorisations["9307"], Window(date(2024, 11, 5), date(2024, 11, 6)))
    ).with_query_of_state()
    for late in (address, Address("", step=1), Address("auth=31758", step=0)):
        assert start_run(chosen, late, known, language="en") == chosen
    assert (there.state.authorisations, there.state.at, there.cause) == (("9307",), Viewport(-9, -75, 6), RunCause.STEP)
    assert there.imposed == visit.imposed + 1


def test_an_address_that_is_behind_undoes_no_choice(visit: Session, known: LinkContext) -> None:
    """The browser may have the older address for any number of runs: panels are opened, or the connection was lost."""
    chosen = visit.after_choice(choose_days(known.evidence.authorisations["31758"], SUMMER)).with_query_of_state()
    for _ in range(3):
        chosen = start_run(chosen, Address(""), known, language="en")
        assert chosen.state.range_of("31758") == SUMMER


def test_a_step_and_a_choice_in_one_run_are_both_kept(visit: Session, known: LinkContext) -> None:
    """The choice is made on the view that the step leads to."""
    address = Address("auth=9307", step=1)
    after = visit.after_step(address, "en").after_choice(lambda state: replace(state, view=View.TABLE))
    again = start_run(after, address, known, language="en")
    assert (again.state.authorisations, again.state.view) == (("9307",), View.TABLE)


def test_all_days_of_an_act_without_a_stated_end_are_its_whole_window(visit: Session, evidence: Evidence) -> None:
    """A slider that is dragged back to the last known day leaves nothing narrowed."""
    bounds = Window(date(2023, 6, 1), date(2023, 12, 31), is_open=True)
    act = replace(evidence.authorisations["31758"], window=bounds)
    chosen = visit.after_choice(choose_days(act, SUMMER)).after_choice(choose_days(act, Window(bounds.start, bounds.end)))
    assert chosen.state.range_of("31758") == bounds


def test_changed_data_is_read_by_the_view_as_by_a_link(visit: Session, known: LinkContext, evidence: Evidence) -> None:
    """What the new data does not have is a notice; the rest of the view stays."""
    fewer = replace(evidence, places={key: place for key, place in evidence.places.items() if key != "pisco"})
    chosen = visit.after_choice(lambda state: replace(state, place="pisco", view=View.TABLE)).with_query_of_state()
    after = start_run(chosen, Address(chosen.query), replace(known, evidence=fewer), language="en")
    assert (after.state.place, after.state.view, [notice.key for notice in after.notices]) == ("", View.TABLE, ["place"])


def test_days_chosen_for_an_act_that_is_off_switch_it_on(visit: Session, evidence: Evidence) -> None:
    """The acts come in the order of the data, whatever order they were chosen in."""
    off = visit.after_choice(lambda state: replace(state, authorisations=("9307",)))
    shown = off.after_choice(show_days({"31758": SUMMER}, evidence)).state
    assert (shown.authorisations, shown.range_of("31758")) == (("31758", "9307"), SUMMER)


def test_a_reset_keeps_language_and_view_alone(visit: Session, evidence: Evidence) -> None:
    """Filters, place and map are those of a visitor without a link; the map moves."""
    changed = visit.after_choice(
        lambda state: replace(state, authorisations=(), place="pisco", view=View.TABLE, language="es", at=Viewport(-9, -75, 6))
    )
    again = reset(changed)
    assert again.state == replace(start_state(evidence, "es"), view=View.TABLE)
    assert again.imposed == changed.imposed + 1


def test_a_click_on_the_map_chooses_a_place_and_keeps_the_viewport(visit: Session) -> None:
    """The map has moved itself: nothing imposes a viewport on it."""
    after = take_map_event(visit, {"event": 3, "selected": "PE-PUN", "at": [-9.5, -75, 6]})
    assert (after.state.place, after.state.at, after.map_event) == ("PE-PUN", Viewport(-9.5, -75, 6), 3)
    assert (after.cause, after.imposed) == (RunCause.STEP, visit.imposed)


@pytest.mark.parametrize("event", [None, "x", {}, {"event": "3"}, {"selected": "pisco"}])
def test_what_is_no_event_changes_nothing(visit: Session, event: object) -> None:
    """The browser may send anything."""
    assert take_map_event(visit, event) is visit


@pytest.mark.parametrize(
    ("selected", "at"), [("nowhere", None), (7, [1]), (None, ["a", "b", "c"]), ([], [float("nan"), 0, 5]), ({}, [0, 0, 99])]
)
def test_an_unknown_place_or_viewport_is_none(visit: Session, selected: object, at: object) -> None:
    """A place that the data does not have, and a viewport that no map has, are left out."""
    state = take_map_event(visit, {"event": 1, "selected": selected, "at": at}).state
    assert (state.place, state.at) == ("", None)


def test_the_written_query_is_that_of_the_state(visit: Session, known: LinkContext) -> None:
    """What goes into the address bar reads as the same view."""
    written = visit.after_choice(lambda state: replace(state, place="lima")).with_query_of_state()
    assert written.query == to_query(written.state, known)


def test_a_day_switches_on_what_is_in_force_on_it(visit: Session, evidence: Evidence) -> None:
    """The acts in force have that day alone; the others are off, and keep their days."""
    after = ask_day(visit, date(2024, 11, 10))
    assert after.state.authorisations == ("9307",)
    assert after.state.range_of("9307") == Window(date(2024, 11, 10), date(2024, 11, 10))
    assert after.state.range_of("31758") == evidence.authorisations["31758"].window
    assert (after.asked_day, after.cause) == (date(2024, 11, 10), RunCause.CHOICE)


def test_the_asked_day_is_forgotten_with_the_next_choice(visit: Session, known: LinkContext) -> None:
    """It stays for the run that shows the answer, and is no part of the link."""
    asked = start_run(ask_day(visit, date(2022, 1, 1)).with_query_of_state(), Address(""), known, language="en")
    assert (asked.asked_day, asked.state.authorisations) == (date(2022, 1, 1), ())
    assert "2022" not in to_query(asked.state, known)
    assert asked.after_choice(choose_days(known.evidence.authorisations["31758"], SUMMER)).asked_day is None
