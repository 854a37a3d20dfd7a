"""From a view to what is shown: on the evidence as committed, and on made-up evidence where the edges are."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.evidence import Basis, Evidence, Precision, Role, Topic
from geo.view import BasisFilter, LinkContext, Selection, ShownPlace, ShownUnit, ViewState, select, select_claims, start_state
from tests.view.samples import (
    LOCALITIES_2023,
    MARCH,
    NAMED_2023,
    area,
    evidence_of,
    naming,
    namings,
    point,
    saying,
    shown,
    source,
    states,
)

ALL_ROLES = tuple(Role)


def test_the_start_view_shows_17_places_in_14_units(evidence: Evidence) -> None:
    """These are the places of both acts, and the units that they are or lie in."""
    selection = shown(evidence)
    assert set(selection.places) == {*NAMED_2023.values(), *LOCALITIES_2023, "chiclayo", "pisco"}
    assert set(selection.units) == {*NAMED_2023, "PE-LAM", "PE-ICA"}
    assert (len(selection.places), len(selection.units), selection.dropped_places) == (17, 14, 0)


def test_the_start_view_hides_no_claim(evidence: Evidence) -> None:
    """No claim has days that even the widest view does not reach."""
    assert shown(evidence).claims == tuple(evidence.claims.values())


def test_31758_names_twelve_units(evidence: Evidence) -> None:
    """The first act names twelve units by themselves, and localities in three of them."""
    units = shown(evidence, authorisations=("31758",)).units
    assert {code: unit.named.place.place_id for code, unit in units.items() if unit.named} == NAMED_2023
    inside = {code: [place.place.place_id for place in unit.contains] for code, unit in units.items() if unit.contains}
    assert inside == {"PE-LIM": ["pucusana"], "PE-LOR": ["iquitos"], "PE-SAM": ["santa-lucia"]}


def test_9307_names_lima_and_two_cities(evidence: Evidence) -> None:
    """The second act names Lima; Lambayeque and Ica only contain a city that it names."""
    units = shown(evidence, authorisations=("9307",)).units
    assert {
        code: (unit.named and unit.named.place.place_id, tuple(place.place.place_id for place in unit.contains))
        for code, unit in units.items()
    } == {"PE-LIM": ("lima", ()), "PE-LAM": (None, ("chiclayo",)), "PE-ICA": (None, ("pisco",))}


def test_lima_is_named_by_both_with_its_level_open(evidence: Evidence) -> None:
    """Lima alone is named by both acts, and which Lima is meant is not stated."""
    selection = shown(evidence)
    named_by_both = [unit.code for unit in selection.units.values() if len(unit.authorisations) > 1]
    assert named_by_both == ["PE-LIM"]
    assert selection.units["PE-LIM"].authorisations == ("31758", "9307")
    assert selection.places["lima"].place.precision is Precision.LEVEL_NOT_STATED


@pytest.mark.parametrize("place", ["callao", "arequipa", "puno", "chancay", "puerto-maldonado", "amazon-border"])
def test_no_view_shows_a_place_under_an_act_that_does_not_name_it(evidence: Evidence, place: str) -> None:
    """Callao is never under 9307, and what only the context names is under no act."""
    expected = ("31758",) if place == "callao" else ()
    assert shown(evidence, roles=ALL_ROLES).places[place].authorisations == expected
    assert place not in shown(evidence, authorisations=("9307",)).places


@pytest.mark.parametrize(
    ("basis", "roles"),
    [
        pytest.param(BasisFilter.TEXTS, (Role.VENUE,), id="texts"),
        pytest.param(BasisFilter.ALL, (Role.DEPLOYMENT, Role.VENUE), id="with corroboration"),
    ],
)
def test_pisco_is_a_venue_by_the_texts_and_a_deployment_by_other_pages(
    evidence: Evidence, basis: BasisFilter, roles: tuple[Role, ...]
) -> None:
    """Only corroborating pages name Pisco for deployment."""
    assert namings(shown(evidence, basis=basis))["pisco"] == (("9307",), roles)


def test_the_texts_alone_show_no_claim_of_another_source(evidence: Evidence) -> None:
    """With the basis of the texts every shown claim is from one of them, and no place but its role is lost."""
    selection = shown(evidence, basis=BasisFilter.TEXTS)
    assert set(selection.sources()) == {"000", "001", "002", "003", "004"}
    assert set(selection.places) == set(shown(evidence).places)


@pytest.mark.parametrize("place", ["arequipa", "puno"])
def test_arequipa_and_puno_are_shown_as_centres_of_protest_alone(evidence: Evidence, place: str) -> None:
    """They appear with the role protest and disappear without it, whatever else is on."""
    others = tuple(role for role in Role if role is not Role.PROTEST)
    assert place not in shown(evidence, roles=others).places
    assert namings(shown(evidence, roles=(Role.PROTEST,)))[place] == ((), (Role.PROTEST,))


def test_roles_show_their_places(evidence: Evidence) -> None:
    """Every role by itself shows the places that are named in it."""
    by_role = {role: set(shown(evidence, roles=(role,)).places) for role in Role}
    assert by_role == {
        Role.DEPLOYMENT: {*NAMED_2023.values(), *LOCALITIES_2023, "chiclayo", "pisco"},
        Role.EXERCISE: {"lima", "callao"},
        Role.VENUE: {"lima", "chiclayo", "pisco"},
        Role.PORT: {"lima", "callao", "chancay"},
        Role.LABORATORY: {"lima", "puerto-maldonado"},
        Role.PROTEST: {"cusco", "ayacucho", "apurimac", "arequipa", "puno"},
        Role.EARLIER_EXERCISE: {"amazon-border"},
    }


def test_switching_an_authorisation_off_leaves_the_other_and_the_context(evidence: Evidence) -> None:
    """Of an act that is off no claim is shown; those of the other and of the context stay."""
    claims = shown(evidence, authorisations=("9307",)).claims
    assert claims == tuple(claim for claim in evidence.claims.values() if claim.authorisation_id in ("9307", ""))


def test_with_every_authorisation_off_the_context_stays(evidence: Evidence) -> None:
    """Context has no act to be switched off with."""
    selection = shown(evidence, authorisations=(), roles=ALL_ROLES)
    assert {place.authorisations for place in selection.places.values()} == {()}
    assert selection.claims == tuple(claim for claim in evidence.claims.values() if not claim.authorisation_id)


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_a_selection_holds_together(evidence: Evidence, known: LinkContext, data: st.DataObject) -> None:
    """In any view places, units and claims agree, and are those of the filters."""
    state = data.draw(states(known))
    selection = select(evidence, state)
    inside = {place.place.place_id for unit in selection.units.values() for place in (unit.named, *unit.contains) if place}
    assert inside == {key for key, place in selection.places.items() if place.place.unit}
    for place in selection.places.values():
        assert set(place.claims) <= set(selection.claims)
        assert set(place.roles) == {claim.role for claim in place.claims} <= set(state.roles)
        acts = {claim.authorisation_id for claim in place.claims if claim.authorisation_id}
        assert set(place.authorisations) == acts <= set(state.authorisations)
        assert {claim.place_id for claim in place.claims} == {place.place.place_id}


def test_a_selection_of_made_up_evidence_in_full() -> None:
    """A named unit, a unit that only contains, a place in no unit and a claim about no place give this selection."""
    places = (area("north", "PE-LOR"), point("harbour", "PE-LIM"), area("border", "", precision=Precision.LEVEL_NOT_STATED))
    claims = (
        saying("0", Topic.WINDOW, "window", window=MARCH),
        naming("1", "harbour", role=Role.VENUE, authorisation_id="Y"),
        naming("2", "north"),
        naming("3", "border", authorisation_id="", role=Role.PROTEST),
        naming("4", "harbour"),
    )
    evidence = evidence_of(*claims, places=places)
    north = ShownPlace(places[0], (Role.DEPLOYMENT,), ("M",), (claims[2],))
    harbour = ShownPlace(places[1], (Role.DEPLOYMENT, Role.VENUE), ("M", "Y"), (claims[1], claims[4]))
    border = ShownPlace(places[2], (Role.PROTEST,), (), (claims[3],))
    assert shown(evidence, roles=ALL_ROLES) == Selection(
        claims=claims,
        places={"north": north, "harbour": harbour, "border": border},
        units={
            "PE-LOR": ShownUnit("PE-LOR", north, (), authorisations=("M",)),
            "PE-LIM": ShownUnit("PE-LIM", None, (harbour,), authorisations=("M", "Y")),
        },
        dropped_places=0,
    )


def test_a_unit_named_by_two_places_has_the_acts_of_both() -> None:
    """One act leaves open which Lima it means, another names the department: the unit is named by both."""
    places = (area("lima", "PE-LIM", precision=Precision.LEVEL_NOT_STATED), area("lima-department", "PE-LIM"))
    evidence = evidence_of(naming("1", "lima"), naming("2", "lima-department", authorisation_id="Y"), places=places)
    assert shown(evidence).units["PE-LIM"].authorisations == ("M", "Y")


def test_claims_are_selected_whatever_the_roles(evidence: Evidence) -> None:
    """Roles choose places, not claims: the facts of an act do not depend on them."""
    state = start_state(evidence, "en")
    without_roles: ViewState = replace(state, roles=())
    assert tuple(select_claims(evidence, without_roles)) == tuple(select_claims(evidence, state))
    assert select(evidence, without_roles).places == {}


def test_sources_are_listed_once_in_the_order_of_the_claims() -> None:
    """Each source of the shown claims comes once, the first that speaks first."""
    claims = [naming(str(number), "north", source_id=key) for number, key in enumerate(("B", "A", "B", "page"))]
    evidence = evidence_of(*claims, sources=(source("A"), source("B"), source("page", basis=Basis.CORROBORATION)))
    assert shown(evidence).sources() == ("B", "A", "page")


def test_a_third_authorisation_is_selected(three_acts: Evidence) -> None:
    """Rows alone bring a third act into the selection: a unit, a city in another, and Lima for the third time."""
    units = shown(three_acts).units
    assert units["PE-LIM"].authorisations == ("31758", "9307", "32100")
    assert units["PE-TAC"].named is not None
    assert (units["PE-TAC"].authorisations, units["PE-ANC"].named, units["PE-ANC"].authorisations) == (
        ("32100",),
        None,
        ("32100",),
    )
    assert set(shown(three_acts, authorisations=("32100",)).places) == {"lima", "tacna", "huaraz"}


def test_the_listed_claims_follow_the_roles_as_the_map_does(evidence: Evidence) -> None:
    """A claim that names a place in a role is listed where the place is shown in it; a claim without a role always is."""
    venues = shown(evidence, roles=(Role.VENUE,))
    assert {claim.role for claim in venues.listed()} == {None, Role.VENUE}
    assert {claim.place_id for claim in venues.listed() if claim.role} == {"lima", "chiclayo", "pisco"}
    without = [claim.claim_id for claim in evidence.claims.values() if claim.role is None]
    assert [claim.claim_id for claim in venues.listed() if claim.role is None] == without
    assert "santa-lucia" not in {claim.place_id for claim in shown(evidence, min_sources=2).listed() if claim.role}


def test_the_acts_of_a_unit_come_in_the_order_of_the_data() -> None:
    """The order in which the data names its places plays no part, nor does that of the claims."""
    places = (point("harbour", "PE-LIM"), point("mill", "PE-LIM"))
    claims = (naming("1", "harbour", authorisation_id="Y"), naming("2", "mill"))
    assert shown(evidence_of(*claims, places=places)).units["PE-LIM"].authorisations == ("M", "Y")


def test_places_under_an_act() -> None:
    """Each act has the places that it names; those that only the context names are under the empty id."""
    claims = (naming("1", "north"), naming("2", "harbour", authorisation_id="Y"), naming("3", "harbour", authorisation_id=""))
    selection = shown(evidence_of(*claims))
    found = {act_id: [place.place.place_id for place in selection.places_under(act_id)] for act_id in ("M", "Y", "")}
    assert found == {"M": ["north"], "Y": ["harbour"], "": []}
    context_alone = shown(evidence_of(claims[2]))
    assert [place.place.place_id for place in context_alone.places_under("")] == ["harbour"]
