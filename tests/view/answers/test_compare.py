"""The acts and the sources side by side."""

from dataclasses import replace

import pytest

from geo.evidence import Disagreement, Evidence, Role, Topic
from geo.view import (
    ActSets,
    Difference,
    NamedSet,
    Naming,
    PlaceRow,
    RoleSets,
    Shared,
    SideBySide,
    UnitRows,
    build_comparison,
    group_sources,
    start_state,
)
from tests.view.samples import ATLAS, area, context_of, evidence_of, naming, point, saying, source

NORTH, SOUTH = area("north", "PE-LOR"), area("south", "PE-PUN")
HARBOUR = point("harbour", "PE-LIM")
BORDER = area("border", "")
SOURCES = (source("A"), source("B", "A"), source("C"))
QUESTION = Disagreement("D-1", "Which?", "¿Cuál?", "The list of C is open.", "La lista de C es abierta.")
REMARK = saying("5", Topic.PLACE, "number of places", source_id="C", value="1")


@pytest.fixture(scope="module")
def made_up() -> Evidence:
    """Give two acts: A and its copy B name a region and a locality under M, C only the region; C a locality under Y."""
    claims = (
        naming("1", "north", source_id="A", disagreement_id="D-1"),
        naming("2", "harbour", source_id="A"),
        naming("3", "north", source_id="B"),
        naming("3b", "harbour", source_id="B"),
        naming("4", "north", source_id="C"),
        REMARK,
        naming("6", "harbour", source_id="C", authorisation_id="Y", role=Role.EXERCISE),
        saying("7", Topic.COST, "bearer", source_id="A", authorisation_id="Y", value="them", value_type="text"),
        naming("8", "south", source_id="C", authorisation_id=""),
        naming("9", "border", source_id="C", authorisation_id=""),
    )
    made = evidence_of(*claims, places=(NORTH, HARBOUR, SOUTH, BORDER), sources=SOURCES)
    return replace(made, disagreements={"D-1": QUESTION})


def compare(evidence: Evidence, **fields: object) -> SideBySide:
    """Compare what the start view shows, some fields of it changed."""
    state = replace(start_state(evidence, "en"), **fields)
    return build_comparison(context_of(evidence, state))


def test_the_table_of_places(made_up: Evidence) -> None:
    """Units come by name with their localities, copies together; a unit named by nobody still heads its localities."""
    found = compare(made_up)
    both = (("A", "B"),)
    deployed = (Naming(Role.DEPLOYMENT, (*both, ("C",))),)
    alone = (Naming(Role.DEPLOYMENT, (("C",),)),)
    harbour = PlaceRow(HARBOUR, {"M": (Naming(Role.DEPLOYMENT, both),), "Y": (Naming(Role.EXERCISE, (("C",),)),), "": ()})
    assert found.columns == ("M", "Y", "")
    assert found.rows == (
        UnitRows(ATLAS.unit("PE-LIM"), None, (harbour,)),
        UnitRows(ATLAS.unit("PE-LOR"), PlaceRow(NORTH, {"M": deployed, "Y": (), "": ()}), ()),
        UnitRows(ATLAS.unit("PE-PUN"), PlaceRow(SOUTH, {"M": (), "Y": (), "": alone}), ()),
        UnitRows(None, None, (PlaceRow(BORDER, {"M": (), "Y": (), "": alone}),)),
    )
    assert [[rows.only_contains(key) for key in ("M", "Y", "")] for rows in found.rows[:2]] == [
        [True, True, False],
        [False, False, False],
    ]


def test_what_the_acts_share(made_up: Evidence) -> None:
    """What several acts name comes before what one names, and context alone comes last."""
    assert compare(made_up).shared == (
        Shared(("M", "Y"), (), (HARBOUR,), (ATLAS.unit("PE-LIM"),)),
        Shared(("M",), (NORTH,), (), ()),
        Shared((), (SOUTH,), (BORDER,), ()),
    )


def test_a_unit_named_under_one_act_and_only_containing_under_another() -> None:
    """It counts as containing only for the act that does not name it."""
    claims = (naming("1", "north"), naming("2", "town", authorisation_id="Y"))
    made = evidence_of(*claims, places=(NORTH, point("town", "PE-LOR")))
    assert compare(made).shared == (
        Shared(("M",), (NORTH,), (), ()),
        Shared(("Y",), (), (made.places["town"],), (ATLAS.unit("PE-LOR"),)),
    )


def test_the_lists_of_one_act(made_up: Evidence) -> None:
    """Sources with the same places are one set, the longest first; remarks and disagreements come from the data."""
    longer = NamedSet((("A", "B"),), (NORTH, HARBOUR))
    shorter = NamedSet((("C",),), (NORTH,))
    first, second = compare(made_up).acts
    lists = RoleSets(Role.DEPLOYMENT, (NORTH,), (longer, shorter))
    assert first == ActSets("M", (lists,), (), (REMARK,), (QUESTION,))
    assert first.contested == (HARBOUR,)
    assert lists.differences == (Difference(longer, shorter, (HARBOUR,), ()),)
    assert second == ActSets("Y", (RoleSets(Role.EXERCISE, (HARBOUR,), (NamedSet((("C",),), (HARBOUR,)),)),), ("A",), (), ())


def test_an_act_that_is_off_is_not_compared(made_up: Evidence) -> None:
    """Neither as a column nor as lists."""
    found = compare(made_up, authorisations=("Y",))
    assert (found.columns, [sets.authorisation_id for sets in found.acts]) == (("Y", ""), ["Y"])


def test_nothing_shown(made_up: Evidence) -> None:
    """With no act and no role there is nothing to compare."""
    assert compare(made_up, authorisations=(), roles=()) == SideBySide((), (), (), ())


def test_one_list_leaves_out_one_place(evidence: Evidence) -> None:
    """In the data as committed, 002 and its original name Santa Lucía for 2023, and 003 and La Jornada do not."""
    lists = compare(evidence).acts[0].roles[0]
    (found,) = lists.differences
    assert (found.first.sources, found.second.sources) == (("002", "C-09"), ("003", "C-08"))
    assert ([place.place_id for place in found.only_first], found.only_second) == (["santa-lucia"], ())
    assert len(lists.common) == 14


def test_any_number_of_acts(three_acts: Evidence) -> None:
    """A third act is a third column, shares Lima with the others, and has its own lists."""
    found = compare(three_acts)
    assert found.columns == ("31758", "9307", "32100")
    assert found.shared[0] == Shared(("31758", "9307", "32100"), (three_acts.places["lima"],), (), ())
    assert [place.place_id for place in found.acts[2].roles[0].common] == ["lima", "tacna", "huaraz"]


def test_voices_keep_the_order_in_which_they_come() -> None:
    """Sources of one group stand together at the place of the first; one that is repeated stands once."""
    assert group_sources(("C", "A", "B", "A"), {"A": "A", "B": "A", "C": "C"}) == (("C",), ("A", "B"))
