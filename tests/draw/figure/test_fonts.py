"""The faces of a figure."""

import pytest

from geo.draw.figure.fonts import ITALIC, TEXT, TITLE, can_draw, face_for, families, text_width


def test_widths_are_those_of_the_font() -> None:
    """A figure is half an em wide in Source Sans, and accents do not count."""
    assert text_width("0000", TEXT, 10) == pytest.approx(19.88, abs=0.1)
    assert text_width("Á", TEXT, 10) == text_width("A", TEXT, 10)
    assert text_width("ab", TEXT, 10, spacing=2) == pytest.approx(text_width("ab", TEXT, 10) + 4)


@pytest.mark.parametrize(
    ("char", "family"),
    [("ñ", "Source Serif Pro"), ("ἀ", "Noto Sans"), ("ल", "Noto Sans"), ("ש", "Assistant"), ("ب", "Noto Sans Arabic")],
)
def test_a_letter_that_a_face_lacks_has_a_fallback(char: str, family: str) -> None:
    """The face for it is the first fallback that has it, and a text with it names both families."""
    face = face_for(char, TITLE)
    assert face is not None
    assert face.family == family
    assert families(TITLE, f"a{char}") == tuple(dict.fromkeys(("Source Serif Pro", family)))
    assert text_width(char, TITLE, 10) > 0


def test_a_letter_without_any_face_cannot_be_drawn() -> None:
    """Greek italics have a fallback; Chinese and emoji have none, and the check refuses them."""
    assert can_draw("λ")
    assert face_for("λ", ITALIC) is not None
    assert not can_draw("中")
    assert not can_draw("🙂")
