"""The language that a reader's browser asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text import LANGUAGES, preferred_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("es", "es"),
        ("es-PE", "es"),
        ("ES-pe", "es"),
        ("es-419,es;q=0.9", "es"),
        ("qu-PE,es;q=0.8", "es"),
        ("qu-PE, es;q=0.8, en;q=0.9", "en"),
        ("en;q=0.5,es", "es"),
        ("en;q=0,es;q=0.001", "es"),
        ("es;q=0", "en"),
        ("en ; q = 0.3 , es ; q = 0.7", "es"),
        ("es,en", "es"),
        ("fr", "en"),
        ("fr,*;q=0.5", "en"),
        ("*", "en"),
        ("est", "en"),
        ("es;q=2", "en"),
        ("es;q=x,en;q=0.1", "en"),
        (",,es,", "es"),
        ("zh-Hant-TW,es", "es"),
        ("es;q=0.3,en-GB;q=0.8", "en"),
        ("fr," * 200 + "es", "en"),
    ],
)
def test_the_heaviest_language_that_the_page_has(header: str, language: str) -> None:
    """Weights decide, then the order; a region is no hindrance, and what is not well-formed does not count."""
    assert preferred_language(header) == language


@given(st.text(alphabet="es-EN;q=.,*01 x", max_size=40) | st.text(max_size=40))
def test_any_header_has_an_answer(header: str) -> None:
    """Whatever a client sends, there is a language."""
    assert preferred_language(header) in LANGUAGES
