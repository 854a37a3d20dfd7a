"""How a figure is asked for in words."""

import pytest

from geo.draw.figure import SIZES
from geo.export.files.figure_options import read_options


def test_what_is_not_said_is_usual() -> None:
    """An upright A4 sheet on light paper."""
    options = read_options("png")
    assert (options.size, options.dpi, options.theme, options.extent) == (SIZES["a4"], 150, "light", "view")


@pytest.mark.parametrize("dpi", ["", "-96", "96.5", "٩٦", "10000"])
def test_a_resolution_is_a_short_whole_number(dpi: str) -> None:
    """The error says what was found."""
    with pytest.raises(ValueError, match="dpi: expected a whole number, found"):
        read_options("png", dpi=dpi)


def test_the_layout_is_one_of_those_on_offer() -> None:
    """One map, or a small one for each act."""
    assert read_options("pdf", layout="multiples").layout == "multiples"
    with pytest.raises(ValueError, match="layout: expected one of map, multiples, answers, found 'atlas'"):
        read_options("pdf", layout="atlas")
