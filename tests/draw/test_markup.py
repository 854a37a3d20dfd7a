"""What goes into an element is escaped unless its type says that it is markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.draw.markup import Markup, element, join, number, shape, text, void
from tests.draw.test_escape import HOSTILE, TextOf


def test_a_raw_string_is_no_markup() -> None:
    """A text that looks like a tag is text, and an element within an element stays one."""
    assert element("p", "<b>", element("i", "x")) == "<p>&lt;b&gt;<i>x</i></p>"
    assert isinstance(element("p"), Markup)


@given(st.text())
def test_a_text_comes_out_as_it_went_in(content: str) -> None:
    """Whatever the text, a parser finds it between the tags and in the attribute, and no tag of its own."""
    read = TextOf(element("p", content, title=content).replace("\r", ""))
    assert read.tags[0][0] == "p"
    assert len(read.tags) == 1


@pytest.mark.parametrize("content", [text for text in HOSTILE.values() if text.isprintable()])
def test_hostile_text_stays_text(content: str) -> None:
    """Between tags and in an attribute a parser finds the same text."""
    read = TextOf(text("b", content, title=content))
    assert (read.text, read.tags) == (content, [("b", {"title": content})])


def test_attributes() -> None:
    """Underscores stand for hyphens, numbers have two decimals at most, None is left out."""
    assert shape("path", classes="a", stroke_width=1.005, d="M0", fill=None) == '<path class="a" stroke-width="1" d="M0"/>'
    assert void("input", type="date", value='"') == '<input type="date" value="&#34;">'


def test_joined_pieces_are_escaped() -> None:
    """Joining keeps the type, and escapes what is no markup."""
    assert join(["<", element("b", "x")]) == "&lt;<b>x</b>"


@pytest.mark.parametrize(("value", "written"), [(1.0, "1"), (1.239, "1.24"), (-0.001, "0"), (10, "10")])
def test_numbers_are_short(value: float, written: str) -> None:
    """No needless decimals, and no negative nought."""
    assert number(value) == written
