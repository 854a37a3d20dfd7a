"""Sizes: what is read, and what is refused in which words."""

import pytest

from geo.draw.figure import SIZES, FigureSize, parse_size


@pytest.mark.parametrize("name", SIZES)
def test_a_named_size_is_read(name: str) -> None:
    """Every name stands for its size."""
    assert parse_size(name) is SIZES[name]


def test_a_free_size_is_read() -> None:
    """Width and height are CSS pixels, 96 to the inch."""
    assert parse_size("800x600") == FigureSize(800, 600)
    assert parse_size("800x600").points == (600, 450)


def test_paper_is_stated_in_millimetres() -> None:
    """A4 is 210 by 297 millimetres, upright and across."""
    assert SIZES["a4"].stated == ("210mm", "297mm")
    assert SIZES["a4-landscape"].stated == ("297mm", "210mm")
    assert [round(side, 2) for side in SIZES["a4"].points] == [595.28, 841.89]


@pytest.mark.parametrize("text", ["", "a5", "A4", "800", "800x", "8e2x600", "-800x600", "800x600x2", "\uff18\uff10\uff10x600"])
def test_an_unreadable_size_is_refused(text: str) -> None:
    """The error says what was expected and what was found."""
    with pytest.raises(ValueError, match=r"size: expected a4, a4-landscape, slide, square or WIDTHxHEIGHT in pixels, found"):
        parse_size(text)


@pytest.mark.parametrize(
    ("text", "side", "found"), [("319x400", "width", "319"), ("400x4001", "height", "4001"), ("0x0", "width", "0")]
)
def test_a_size_out_of_bounds_is_refused(text: str, side: str, found: str) -> None:
    """A side has 320 to 4000 pixels."""
    with pytest.raises(ValueError, match=f"{side}: expected 320 to 4000 pixels, found {found}"):
        parse_size(text)
