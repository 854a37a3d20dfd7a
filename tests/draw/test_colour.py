"""Colours can be told apart and read upon, on light and on dark paper."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.draw import Fill, fills
from geo.draw.fills import THEMES, luminance, mix
from geo.evidence import Authorisation, Evidence
from tests.view.samples import MARCH, act

READABLE = 4.5
"""Least contrast of text, WCAG 2.2 AA."""

LUMINANCES = {"#000000": 0.0, "#ffffff": 1.0, "#ff0000": 0.2126, "#00ff00": 0.7152, "#0000ff": 0.0722, "#808080": 0.2159}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def acts(*colours: str) -> dict[str, Authorisation]:
    """Make an act of every colour."""
    return {f"A{number}": act(f"A{number}", MARCH, colour) for number, colour in enumerate(colours)}


@pytest.mark.parametrize(("colour", "expected"), LUMINANCES.items(), ids=LUMINANCES)
def test_luminance_is_that_of_the_guidelines(colour: str, expected: float) -> None:
    """LinkContext colours have the luminance that WCAG gives them."""
    assert luminance(colour) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("share", "mixed"),
    [(0, "#102030"), (1, "#f0e0d0"), (0.5, "#808080"), (0.25, "#485058")],
    ids=["none", "all", "half", "quarter"],
)
def test_colours_mix_channel_by_channel(share: float, mixed: str) -> None:
    """A share of nought is the one colour, a share of one the other."""
    assert mix("#102030", "#f0e0d0", share) == mixed


@pytest.mark.parametrize("theme", THEMES)
def test_the_text_on_every_ink_can_be_read(evidence: Evidence, three_acts: Evidence, theme: str) -> None:
    """Text upon the colours of the data has the contrast that the guidelines ask for."""
    for data in (evidence, three_acts):
        poor = {ink.key: ink.fill for ink in fills(data.authorisations, theme) if contrast(ink.fill, ink.text) < READABLE}
        assert poor == {}


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
@settings(deadline=None, max_examples=300)
def test_the_text_on_any_colour_can_be_read(colour: str) -> None:
    """Whatever colour a maintainer gives an act, black or white can be read upon it."""
    (ink,) = fills(acts(colour), "light")
    assert contrast(ink.fill, ink.text) >= READABLE


@pytest.mark.parametrize("theme", THEMES)
def test_the_inks_of_two_acts(evidence: Evidence, theme: str) -> None:
    """Each act has an ink and both together a third, of another colour; stripes are for several alone."""
    found = fills(evidence.authorisations, theme)
    assert [(ink.key, ink.authorisations, len(ink.stripes)) for ink in found] == [
        ("31758", ("31758",), 0),
        ("9307", ("9307",), 0),
        ("31758-9307", ("31758", "9307"), 2),
    ]
    assert len({ink.fill for ink in found}) == 3
    assert all(stripe != found[2].fill for stripe in found[2].stripes)


def test_an_act_has_its_own_colour_on_light_paper_and_a_lighter_one_on_dark() -> None:
    """The colour of the data is that of light paper."""
    found = {theme: fills(acts("#1f6f8b"), theme) for theme in THEMES}
    assert found == {
        "light": (Fill("A0", ("A0",), "#1f6f8b", ()),),
        "dark": (Fill("A0", ("A0",), "#629aae", ()),),
    }


@pytest.mark.parametrize("theme", THEMES)
def test_a_third_act_has_inks_alone_and_together(three_acts: Evidence, theme: str) -> None:
    """Rows alone bring the fills of a third act: seven, all distinct, with a stripe for each act of several."""
    found = fills(three_acts.authorisations, theme)
    assert [ink.key for ink in found] == [
        "31758",
        "9307",
        "32100",
        "31758-9307",
        "31758-32100",
        "9307-32100",
        "31758-9307-32100",
    ]
    assert len({ink.fill for ink in found}) == 7
    assert [len(ink.stripes) for ink in found] == [0, 0, 0, 2, 2, 2, 3]


def test_no_more_than_three_share_an_ink() -> None:
    """Four acts have fills for every two and three of them, and none for all four."""
    found = fills(acts("#111111", "#222222", "#333333", "#444444"), "light")
    assert [len(ink.authorisations) for ink in found] == [1] * 4 + [2] * 6 + [3] * 4


def test_no_act_has_no_ink() -> None:
    """Data without authorisations has no colours."""
    assert fills({}, "light") == ()
