"""Lines of running text."""

import pytest

from geo.draw.figure.fonts import TEXT, text_width
from geo.draw.figure.paragraphs import even, paragraph
from geo.draw.figure.svg import Run, Type

LETTERS = Type(TEXT, 10, "#000000")


@pytest.mark.parametrize("width", [60, 100, 240])
def test_lines_keep_their_width(width: float) -> None:
    """No line of a paragraph is wider than it may be, and no letter of it is lost, long words included."""
    text = "A link such as https://example.org/?v=1&auth=31758,9307&role=deployment,exercise breaks where it can."
    block = paragraph([Run(text, LETTERS)], width)
    lines = ["".join(run.text for run in item.runs) for item in block.items]
    assert max(text_width(line, TEXT, 10) for line in lines) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert block.height == pytest.approx(len(lines) * 12.8)


def test_headings_are_broken_evenly() -> None:
    """A heading has no more lines than it must, and its last line is not one word."""
    text = "Where US forces were authorised to enter Peru, and when"
    plain, balanced = (build([Run(text, LETTERS)], 200) for build in (paragraph, even))
    assert (len(plain.items), len(balanced.items)) == (2, 2)
    assert plain.items[1].box.width < balanced.items[1].box.width
    assert (plain.width, plain.height) == (balanced.width, balanced.height)
