"""The estimate of how wide a text is."""

from geo.draw.text_width import text_width


def test_width_grows_with_size_letters_and_weight() -> None:
    """Twice the size is twice as wide, a narrow letter takes less than a wide one, and bold more than regular."""
    assert text_width("Lima", 24) == 2 * text_width("Lima", 12)
    assert text_width("iii", 12) < text_width("nnn", 12) < text_width("MMM", 12)
    assert text_width("Lima", 12) < text_width("Lima", 12, bold=True)
