"""The faces of a figure."""

import pytest

from geo.draw.figure.fonts import TEXT, text_width


def test_widths_are_those_of_the_font() -> None:
    """A figure is half an em wide in Source Sans, and accents do not count."""
    assert text_width("0000", TEXT, 10) == pytest.approx(19.88, abs=0.1)
    assert text_width("Á", TEXT, 10) == text_width("A", TEXT, 10)
    assert text_width("ab", TEXT, 10, spacing=2) == pytest.approx(text_width("ab", TEXT, 10) + 4)
