"""The drawings of what rests on what."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.draw import SourceGroupFigure, SourceNode, draw_source_groups
from geo.draw.source_graph import GAP, NODE_WIDTH, needed_links, place_columns
from geo.evidence import Evidence
from geo.view import SourceGroup, source_groups

PHONE = 390 - 2 * 16
SVG = "{http://www.w3.org/2000/svg}"


def drawing(group: SourceGroup, nodes: dict[str, SourceNode]) -> ET.Element:
    """Draw one group and parse what is drawn."""
    return ET.fromstring(draw_source_groups([SourceGroupFigure(group, "A caption", "In words")], nodes, alone="Alone"))  # noqa: S314 - ours


def node_of(key: str) -> SourceNode:
    """Make a source, or an outside origin for a name of two words."""
    return SourceNode("origin", "", key) if " " in key else SourceNode("text", key, f"Name {key}")


@pytest.mark.parametrize(
    ("links", "needed"),
    [
        ((), ()),
        ((("A", "B"),), (("A", "B"),)),
        ((("A", "B"), ("B", "C"), ("A", "C")), (("A", "B"), ("B", "C"))),
        ((("A", "B"), ("B", "C"), ("C", "D"), ("A", "D")), (("A", "B"), ("B", "C"), ("C", "D"))),
        ((("A", "C"), ("B", "C")), (("A", "C"), ("B", "C"))),
    ],
    ids=["none", "one", "implied", "implied by a longer chain", "two on one"],
)
def test_an_implied_arrow_is_left_out(links: tuple[tuple[str, str], ...], needed: tuple[tuple[str, str], ...]) -> None:
    """An arrow that follows from others is not drawn; each other one is."""
    assert needed_links(links) == needed


def test_columns_run_from_copies_to_origins() -> None:
    """What rests on nothing is last; an arrow that skips a column keeps a slot free in it."""
    links = (("A", "B"), ("B", "C"), ("A", "D"))
    assert place_columns(("A", "B", "C", "D"), links) == (("A",), ("B", ("A", "D")), ("C", "D"))


def test_a_circle_is_drawn() -> None:
    """Sources that rest on each other have a drawing too."""
    columns = place_columns(("A", "B"), (("A", "B"), ("B", "A")))
    assert sorted(slot for column in columns for slot in column if isinstance(slot, str)) == ["A", "B"]


def test_every_node_and_arrow_is_drawn() -> None:
    """A group has a box with its texts for each source and origin, and an arrow with a head for each link."""
    group = SourceGroup(("A", "B"), ("An agency",), (("A", "B"), ("B", "An agency"), ("A", "An agency")))
    svg = drawing(group, {key: node_of(key) for key in ("A", "B", "An agency")}).find(f".//{SVG}svg")
    assert svg is not None
    assert [text.text for text in svg.iter(f"{SVG}text")] == ["A", "Name A", "B", "Name B", "An agency"]
    assert len(list(svg.iter(f"{SVG}rect"))) == 3
    assert len(list(svg.iter(f"{SVG}path"))) == 2 * 2
    assert (svg.get("role"), svg.get("aria-label")) == ("img", "In words")


def test_groups_without_a_link_stand_together() -> None:
    """Sources that rest on nothing share one figure."""
    figures = [SourceGroupFigure(SourceGroup((key,), (), ()), "unused", key) for key in ("A", "B")]
    markup = draw_source_groups(figures, {key: node_of(key) for key in ("A", "B")}, alone="Alone")
    assert re.findall(r"<figcaption>(.*?)</figcaption>", markup) == ["Alone"]
    assert markup.count("<svg") == 2


def test_the_drawings_of_the_data_fit_a_phone(evidence: Evidence) -> None:
    """Every box lies within its drawing, apart from the others, and no drawing is wider than a phone."""
    nodes = {
        key: SourceNode("text", key, record.publisher or "publisher not named") for key, record in evidence.sources.items()
    }
    for group in source_groups(evidence.sources):
        own = nodes | {origin: SourceNode("origin", "", origin) for origin in group.origins}
        svg = drawing(group, own).find(f".//{SVG}svg")
        assert svg is not None
        width, height = float(svg.get("width", 0)), float(svg.get("height", 0))
        assert NODE_WIDTH <= width <= PHONE
        boxes = [tuple(float(rect.get(name, 0)) for name in ("x", "y", "width", "height")) for rect in svg.iter(f"{SVG}rect")]
        assert len(boxes) == len(group.sources) + len(group.origins)
        for index, (x, y, w, h) in enumerate(boxes):
            assert x >= 0
            assert y >= 0
            assert x + w <= width
            assert y + h <= height
            for other_x, other_y, _, other_h in boxes[index + 1 :]:
                assert other_x >= x + w or x >= other_x + w or other_y >= y + h or y >= other_y + other_h
    assert GAP > 0


@given(st.text(min_size=1))
def test_names_pass_through_the_escaper(name: str) -> None:
    """No name can leave its place in the markup."""
    group = SourceGroup(("A",), (), ())
    markup = draw_source_groups([SourceGroupFigure(group, name, name)], {"A": SourceNode("text", name, name)}, alone=name)
    tags = set(re.findall(r"<\s*/?\s*([^\s>/]*)", markup))
    assert tags <= {"div", "figure", "figcaption", "svg", "g", "rect", "text"}
