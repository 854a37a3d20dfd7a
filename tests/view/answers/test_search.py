"""Finding a place by what a reader types or picks."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from geo.atlas import Atlas, load_gazetteer
from geo.evidence import Evidence, Role
from geo.view import ROLE_PREFIX, Finding, View, Viewport, ViewState, find_options, start_state
from geo.view.answers.search import ACT_PREFIX, find
from tests.conftest import DATA

Search = Callable[..., Finding]


@pytest.fixture(scope="module")
def search(evidence: Evidence, atlas: Atlas) -> Search:
    """Return a function that finds a query in the data as committed, from the start view or another."""
    gazetteer = load_gazetteer(DATA / "atlas")

    def search_it(query: str, state: ViewState | None = None) -> Finding:
        return find(query, state or start_state(evidence, "en"), evidence, atlas, gazetteer=gazetteer)

    return search_it


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("iquitos", "iquitos"),
        ("Cuzco", "cusco"),
        ("HUANUCO", "huanuco"),
        ("Tacna", "PE-TAC"),
        ("PE-TAC", "PE-TAC"),
        ("Sta. Lucia", "santa-lucia"),
        ("amazon border of PERU, Colombia and Brazil", "amazon-border"),
        ("Ancash", "PE-ANC"),
        ("Huancayo", "junin"),
        ("Trujillo", "PE-LAL"),
    ],
)
def test_a_name_in_any_spelling_finds_its_place(search: Search, query: str, place: str) -> None:
    """Ids, names without accents, abbreviations, variants and Spanish names lead to the place, or to the unit around it."""
    found = search(query)
    assert found.state is not None
    assert found.state.place == place


@pytest.mark.parametrize(("query", "located"), [("Trujillo", ("Trujillo", "La Libertad")), ("Tacna", None), ("iquitos", None)])
def test_a_name_of_the_gazetteer_alone_is_said(search: Search, query: str, located: tuple[str, str] | None) -> None:
    """The map shows the region of such a name, which alone would not answer the reader."""
    assert search(query).located == located


def test_a_place_is_shown_on_the_map_where_it_lies(evidence: Evidence, search: Search) -> None:
    """The new view is the map at the point of a locality, or with the whole of a unit in it; all else is kept."""
    state = replace(start_state(evidence, "es"), view=View.TABLE)
    found = search("pisco", state)
    assert found == Finding(replace(state, place="pisco", view=View.MAP, at=Viewport(-13.71, -76.205, 8)))
    loreto = search("Loreto", state).state
    assert loreto is not None
    assert loreto.at is not None
    assert 5 <= loreto.at.zoom <= 7


def test_an_ambiguous_name_is_never_guessed(search: Search) -> None:
    """A name of several places in several units is answered with them, and changes nothing."""
    found = search("San Isidro")
    assert found.state is None
    assert len(found.candidates) > 1
    assert all("San Isidro" in name or "(" in name for name in found.candidates)


def test_an_unknown_name_is_answered_with_names_spelt_alike(search: Search) -> None:
    """What nothing is called may be a slip of the finger."""
    found = search("Iqitos")
    assert found.state is None
    assert "Iquitos" in found.suggestions


def test_a_role_is_added_to_those_that_are_on(evidence: Evidence, search: Search) -> None:
    """Picking a role switches it on in the order of the roles."""
    state = start_state(evidence, "en")
    found = search(f"{ROLE_PREFIX}port", state)
    assert found == Finding(replace(state, roles=(*state.roles, Role.PORT)))


@pytest.mark.parametrize("query", ["9307", f"{ACT_PREFIX}9307", "APEC", "bill 9307"])
def test_an_act_is_found_by_name_and_number_and_switched_on(
    evidence: Evidence, atlas: Atlas, query: str, search: Search
) -> None:
    """What is off comes on, in the order of the acts, on the map; the other acts stay."""
    labels = {
        f"{ACT_PREFIX}{act.authorisation_id}": f"{act.short_en}, {act.name_en}" for act in evidence.authorisations.values()
    }
    state = replace(start_state(evidence, "en"), authorisations=("31758",), view=View.TABLE, place="pisco")
    wanted = replace(state, authorisations=("31758", "9307"), view=View.MAP, place="")
    assert find(query, state, evidence, atlas, gazetteer=(), labels=labels) == Finding(wanted)
    assert search("9307", wanted) == Finding(wanted)


def test_every_option_can_be_picked(evidence: Evidence, atlas: Atlas, search: Search) -> None:
    """All places, all units that no place stands for, all acts and all roles are options, and each leads somewhere."""
    options = find_options(evidence, atlas)
    assert len(options) == len(set(options)) == len(evidence.places) + (25 - 14) + len(evidence.authorisations) + len(Role)
    state = start_state(evidence, "en")
    assert all(search(option, state).state for option in options)


@pytest.mark.parametrize(
    ("query", "role"), [("port", Role.PORT), ("Port · role", Role.PORT), ("sum", Role.VENUE), ("venue", Role.VENUE)]
)
def test_what_an_option_is_called_finds_it(evidence: Evidence, atlas: Atlas, query: str, role: Role) -> None:
    """A typed text that is the name of an option, or part of only one, is that option and no name of the gazetteer."""
    labels = {f"{ROLE_PREFIX}port": "Port · role", f"{ROLE_PREFIX}venue": "Summit venue · role"}
    state = replace(start_state(evidence, "en"), roles=())
    assert find(query, state, evidence, atlas, gazetteer=(), labels=labels) == Finding(replace(state, roles=(role,)))
