"""View states and viewports are values that hold only what a link can keep."""

import math
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given, settings

from geo.evidence import Evidence, Role, Window
from geo.view import BasisFilter, View, Viewport, ViewState, start_state
from tests.view.samples import MARCH, MAY, act, evidence_of, viewports, with_an_act_off

ROUNDED = {
    "kept as it is": (Viewport(-9.2, -75.0, 5), (-9.2, -75.0, 5.0)),
    "three decimals": (Viewport(-12.04318, -77.02824, 7.256), (-12.043, -77.028, 7.26)),
    "no negative nought": (Viewport(-0.0001, -0.0, 3), (0.0, 0.0, 3.0)),
    "the outermost": (Viewport(-90, 180, 12), (-90.0, 180.0, 12.0)),
}

REFUSED = {
    "north of the pole": ((90.001, 0, 5), "latitude: expected a number from -90 to 90, found 90.001"),
    "beyond the date line": ((0, -181, 5), "longitude: expected a number from -180 to 180, found -181"),
    "too near": ((0, 0, 12.01), "zoom: expected a number from 3 to 12, found 12.01"),
    "too far": ((0, 0, 2.99), "zoom: expected a number from 3 to 12, found 2.99"),
    "no number": ((math.nan, 0, 5), "latitude: .* found nan"),
    "endless": ((0, math.inf, 5), "longitude: .* found inf"),
}


@pytest.mark.parametrize(("viewport", "numbers"), ROUNDED.values(), ids=ROUNDED)
def test_a_viewport_keeps_what_a_link_keeps(viewport: Viewport, numbers: tuple[float, float, float]) -> None:
    """Degrees have three decimals, the zoom two, and nought has no sign."""
    kept = (viewport.latitude, viewport.longitude, viewport.zoom)
    assert (kept, [math.copysign(1, value) for value in kept]) == (numbers, [math.copysign(1, value) for value in numbers])


@pytest.mark.parametrize(("numbers", "message"), REFUSED.values(), ids=REFUSED)
def test_a_viewport_refuses_what_no_map_shows(numbers: tuple[float, float, float], message: str) -> None:
    """The error names the number, its range and what was found."""
    with pytest.raises(ValueError, match=message):
        Viewport(*numbers)


@given(viewports())
@settings(deadline=None)
def test_rounding_a_viewport_twice_changes_nothing(viewport: Viewport) -> None:
    """A viewport made of a viewport's numbers is equal to it."""
    assert Viewport(viewport.latitude, viewport.longitude, viewport.zoom) == viewport


def test_a_visitor_without_a_link_sees_every_authorisation_in_full(evidence: Evidence) -> None:
    """The start state has every act over its whole window, the three roles of the acts, and nothing selected."""
    assert start_state(evidence, "es") == ViewState(
        authorisations=("31758", "9307"),
        ranges=tuple((key, record.window) for key, record in evidence.authorisations.items()),
        roles=(Role.DEPLOYMENT, Role.EXERCISE, Role.VENUE),
        basis=BasisFilter.ALL,
        min_sources=1,
        place="",
        view=View.MAP,
        language="es",
        at=None,
    )


def test_with_range_changes_one_range_of_a_copy() -> None:
    """Other days for one act leave those of the other, the order, and the state itself as they are."""
    state = start_state(evidence_of(), "en")
    chosen = Window(MAY.start, MAY.start)
    assert state.with_range("Y", chosen) == replace(state, ranges=(("M", MARCH), ("Y", chosen)))
    assert state == start_state(evidence_of(), "en")


def test_with_range_of_an_unknown_authorisation_changes_nothing() -> None:
    """An act that the state does not know gets no range."""
    state = start_state(evidence_of(), "en")
    assert state.with_range("X", MARCH) == state


def test_range_of_gives_the_chosen_days() -> None:
    """Each act has its own days, and an unknown one has none."""
    state = start_state(evidence_of(), "en")
    assert (state.range_of("M"), state.range_of("Y")) == (MARCH, MAY)
    with pytest.raises(KeyError, match="X"):
        state.range_of("X")


def test_a_state_cannot_be_changed() -> None:
    """A state is a value: a field cannot be set, and equal states are interchangeable."""
    state = start_state(evidence_of(), "en")
    with pytest.raises(FrozenInstanceError, match="language"):
        state.language = "es"  # type: ignore[misc]
    assert {state, start_state(evidence_of(), "en")} == {state}


def test_what_is_filtered_does_not_depend_on_the_rest_of_a_view(evidence: Evidence) -> None:
    """Place, view, language, viewport, open questions and search play no part in the filters, and every filter does."""
    state = start_state(evidence, "es")
    other = replace(state, place="lima", view=View.FACTS, language="en", at=Viewport(-9.0, -75.0, 6))
    other = replace(other, open_questions=("D-01",), table_search="Lima")
    assert other != state
    assert other.filtered == state.filtered == replace(state, language="en")
    assert replace(state, min_sources=2).filtered != state.filtered
    assert replace(state, roles=()).filtered != state.filtered


def test_only_acts_of_the_start_are_on_at_first() -> None:
    """The others are off, over their whole windows."""
    evidence = with_an_act_off()
    state = start_state(evidence, "en")
    assert (state.authorisations, state.ranges) == (("M",), (("M", MARCH), ("Y", MAY)))


def test_where_no_act_starts_on_all_do() -> None:
    """A package whose table does not say it shows what it has."""
    evidence = evidence_of(acts=tuple(replace(act(key, MARCH), at_start=False) for key in ("M", "Y")))
    assert start_state(evidence, "en").authorisations == ("M", "Y")
