"""The fonts of a figure as rules of a style sheet."""

import re

from geo.draw.figure.fonts import TEXT, TITLE
from geo.export.files.fonts import font_rules


def test_a_face_that_is_not_used_has_no_rule() -> None:
    """A rarer letter makes the subset larger."""
    usual, rare = (font_rules({TEXT: frozenset(letters)}) for letters in ("a", "aЖ"))
    assert re.findall('font-family:"([^"]+)"', usual) == ["Source Sans Pro"]
    assert len(rare) > len(usual)
    assert font_rules({TEXT: frozenset(), TITLE: frozenset()}).count("@font-face") == 2
