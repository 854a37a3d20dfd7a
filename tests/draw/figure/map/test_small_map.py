"""The small map of a figure: what an act names is seen, however small it is."""

from geo.draw.figure import SIZES
from geo.draw.figure.figure import styled_view
from geo.draw.figure.map.extent import country_frame
from geo.draw.figure.map.small_map import draw_small_map, tiny_units
from geo.draw.figure.svg import Text
from geo.view import ViewContext
from tests.view.samples import ATLAS, area, context_of, evidence_of, naming, point

PLACES = (area("callao", "PE-CAL"), area("loreto", "PE-LOR"), point("harbour", "PE-LIM"))


def named(*place_ids: str) -> ViewContext:
    """Return a view in which one act names some places."""
    claims = (naming(f"c-{key}", key) for key in place_ids)
    return context_of(evidence_of(*claims, places=PLACES)).act_alone("M")


def test_a_region_too_small_to_be_seen_is_a_square() -> None:
    """Callao is one on a small map, and none on a large one; Loreto never is."""
    context = named("callao", "loreto")
    small, large = (country_frame(ATLAS, side, side * 1.4, margin=3) for side in (140, 1400))
    assert set(tiny_units(context, small, 9)) == {"PE-CAL"}
    assert not tiny_units(context, large, 9)


def test_names_stand_where_they_are_wanted() -> None:
    """A map without names has no text but its scale."""
    act = styled_view(named("loreto", "harbour"), SIZES["a4"], theme="light", extent="view")

    def texts(*, has_names: bool) -> list[str]:
        items = draw_small_map(act, (300, 420), has_names=has_names, has_bar=False).items
        return ["".join(run.text for run in item.runs) for item in items if isinstance(item, Text)]

    assert len(texts(has_names=True)) == 2
    assert not texts(has_names=False)
