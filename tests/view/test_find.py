"""Finding a place by what a reader types or picks."""

from dataclasses import replace

import pytest

from geo.atlas import Atlas, GazetteerEntry, load_gazetteer
from geo.evidence import Evidence, Role
from geo.view import ROLE_PREFIX, Finding, View, Viewport, find, find_options, start_state
from tests.conftest import DATA


@pytest.fixture(scope="module")
def gazetteer() -> tuple[GazetteerEntry, ...]:
    """Return the names of the atlas."""
    return load_gazetteer(DATA / "atlas")


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
    ],
)
def test_a_name_in_any_spelling_finds_its_place(
    evidence: Evidence, atlas: Atlas, gazetteer: tuple[GazetteerEntry, ...], query: str, place: str
) -> None:
    """Ids, names without accents, abbreviations, variants of the gazetteer and Spanish names lead to the place or unit."""
    found = find(query, start_state(evidence, "en"), evidence, atlas, gazetteer=gazetteer)
    assert found.state is not None
    assert found.state.place == place


def test_a_place_is_shown_on_the_map_where_it_lies(
    evidence: Evidence, atlas: Atlas, gazetteer: tuple[GazetteerEntry, ...]
) -> None:
    """The new view is the map at the point of a locality, or with the whole of a unit in it; all else is kept."""
    state = replace(start_state(evidence, "es"), view=View.TABLE)
    found = find("pisco", state, evidence, atlas, gazetteer=gazetteer)
    assert found == Finding(replace(state, place="pisco", view=View.MAP, at=Viewport(-13.71, -76.205, 8)))
    loreto = find("Loreto", state, evidence, atlas, gazetteer=gazetteer).state
    assert loreto is not None
    assert loreto.at is not None
    assert 5 <= loreto.at.zoom <= 7


def test_an_ambiguous_name_is_never_guessed(evidence: Evidence, atlas: Atlas, gazetteer: tuple[GazetteerEntry, ...]) -> None:
    """A name of several places in several units is answered with them, and changes nothing."""
    found = find("San Isidro", start_state(evidence, "en"), evidence, atlas, gazetteer=gazetteer)
    assert found.state is None
    assert len(found.candidates) > 1
    assert all("San Isidro" in name or "(" in name for name in found.candidates)


def test_an_unknown_name_is_answered_with_names_spelt_alike(
    evidence: Evidence, atlas: Atlas, gazetteer: tuple[GazetteerEntry, ...]
) -> None:
    """What nothing is called may be a slip of the finger."""
    found = find("Iqitos", start_state(evidence, "en"), evidence, atlas, gazetteer=gazetteer)
    assert found.state is None
    assert "Iquitos" in found.suggestions


def test_a_role_is_added_to_those_that_are_on(evidence: Evidence, atlas: Atlas, gazetteer: tuple[GazetteerEntry, ...]) -> None:
    """Picking a role switches it on in the order of the roles."""
    state = start_state(evidence, "en")
    found = find(f"{ROLE_PREFIX}port", state, evidence, atlas, gazetteer=gazetteer)
    assert found == Finding(replace(state, roles=(*state.roles, Role.PORT)))


def test_every_option_can_be_picked(evidence: Evidence, atlas: Atlas, gazetteer: tuple[GazetteerEntry, ...]) -> None:
    """All places, all units that no place stands for, and all roles are options, and each leads somewhere."""
    options = find_options(evidence, atlas)
    assert len(options) == len(set(options)) == len(evidence.places) + (25 - 14) + len(Role)
    state = start_state(evidence, "en")
    assert all(find(option, state, evidence, atlas, gazetteer=gazetteer).state for option in options)
