"""The swatches of the legend are pictures that say what the map says: the same colours, stripes and shapes."""

from itertools import combinations
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from geo.draw import Fill, Swatch, svg_path, swatch_svg
from geo.evidence import Role

QUIET: Final = "#6d6a63"
ONE: Final = Fill(("A",), ("#1f6f8b",))
TWO: Final = Fill(("A", "B"), ("#1f6f8b", "#c8642b"))
THREE: Final = Fill(("A", "B", "C"), ("#1f6f8b", "#c8642b", "#6b7a1c"))

SWATCHES = {
    "fill of one": Swatch("fill", ONE),
    "fill of two": Swatch("fill", TWO),
    "fill of three": Swatch("fill", THREE),
    "hatching of one": Swatch("hatch", ONE),
    "dashed": Swatch("dashed", TWO),
    "context": Swatch("context"),
    **{role.value: Swatch("role", role=role) for role in Role},
}
COLOURS = {
    "fill of one": {"#1f6f8b"},
    "fill of two": {"#1f6f8b", "#c8642b"},
    "fill of three": {"#1f6f8b", "#c8642b", "#6b7a1c"},
    "hatching of one": {"#1f6f8b"},
    "dashed": {"#1f6f8b", "#c8642b", QUIET},
}
"""Of those in an ink; all others are quiet."""


def parsed(swatch: Swatch) -> ET.Element:
    """Return the document of a swatch, as a strict parser reads it."""
    return ET.fromstring(swatch_svg(swatch, quiet=QUIET))  # noqa: S314 - a document of our own


def colours(document: ET.Element) -> set[str]:
    """Return every colour that something is filled or drawn with."""
    return {value for item in document for key, value in item.items() if key in {"fill", "stroke"}} - {"none"}


def tags(document: ET.Element) -> list[str]:
    """Return the names of what is drawn, in order."""
    return [item.tag.removeprefix("{http://www.w3.org/2000/svg}") for item in document]


@pytest.mark.parametrize("swatch", SWATCHES.values(), ids=SWATCHES)
def test_a_swatch_is_a_document_of_one_size(swatch: Swatch) -> None:
    """It parses as SVG, is 24 x 14 pixels, draws something, and has nothing in it but shapes."""
    document = parsed(swatch)
    assert document.tag == "{http://www.w3.org/2000/svg}svg"
    assert dict(document.items()) == {"width": "24", "height": "14", "viewBox": "0 0 24 14"}
    assert set(tags(document)) in ({"rect"}, {"path"}, {"rect", "path"})
    assert not "".join(document.itertext())


@pytest.mark.parametrize("name", SWATCHES)
def test_a_swatch_has_the_colours_that_it_is_given(name: str) -> None:
    """The fill and stripes of an ink are there as they are, and what has no ink is quiet."""
    assert colours(parsed(SWATCHES[name])) == COLOURS.get(name, {QUIET})


def test_no_two_swatches_are_alike() -> None:
    """Whatever the legend has to tell apart, it can."""
    drawn = {name: swatch_svg(swatch, quiet=QUIET) for name, swatch in SWATCHES.items()}
    assert [pair for pair in combinations(drawn, 2) if drawn[pair[0]] == drawn[pair[1]]] == []


@pytest.mark.parametrize("role", Role)
def test_the_swatch_of_a_role_is_its_shape_in_the_middle(role: Role) -> None:
    """The glyph of the legend is that of the map, whole and in the colour it is given."""
    (shape,) = parsed(SWATCHES[role.value])
    assert dict(shape.items()) == {"d": svg_path(role, x=12, y=7, radius=6), "fill": QUIET}


@pytest.mark.parametrize(("name", "fill"), [("fill of two", TWO), ("fill of three", THREE)])
def test_several_acts_have_equal_stripes(name: str, fill: Fill) -> None:
    """Every act has its stripes, as wide as those of any other, and there is no further colour."""
    stripes = [*parsed(SWATCHES[name])]
    assert [stripe.get("stroke") for stripe in stripes][: len(fill.colours)] == list(fill.colours)
    assert len({stripe.get("stroke-width") for stripe in stripes}) == 1


def test_one_act_is_a_plain_fill() -> None:
    """A single act has no pattern."""
    assert tags(parsed(SWATCHES["fill of one"])) == ["rect"]


def test_a_colour_cannot_leave_its_attribute() -> None:
    """Whatever stands for a colour in the data is one value of one attribute."""
    hostile = '"/><script>alert(1)</script>'
    (shape,) = parsed(Swatch("fill", Fill(("A",), (hostile,))))
    assert shape.get("fill") == hostile


def test_hatching_leaves_the_ground_open() -> None:
    """A region that only contains a named place is hatched and framed, and nothing in it is filled."""
    document = parsed(SWATCHES["hatching of one"])
    assert set(tags(document)) == {"rect", "path"}
    assert {item.get("fill") for item in document} == {None, "none"}


def test_only_an_open_level_is_dashed() -> None:
    """Dashes mean one thing, and stand around a pale tint."""
    dashed = [name for name, swatch in SWATCHES.items() if any(item.get("stroke-dasharray") for item in parsed(swatch))]
    assert dashed == ["dashed"]
    assert {item.get("opacity") for item in parsed(SWATCHES["dashed"]) if item.get("fill") != "none"} == {"0.3"}
