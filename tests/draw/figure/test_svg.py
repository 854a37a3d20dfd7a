"""Texts, marks and boxes of a figure, and how programs draw them that know less than a browser."""

import io
import re
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from xml.etree import ElementTree as ET

import cairosvg
import pytest
from PIL import Image, ImageChops

from geo.atlas import Atlas
from geo.draw.figure import Figure, draw_figure, parse_size
from geo.draw.figure.svg import Box, Item, Picture, Text
from geo.evidence import Evidence
from geo.export.typesetting import to_png
from geo.view import make_context, start_state

SVG = "{http://www.w3.org/2000/svg}"


def test_boxes() -> None:
    """Boxes that share an edge do not overlap, and a box holds itself."""
    one, beside, over = Box(0, 0, 10, 10), Box(10, 0, 20, 10), Box(9, 9, 12, 12)
    assert not one.overlaps(beside)
    assert one.overlaps(over)
    assert one.holds(one)
    assert not one.holds(over)


@pytest.fixture(scope="module")
def figure(evidence: Evidence, atlas: Atlas) -> Figure:
    """Draw a square."""
    return draw_figure(make_context(evidence, atlas, start_state(evidence, "es")), parse_size("square"))


def test_every_list_of_families_ends_in_a_generic_one(figure: Figure) -> None:
    """A list whose names are no CSS, as one with a bare digit, would be ignored as a whole."""
    lists = set(re.findall(r'font-family="([^"]+)"', figure.svg()))
    assert lists
    for families in lists:
        *named, generic = families.replace("&#39;", "'").split(", ")
        assert generic in ("serif", "sans-serif")
        assert all(re.fullmatch(r"'[^']+'|[A-Za-z]+( [A-Za-z]+)*", name) for name in named)


def test_a_text_states_its_length(figure: Figure) -> None:
    """A program with another face fits it into the room that the text has."""
    root = ET.fromstring(figure.svg())  # noqa: S314 - our own
    pieces = [item for item in root.iter() if item.tag in (f"{SVG}text", f"{SVG}tspan") and item.text]
    assert pieces
    assert all(float(item.get("textLength", 0)) > 0 for item in pieces)
    assert "paint-order" not in figure.svg()


def test_ids_are_unique_to_the_file(figure: Figure, evidence: Evidence, atlas: Atlas) -> None:
    """Two figures in one page do not take each other's title."""
    other = draw_figure(make_context(evidence, atlas, start_state(evidence, "en")), parse_size("square"))
    ids = [re.findall(r' id="([^"]+)"', drawn.svg()) for drawn in (figure, other)]
    assert all(len(set(own)) == len(own) for own in ids)
    assert not set(ids[0]) & set(ids[1])


def rsvg(svg: str) -> Image.Image:
    """Draw as librsvg does: without the faces in the file."""
    command = ["rsvg-convert", "--format=png"]
    made = subprocess.run(command, input=svg.encode(), check=True, capture_output=True).stdout  # noqa: S603 - of the set-up
    return Image.open(io.BytesIO(made)).convert("RGB")


def cairo(svg: str) -> Image.Image:
    """Draw as CairoSVG does."""
    return Image.open(io.BytesIO(cairosvg.svg2png(bytestring=svg.encode()))).convert("RGB")


@pytest.mark.parametrize("draw", [rsvg, cairo])
def test_other_programs_draw_the_same_map(figure: Figure, draw: Callable[[str], Image.Image]) -> None:
    """Without its texts a figure is the same picture in librsvg and CairoSVG as in Typst's renderer."""
    bare = replace(figure, items=without_texts(figure.items))
    own = Image.open(io.BytesIO(to_png(bare, 96))).convert("RGB")
    other = draw(bare.svg())
    assert other.size == own.size
    difference = ImageChops.difference(own, other).convert("L")
    assert sum(difference.histogram()[96:]) < 0.004 * own.width * own.height


def without_texts(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return items without their texts."""
    kept = [replace(item, items=without_texts(item.items)) if isinstance(item, Picture) else item for item in items]
    return tuple(item for item in kept if not isinstance(item, Text))


def test_texts_keep_apart_in_another_face(figure: Figure) -> None:
    """Librsvg, which knows neither embedded faces nor stated lengths, writes nothing into the margin at the right."""
    drawn = rsvg(figure.svg())
    margin = drawn.crop((round(drawn.width * 0.955), 0, drawn.width, drawn.height))
    assert margin.getcolors(1) is not None
