"""The headline names what is shown while that is little, and counts it when it is much."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.atlas import Atlas
from geo.evidence import Evidence, Role, Window
from geo.view import BasisFilter, Headline, LinkContext, View, make_context, start_state, undated_note
from tests.view.samples import act, evidence_of, naming, states

Build = Callable[..., Headline]

TEXTS = {
    "start": (
        {},
        (
            "2023 training, 1 June – 31 December 2023: 12 regions and 3 localities. "
            "2024 APEC, 4–24 November 2024: Lima, Chiclayo, Pisco. 5 source texts, 8 corroborating pages."
        ),
    ),
    "no act is on": ({"authorisations": ()}, "No act is switched on."),
    "one act, of which few sources speak": (
        {"authorisations": ("9307",), "basis": BasisFilter.TEXTS},
        "2024 APEC, 4–24 November 2024: Lima, Chiclayo, Pisco. 2 source texts.",
    ),
    "nothing is left of either act": (
        {"roles": ()},
        (
            "2023 training, 1 June – 31 December 2023: no place is left by the filters. "
            "2024 APEC, 4–24 November 2024: no place is left by the filters. 5 source texts, 8 corroborating pages."
        ),
    ),
    "a place is left out": (
        {"min_sources": 2},
        (
            "2023 training, 1 June – 31 December 2023: 12 regions and 2 localities. "
            "2024 APEC, 4–24 November 2024: Lima, Chiclayo, Pisco. 5 source texts, 8 corroborating pages. "
            "For want of a second independent source, 4 claims and 1 place are left out."
        ),
    ),
}


@pytest.fixture
def headline(evidence: Evidence, atlas: Atlas) -> Build:
    """Return a function that builds the headline of the start view, some fields of it changed."""

    def build(records: Evidence = evidence, **fields: object) -> Headline:
        """Build it for the evidence of the tests, or for other records."""
        return make_context(records, atlas, replace(start_state(records, "en"), **fields)).headline

    return build


@pytest.mark.parametrize(("fields", "text"), TEXTS.values(), ids=TEXTS)
def test_the_text_of_a_headline(headline: Build, fields: dict[str, object], text: str) -> None:
    """The whole text."""
    assert headline(**fields).text == text


def test_the_title_names_an_act_that_is_on_alone(headline: Build) -> None:
    """With two acts, and with none, it names neither."""
    assert headline(authorisations=("9307",)).subject == "2024 APEC: where US forces were authorised to enter Peru"
    assert headline().subject == headline(authorisations=()).subject == "Where US forces were authorised to enter Peru"


def test_the_chosen_days_are_said(headline: Build, evidence: Evidence) -> None:
    """The headline says the chosen days, not those of the act."""
    ranges = start_state(evidence, "en").with_range("9307", Window(date(2024, 11, 10), date(2024, 11, 10))).ranges
    chosen = headline(ranges=ranges, authorisations=("9307",))
    assert chosen.windows == chosen.lines[0].days == "10 November 2024"


def test_an_act_of_which_nothing_is_left_is_not_counted(headline: Build) -> None:
    """With the role of venue alone, nothing is left of the act of 2023."""
    shown = headline(roles=(Role.VENUE,))
    assert shown.counts.startswith("1 act, ")
    assert shown.lines[0].places == "no place is left by the filters"


def test_many_acts_are_summed_up_in_one_line(headline: Build) -> None:
    """Four acts have one line, over all their days."""
    acts = tuple(act(name, Window(date(2030 + number, 1, 1), date(2030 + number, 2, 1))) for number, name in enumerate("MNOP"))
    built = headline(evidence_of(naming("1", "north"), naming("2", "north", authorisation_id="P"), acts=acts))
    assert [line.text for line in built.lines] == ["4 acts, 1 January 2030 – 1 February 2033: North"]


def test_the_sources_lead_to_their_view(headline: Build) -> None:
    """The phrase that counts them is the link; with no act on there is none."""
    assert headline().linked_phrases == (("5 source texts, 8 corroborating pages", View.SOURCES),)
    assert headline(authorisations=()).linked_phrases == ()


def test_places_of_the_context_are_counted_apart(headline: Build) -> None:
    """A place that no act names is not counted among those that the acts name."""
    built = headline(roles=(Role.DEPLOYMENT, Role.PROTEST))
    assert built.counts == "2 acts, 17 places named in 14 of 25 regions"
    assert built.context == "2 more places are named in the context only."


def test_fewer_days_that_take_no_place_away_are_said_to_do_so(evidence: Evidence, atlas: Atlas) -> None:
    """No source dates a place of 2024 by itself; once one does, or while all days are chosen, nothing is said."""
    state = start_state(evidence, "en").with_range("9307", Window(date(2024, 11, 10), date(2024, 11, 16)))
    said = "No source dates a place by itself: with fewer days the same places stay."
    assert undated_note(make_context(evidence, atlas, state)) == said
    assert undated_note(make_context(evidence, atlas, replace(state, authorisations=("31758",)))) == ""
    place = next(claim for claim in evidence.claims.values() if claim.authorisation_id == "9307" and claim.role)
    dated = replace(place, window=Window(date(2024, 11, 14), date(2024, 11, 16)))
    claims = {**evidence.claims, place.claim_id: dated}
    assert undated_note(make_context(replace(evidence, claims=claims), atlas, state)) == ""


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_the_counts_of_any_view(evidence: Evidence, atlas: Atlas, known: LinkContext, data: st.DataObject) -> None:
    """In any view the counts are those of the selection, and each act that is on is named or counted."""
    context = make_context(evidence, atlas, data.draw(states(known)))
    built = context.headline
    named = [place for place in context.selection.places.values() if place.authorisations]
    regions = {place.place.unit for place in named if place.place.unit}
    acts = {act_id for place in named for act_id in place.authorisations}
    assert (built.authorisations, built.places, built.units) == (len(acts), len(named), len(regions))
    assert bool(built.context) == (len(named) < len(context.selection.places))
    assert all(context.act_name(act_id) in built.text for act_id in context.state.authorisations)
