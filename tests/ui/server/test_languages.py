"""The reader's language by the weights of the header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text import LANGUAGES
from geo.ui.server.languages import preferred_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("es", "es"),
        ("ES-pe", "es"),
        ("qu-PE,es;q=0.8", "es"),
        ("en;q=0.3, es;q=0.8", "es"),
        ("es;q=0.3,en-GB;q=0.8", "en"),
        ("fr,de", "en"),
        ("es;q=0", "en"),
        ("es;q=2x, en;q=0.1", "en"),
        ("*", "en"),
    ],
)
def test_the_language_with_the_most_weight(header: str, language: str) -> None:
    """Of those that the page has; the first of them where the header names none."""
    assert preferred_language(header) == language


@given(st.text(max_size=60))
def test_any_header_gives_a_language(header: str) -> None:
    """Whatever it says."""
    assert preferred_language(header) in LANGUAGES
