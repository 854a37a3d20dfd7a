"""A small map claims no more than the large one."""

import re

from geo.draw.small_map import small_map_svg
from geo.evidence import Precision
from tests.view.samples import area, context_of, evidence_of, naming, point

LIMA = area("lima", "PE-LIM", precision=Precision.LEVEL_NOT_STATED, latitude=-12.05, longitude=-77.04)
REGION = area("region", "PE-LIM")


def drawn(*places_named: str) -> dict[str, int]:
    """Return how many paths of each class the small map of the first act has, and how many dots."""
    claims = (naming(f"c-{key}", key) for key in places_named)
    context = context_of(evidence_of(*claims, places=(LIMA, REGION, point("harbour", "PE-LIM"))))
    drawing = small_map_svg(context.act_alone("M"), "#1f6f8b", description="")
    classes = re.findall(r'<path class="([\w-]+)"', drawing)
    return {**{name: classes.count(name) for name in classes}, "dots": drawing.count("<circle")}


def test_a_name_of_open_level_is_a_pale_tint_with_dashes_and_its_point() -> None:
    """Whoever reads "Lima" is not told that the whole region is meant."""
    assert drawn("lima") == {"open-level": 1, "dots": 1}


def test_a_region_named_as_such_is_filled_though_its_name_is_also_left_open() -> None:
    """What one source states is not taken back by another that leaves it open."""
    assert drawn("lima", "region") == {"named": 1, "dots": 1}


def test_a_region_that_only_contains_a_place_is_hatched() -> None:
    """The fill of such a region is the hatching, with a dot for the place."""
    assert drawn("harbour") == {"contains": 1, "dots": 1}
