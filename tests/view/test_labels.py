"""What everything is called."""

from geo.text import translator
from geo.view.labels import MOST_NAMES, certainty_text, name_list, source_label
from tests.view.samples import naming, source


def test_who_is_credited_is_named() -> None:
    """Without a name the certainty stands alone; a source without short name or publisher is called by its title."""
    words = translator("en")
    assert certainty_text(naming("1", "x"), words) == "stated by the source"
    assert certainty_text(naming("1", "x", attributed_to="Ann"), words) == "stated by the source, from Ann"
    assert source_label(source("T"), words) == "Source T"


def test_many_names_end_in_their_number() -> None:
    """The first dozen stand, the others are counted."""
    names = [f"n{number}" for number in range(MOST_NAMES + 2)]
    assert name_list(names, translator("en")).endswith("n11 and 2 more places")
    assert name_list(names[:2], translator("en")) == "n0 and n1"
