"""Texts, marks and boxes of a figure."""

from geo.draw.figure.svg import Box


def test_boxes() -> None:
    """Boxes that share an edge do not overlap, and a box holds itself."""
    one, beside, over = Box(0, 0, 10, 10), Box(10, 0, 20, 10), Box(9, 9, 12, 12)
    assert not one.overlaps(beside)
    assert one.overlaps(over)
    assert one.holds(one)
    assert not one.holds(over)
