"""The estimate of how wide a text is, and the lines that it is broken into."""

from geo.draw.text_width import text_width, wrap_text


def test_text_is_measured_and_broken_at_its_spaces() -> None:
    """No line is wider than the width, unless it is one word."""
    text = "Until when does the 2023 authorisation run"
    lines = wrap_text(text, 12, 100)
    assert " ".join(lines) == text
    assert len(lines) > 1
    assert max(text_width(line, 12) for line in lines) <= 100
    assert wrap_text("unbreakable", 12, 5) == ("unbreakable",)
