"""One drawing for light and dark paper."""

import pytest

from geo.draw.markup import Markup
from geo.draw.two_themes import merge_themes


def test_pairs_of_colours_become_variables() -> None:
    """Equal pairs share one; drawings that differ in more are refused."""
    light, dark = (Markup(f'<g fill="{one}" stroke="{one}"/>') for one in ("#ffffff", "#000000"))
    assert merge_themes(light, dark) == ('<g fill="var(--c0)" stroke="var(--c0)"/>', {"--c0": ("#ffffff", "#000000")})
    with pytest.raises(ValueError, match="differ in colours alone"):
        merge_themes(light, Markup("<p/>"))
