"""One drawing in two themes: the colours of both, and nothing else of either."""

import pytest

from geo.draw.markup import Markup, element, shape, text
from geo.draw.two_themes import merge_themes


def drawn(fill: str, stroke: str, said: str = "") -> Markup:
    """Return a drawing in some colours."""
    return element("g", shape("path", d="M0 0", fill=fill, stroke=stroke), text("text", said, fill=fill))


def test_a_variable_stands_for_each_pair_of_colours() -> None:
    """The same colour on light paper is two variables where it is two colours on dark."""
    merged, colours = merge_themes(drawn("#ffffff", "#ffffff"), drawn("#000000", "#111111"))
    assert merged == '<g><path d="M0 0" fill="var(--c0)" stroke="var(--c1)"/><text fill="var(--c0)"></text></g>'
    assert colours == {"--c0": ("#ffffff", "#000000"), "--c1": ("#ffffff", "#111111")}


def test_a_text_that_looks_like_a_colour_stays() -> None:
    """Words of the data are escaped, and no attribute of the drawing."""
    said = ' fill="#123456"'
    merged, colours = merge_themes(drawn("#ffffff", "none", said), drawn("#000000", "none", said))
    assert "#123456" in merged
    assert len(colours) == 1


def test_drawings_of_different_things_are_refused() -> None:
    """Only colours may differ."""
    with pytest.raises(ValueError, match="colours alone"):
        merge_themes(drawn("#ffffff", "none", "a"), drawn("#000000", "none", "b"))
