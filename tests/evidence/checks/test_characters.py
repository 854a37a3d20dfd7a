"""Rules for characters."""

from pathlib import Path

import pytest

from tests.evidence.conftest import edit_cell, lines_of

UNSEEN = "sources.csv, row 2, title: expected text of visible characters, found {}; remove or retype it"
ERROR = "sources.csv, row 2, title: expected a value, found {!r}; a formula of the spreadsheet has failed: write the value, or empty the cell"  # noqa: E501 - the message as it is
NOTHING = "sources.csv, row 2, title: expected a value or an empty cell, found {!r}; an empty cell means that it is not stated"
ENCODED = "sources.csv, row 2, title: expected text, found {!r}; the file was read in a wrong encoding once: write {!r}"
TEXTS: dict[str, tuple[str, str]] = {
    **{
        text: (text, ERROR.format(text))
        for text in (
            "#REF!",
            "#NAME?",
            "#N/A",
            "#VALUE!",
            "#DIV/0!",
            "#\u00a1REF!",
            "#\u00bfNOMBRE?",
            "#N/D",
            "Err:502",
            "#####",
            "#\u00a1VALOR!",
            "#SPILL!",
            "#REF",
        )
    },
    **{
        text: (text, NOTHING.format(text))
        for text in ("N/A", "n/a", "NA", "None", "NaN", "null", "-", "s/d", "?", "undefined", "\\N", ".")
    },
    "mojibake": ("Misi\u00c3\u00b3n Verdad", ENCODED.format("Misi\u00c3\u00b3n Verdad", "Misi\u00f3n Verdad")),
    "mojibake of quotes": ("the \u00e2\u20ac\u0153act\u00e2\u20ac\u009d", UNSEEN.format("a control character (U+009D)")),
    "a zero-width space": ("act\u200b31758", UNSEEN.format("a zero-width space (U+200B)")),
    "a soft hyphen": ("autho\u00adrisation", UNSEEN.format("a soft hyphen (U+00AD)")),
    "a direction": ("act \u202e31758", UNSEEN.format("right-to-left override (U+202E)")),
    "an isolate": ("act \u206631758", UNSEEN.format("left-to-right isolate (U+2066)")),
    "a mark of direction": ("act \u200f31758", UNSEEN.format("right-to-left mark (U+200F)")),
    "a line separator": ("act\u202831758", UNSEEN.format("line separator (U+2028)")),
    "a no-break space": ("act\u00a031758", UNSEEN.format("a no-break space (U+00A0)")),
    "a tab": ("act\t31758", UNSEEN.format("a tab (U+0009)")),
    "a bell": ("act\x07", UNSEEN.format("a control character (U+0007)")),
    "a line break": ("act\n31758", UNSEEN.format("a line break (U+000A)")),
    "a lost character": ("Misi\ufffdn", UNSEEN.format("the sign for a character that was lost (U+FFFD)")),
    "a private one": ("act \ue000", UNSEEN.format("a control character (U+E000)")),
    "a space at the end": ("act ", "sources.csv, row 2, title: expected no space around the text, found 'act '; remove it"),
}


@pytest.mark.parametrize(("text", "line"), TEXTS.values(), ids=TEXTS)
def test_what_nobody_meant_to_write_is_named(text: str, line: str, good: Path) -> None:
    """The fault names the character, or what the text was."""
    edit_cell(good, "sources", 2, title=text)
    assert lines_of(good) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Ca\u00f1ete \u2013 \u00ab\u00c1ncash\u00bb",
        "Sip\u00e1n\u2019s \u201ctomb\u201d",
        "\u0421\u0421\u0421\u0420",
        "\u79d8\u9c81",
        "Nadia Naïve",
        "#1 in Peru",
        "the <b>act</b> &amp; more",
        "=CONCAT(A1,B1)",
        "50 € – ½",
        "= 1 km",
        "AT&T; others",
        "5 < 6 > 4",
        "#FFF",
    ],
)
def test_what_is_meant_passes(text: str, good: Path) -> None:
    """Letters of any script, quotation marks and signs are text."""
    edit_cell(good, "sources", 2, title=text)
    assert lines_of(good) == []


def test_notes_may_have_lines(good: Path) -> None:
    """A line break in a text of sentences is meant."""
    edit_cell(good, "sources", 2, note_en="One.\nTwo.")
    assert lines_of(good) == []


def test_a_character_that_no_face_has_is_named(good: Path) -> None:
    """Whoever draws says what can be drawn: a figure must not fail at the drawing."""
    edit_cell(good, "sources", 2, title="Act \u79d8")
    line = "sources.csv, row 2, title: expected characters that a figure can draw, found '\u79d8' (U+79D8); write it in other characters"  # noqa: E501 - the message as it is
    assert lines_of(good, can_draw=lambda char: char != "\u79d8") == [line]
    assert lines_of(good) == []
