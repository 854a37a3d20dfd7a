"""Fills can be told apart and read upon, on light and on dark paper, and do not depend on the order of acts."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.draw.fills import SHADES, THEMES, Fill, luminance, make_palette, mix
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
    """Known colours have the luminance that WCAG gives them."""
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
def test_the_text_on_every_fill_can_be_read(three_acts: Evidence, theme: str) -> None:
    """Text upon the colours of the data, and upon the scale of numbers, has the contrast that the guidelines ask for."""
    palette = make_palette(three_acts.authorisations, (), theme)
    plain = [Fill((key,), (colour,)) for key, colour in (*palette.colours.items(), *enumerate(SHADES[theme]))]
    assert [fill for fill in plain if contrast(fill.colour, fill.text) < READABLE] == []


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
@settings(deadline=None, max_examples=300)
def test_the_text_on_any_colour_can_be_read(colour: str) -> None:
    """Whatever colour a maintainer gives an act, black or white can be read upon it."""
    fill = make_palette(acts(colour), (), "light").fill(["A0"])
    assert fill
    assert contrast(fill.colour, fill.text) >= READABLE


def test_an_act_has_its_own_colour_on_light_paper_and_a_lighter_one_on_dark() -> None:
    """The colour of the data is that of light paper."""
    found = {theme: make_palette(acts("#1f6f8b"), (), theme).fill(["A0"]) for theme in THEMES}
    assert found == {"light": Fill(("A0",), ("#1f6f8b",)), "dark": Fill(("A0",), ("#629aae",))}


@pytest.mark.parametrize("theme", THEMES)
def test_several_acts_have_stripes_of_their_own_colours_and_no_other(three_acts: Evidence, theme: str) -> None:
    """A stripe for each act, in its colour: no third hue."""
    palette = make_palette(three_acts.authorisations, tuple(three_acts.authorisations), theme)
    fill = palette.fill(three_acts.authorisations)
    assert fill
    assert fill.colours == tuple(palette.colours.values())
    assert len(set(fill.colours)) == 3


def test_the_order_in_which_acts_are_named_changes_nothing(three_acts: Evidence) -> None:
    """A pair or three in any order has the same fill, in the order of acts."""
    palette = make_palette(three_acts.authorisations, tuple(three_acts.authorisations), "light")
    for number in (2, 3):
        found = {frozenset(named): set() for named in permutations(three_acts.authorisations, number)}
        for named in permutations(three_acts.authorisations, number):
            found[frozenset(named)].add(palette.fill(named))
        assert {len(fills) for fills in found.values()} == {1}
        assert None not in {fill for fills in found.values() for fill in fills}


def test_ids_with_hyphens_are_not_taken_for_pairs() -> None:
    """An act called A-B has a fill of its own beside the pair of A and B."""
    named = {key: act(key, MARCH, colour) for key, colour in (("A", "#111111"), ("B", "#222222"), ("A-B", "#333333"))}
    palette = make_palette(named, (), "light")
    assert palette.fill(["A-B"]) == Fill(("A-B",), ("#333333",))
    assert palette.fill(["A", "B"]) == Fill(("A", "B"), ("#111111", "#222222"))


def test_with_more_than_three_acts_on_a_fill_tells_how_many_name_a_place() -> None:
    """One scale for one act, two, three, and four or more; the acts that are off do not count."""
    named = acts("#111111", "#222222", "#333333", "#444444", "#555555")
    palette = make_palette(named, tuple(named)[:4], "light")
    found = [palette.fill(tuple(named)[:number]) for number in range(1, 6)]
    assert [fill and (fill.colours, fill.at_least) for fill in found] == [
        ((SHADES["light"][min(number, 4) - 1],), min(number, 4)) for number in range(1, 6)
    ]
    assert not make_palette(named, tuple(named)[:3], "light").by_number


@pytest.mark.parametrize("theme", THEMES)
def test_the_scale_of_numbers_runs_one_way(theme: str) -> None:
    """More acts are ever darker on light paper and ever lighter on dark paper."""
    scale = [luminance(colour) for colour in SHADES[theme]]
    assert scale == sorted(scale, reverse=theme == "light")


def test_context_has_no_fill() -> None:
    """What no act names has none, and neither has data without acts."""
    assert make_palette(acts("#111111"), (), "light").fill(()) is None
    assert make_palette({}, (), "light").colours == {}


def test_a_tint_is_nearer_to_the_paper() -> None:
    """The fill of an open level has the same acts and paler colours."""
    fill = Fill(("A", "B"), ("#1f6f8b", "#c8642b"))
    tint = fill.tinted("#ffffff")
    assert tint.authorisations == fill.authorisations
    assert all(luminance(pale) > luminance(full) for pale, full in zip(tint.colours, fill.colours, strict=True))
