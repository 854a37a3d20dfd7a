"""The filter of robustness: what at least two independent sources say, copies counted once."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.evidence import Basis, Claim, Evidence, Role
from geo.view import BasisFilter, LinkContext, Selection, ShownPlace, select
from tests.view.samples import LOCALITIES_2023, NAMED_2023, evidence_of, naming, namings, shown, source, states


def dropped(selection: Selection) -> dict[tuple[Role, str], list[str]]:
    """Give the ids of the places that are left out, by role and authorisation."""
    return {key: [place.place_id for place in places] for key, places in selection.dropped.items()}


def test_two_independent_sources_take_santa_lucia_away(evidence: Evidence) -> None:
    """Only text 002 and its original C-09 name Santa Lucía: together they are one source, as is 002 on the exercises."""
    before, after = shown(evidence), shown(evidence, min_sources=2)
    assert {claim.source_id for claim in before.places["santa-lucia"].claims} == {"002", "C-09"}
    assert set(before.places) - set(after.places) == {"santa-lucia"}
    assert after.dropped_places == 1


def test_two_independent_sources_keep_pisco_and_drop_the_exercise(evidence: Evidence) -> None:
    """Pisco's deployment has three sources, the exercise in Lima and Callao only text 002."""
    named = namings(shown(evidence, min_sources=2))
    assert named["pisco"] == (("9307",), (Role.DEPLOYMENT, Role.VENUE))
    assert (named["lima"][1], named["callao"][1]) == ((Role.DEPLOYMENT, Role.VENUE), (Role.DEPLOYMENT,))


def test_two_independent_texts_leave_the_places_of_2023(evidence: Evidence) -> None:
    """No role of 2024 has two texts behind it, and Santa Lucía's only text is 002."""
    selection = shown(evidence, min_sources=2, basis=BasisFilter.TEXTS)
    expected = {*NAMED_2023.values(), *LOCALITIES_2023} - {"santa-lucia"}
    assert namings(selection) == dict.fromkeys(expected, (("31758",), (Role.DEPLOYMENT,)))
    assert selection.dropped_places == 3


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_a_stricter_view_shows_no_more(evidence: Evidence, known: LinkContext, data: st.DataObject) -> None:
    """Asking for two sources, or for the texts alone, never adds a place."""
    state = replace(data.draw(states(known)), min_sources=1, basis=BasisFilter.ALL)
    places = set(select(evidence, state).places)
    assert set(select(evidence, replace(state, min_sources=2)).places) <= places
    assert set(select(evidence, replace(state, basis=BasisFilter.TEXTS)).places) <= places


SOURCES = (source("A"), source("B"), source("copy of A", "A"), source("page", basis=Basis.CORROBORATION))

COUNTED = {
    "one source": ([naming("1", "north", source_id="A")], False),
    "one source twice": ([naming("1", "north", source_id="A"), naming("2", "north", source_id="A")], False),
    "a source and its copy": ([naming("1", "north", source_id="A"), naming("2", "north", source_id="copy of A")], False),
    "two sources": ([naming("1", "north", source_id="A"), naming("2", "north", source_id="B")], True),
    "a text and a page": ([naming("1", "north", source_id="A"), naming("2", "north", source_id="page")], True),
    "two sources in two roles": (
        [naming("1", "north", source_id="A"), naming("2", "north", source_id="B", role=Role.VENUE)],
        False,
    ),
    "two sources under two acts": (
        [naming("1", "north", source_id="A"), naming("2", "north", source_id="B", authorisation_id="Y")],
        False,
    ),
    "two sources, one of which names no role": (
        [naming("1", "north", source_id="A"), naming("2", "north", source_id="B", role=None)],
        False,
    ),
}


@pytest.mark.parametrize(("claims", "is_shown"), COUNTED.values(), ids=COUNTED)
def test_copies_count_once_and_within_one_naming(claims: list[Claim], *, is_shown: bool) -> None:
    """Two sources confirm each other only when neither copies the other and both say the same of a place."""
    selection = shown(evidence_of(*claims, sources=SOURCES), min_sources=2)
    assert (set(selection.places), selection.dropped_places) == (({"north"}, 0) if is_shown else (set(), 1))


def test_a_place_that_keeps_one_role_is_not_counted_as_dropped() -> None:
    """A place with one robust role stays with that role and its claims alone, and is not among the dropped."""
    robust = [naming("1", "north", source_id="A"), naming("2", "north", source_id="B")]
    evidence = evidence_of(*robust, naming("3", "north", source_id="A", role=Role.VENUE), sources=SOURCES)
    selection = shown(evidence, min_sources=2)
    assert selection.places["north"] == ShownPlace(evidence.places["north"], (Role.DEPLOYMENT,), ("M",), tuple(robust))
    assert selection.dropped_places == 0


def test_what_the_robustness_filter_takes_away_is_named(evidence: Evidence) -> None:
    """Where two sources are wanted, a locality goes, and the exercises of Lima and Callao, which stay in other roles."""
    selection = shown(evidence, min_sources=2)
    assert dropped(selection) == {
        (Role.DEPLOYMENT, "31758"): ["santa-lucia"],
        (Role.EXERCISE, "31758"): ["lima", "callao"],
    }
    assert {"lima", "callao"} < selection.places.keys()
    assert shown(evidence).dropped == {}


def test_what_stays_under_one_act_is_named_under_the_other(evidence: Evidence) -> None:
    """By the texts alone Lima keeps its part in 2023, and loses that of 2024: every naming that goes is told."""
    selection = shown(evidence, min_sources=2, basis=BasisFilter.TEXTS)
    assert dropped(selection)[Role.DEPLOYMENT, "9307"] == ["lima", "chiclayo"]
    assert sum(map(len, dropped(selection).values())) == selection.dropped_claims == 8
