"""The grid of small maps gives the maps the most room, and tells as much as then fits."""

from dataclasses import replace

from geo.atlas import Atlas
from geo.draw.figure import SIZES, FigureSize
from geo.draw.figure.figure import styled_view
from geo.draw.figure.small_map_grid import SheetPlan, SheetPlanner
from geo.evidence import Evidence
from geo.view import make_context, start_state


def planned(evidence: Evidence, atlas: Atlas, size: FigureSize) -> SheetPlan:
    """Return the plan of a sheet with the acts of the start."""
    context = make_context(evidence, atlas, start_state(evidence, "en"), base_url="https://example.org/")
    view = styled_view(context, size, theme="light", extent="view")
    acts = [replace(view, context=context.act_alone(act_id)) for act_id in context.state.authorisations]
    return SheetPlanner(view, acts, size).plan


def test_two_maps_stand_side_by_side_or_one_above_the_other(evidence: Evidence, atlas: Atlas) -> None:
    """Whichever gives the larger maps."""
    (first, second) = planned(evidence, atlas, SIZES["slide"]).cells
    assert first[1] == second[1]
    (first, second) = planned(evidence, atlas, FigureSize(400, 1600)).cells
    assert first[0] == second[0]


def test_maps_are_readable_and_within_the_sheet(evidence: Evidence, atlas: Atlas) -> None:
    """At every named size."""
    for size in SIZES.values():
        plan = planned(evidence, atlas, size)
        assert plan.is_readable
        assert all(0 < x < size.width - plan.map_size[0] and 0 < y < size.height - plan.map_size[1] for x, y in plan.cells)
