"""Figures of small maps: a map for each act, at any size, and further sheets where one does not do."""

import re
from dataclasses import replace
from datetime import date

import pytest

from geo.atlas import Atlas
from geo.draw.figure import SIZES, FigureSize, count_sheets, draw_multiples, parse_size
from geo.evidence import Evidence, Window
from geo.text import LANGUAGES, translator
from geo.view import CAUTION, ViewContext, make_context, start_state
from tests.draw.figure.test_layout import BASE, faults, words_of


def with_many_acts(evidence: Evidence, count: int) -> Evidence:
    """Return the evidence with so many acts, all of which name what the first one does."""
    first = next(iter(evidence.authorisations.values()))
    acts = {
        f"act-{number}": replace(first, authorisation_id=f"act-{number}", short_en=f"Act {number}", short_es=f"Norma {number}")
        for number in range(count)
    }
    own = [claim for claim in evidence.claims.values() if claim.authorisation_id == first.authorisation_id and claim.place_id]
    claims = {
        f"{claim.claim_id}-{act_id}": replace(claim, claim_id=f"{claim.claim_id}-{act_id}", authorisation_id=act_id)
        for act_id in acts
        for claim in own[:6]
    }
    return replace(evidence, authorisations=acts, claims=claims)


def context_with(evidence: Evidence, atlas: Atlas, acts: int, language: str = "en") -> ViewContext:
    """Return a view in which so many acts are on."""
    many = with_many_acts(evidence, acts)
    return make_context(many, atlas, start_state(many, language), base_url=BASE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [*SIZES, "320x320", "390x844", "1200x630", "4000x400"])
def test_every_act_has_its_map_and_nothing_overlaps(evidence: Evidence, atlas: Atlas, size: str, language: str) -> None:
    """On the sheets of nine acts each is named once, with its caution, version and licence, and no text touches another."""
    sheets = draw_multiples(context_with(evidence, atlas, 9, language), parse_size(size))
    words = translator(language)
    assert [faults(sheet) for sheet in sheets] == [[]] * len(sheets)
    said = " ".join(words_of(sheet) for sheet in sheets)
    for number in range(9):
        assert len(re.findall(rf"\b(?:Act|Norma) {number}\b", said)) == 1
    for sheet in sheets:
        assert words(CAUTION).split()[0] in words_of(sheet)
        assert evidence.version in words_of(sheet)


@pytest.mark.parametrize(("acts", "sheets"), [(1, 1), (2, 1), (12, 1), (13, 2), (20, 2), (40, 4)])
def test_a_sheet_holds_at_most_twelve_maps(evidence: Evidence, atlas: Atlas, acts: int, sheets: int) -> None:
    """More acts follow on further sheets, which say which of how many they are."""
    context = context_with(evidence, atlas, acts)
    drawn = draw_multiples(context, SIZES["a4"])
    assert len(drawn) == sheets == count_sheets(context, SIZES["a4"])
    assert sum(sheet.svg().count('class="small-map"') for sheet in drawn) == acts
    if sheets > 1:
        assert f"Sheet 2 of {sheets}." in words_of(drawn[1])
        assert f"Sheet 2 of {sheets}." in drawn[1].description


def test_every_size_named_holds_twelve(evidence: Evidence, atlas: Atlas) -> None:
    """A paper, a slide and a square have room for twelve maps, with link and sources."""
    context = context_with(evidence, atlas, 12)
    for name, size in SIZES.items():
        (sheet,) = draw_multiples(context, size)
        assert "example.org" in words_of(sheet), name
        assert "ource" in words_of(sheet), name


def test_without_an_act_a_sheet_says_so(evidence: Evidence, atlas: Atlas) -> None:
    """The sheet has no map, and its title says that no place is named."""
    state = replace(start_state(evidence, "en"), authorisations=())
    (sheet,) = draw_multiples(make_context(evidence, atlas, state), SIZES["a4"])
    assert "No place is named in this view" in words_of(sheet)


def test_the_captions_say_the_chosen_days(evidence: Evidence, atlas: Atlas) -> None:
    """A map has the days that are chosen, the number of its places and their names while they are few."""
    state = start_state(evidence, "en").with_range("9307", Window(date(2024, 11, 10), date(2024, 11, 12)))
    (sheet,) = draw_multiples(make_context(evidence, atlas, state), SIZES["a4"])
    assert "10–12 November 2024" in words_of(sheet)
    assert re.search(r"\d places: ", words_of(sheet))


def test_the_legend_explains_what_the_maps_have(evidence: Evidence, atlas: Atlas) -> None:
    """What no map has is in no legend."""
    (sheet,) = draw_multiples(make_context(evidence, atlas, start_state(evidence, "en")), SIZES["a4"])
    assert "Region that only contains a named locality" in words_of(sheet)
    alone = context_with(evidence, atlas, 1)
    areas = {key: shown for key, shown in alone.selection.places.items() if shown.place.is_area and not shown.place.is_point}
    units = {code: unit for code, unit in alone.selection.units.items() if unit.named and unit.named.place.place_id in areas}
    bare = replace(alone, selection=replace(alone.selection, places=areas, units=units))
    (sheet,) = draw_multiples(bare, FigureSize(900, 900))
    assert "Region named" in words_of(sheet)
    assert "only contains" not in words_of(sheet)
