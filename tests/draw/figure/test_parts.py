"""The parts of a figure: what each says of a view."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from geo.atlas import Atlas
from geo.draw.figure import SIZES, draw_figure
from geo.draw.figure.fonts import TEXT, text_width
from geo.draw.figure.labels.placement import forms_of
from geo.draw.figure.paragraphs import even, paragraph
from geo.draw.figure.svg import Box, Run, Type
from geo.evidence import Evidence, Role, Window
from geo.view import BasisFilter, ViewState, make_context, select, start_state
from tests.draw.figure.views import telling_views

LETTERS = Type(TEXT, 10, "#000000")


def texts_of(evidence: Evidence, atlas: Atlas, state: ViewState) -> str:
    """Return all that an A4 sheet of a view says, lines joined by spaces."""
    figure = draw_figure(make_context(evidence, atlas, state), SIZES["a4"])
    return " ".join("".join(run.text for run in text.runs) for text in figure.texts)


def test_the_legend_holds_only_what_occurs(evidence: Evidence, atlas: Atlas) -> None:
    """A fill or shape that is not on the map is not in the legend, and every one that is, is."""
    start = texts_of(evidence, atlas, start_state(evidence, "en"))
    everything = texts_of(evidence, atlas, telling_views(evidence, "en")["all roles"])
    for entry in ("Named in the context only", "US Navy laboratory", "Centre of protests"):
        assert entry not in start
        assert entry in everything
    for entry in ("Named under 2023 training", "that only contains", "Dashed: city", "Summit venue"):
        assert entry in start


def test_an_empty_view_says_so(evidence: Evidence, atlas: Atlas) -> None:
    """Without an authorisation the title, the counts and the legend say that nothing is named."""
    said = texts_of(evidence, atlas, telling_views(evidence, "en")["empty"])
    assert "No place is named in this view" in said
    assert "0 acts, 0 places named in 0 of 25 regions." in said
    assert "No region or place matches the filters of this view." in said
    assert "Where US forces were authorised" not in said


def test_context_alone_is_not_called_an_entry(evidence: Evidence, atlas: Atlas) -> None:
    """A view of protests and ports does not bear the title of the authorised entry."""
    state = replace(start_state(evidence, "en"), roles=(Role.PROTEST,), authorisations=())
    said = texts_of(evidence, atlas, state)
    assert "Places in Peru named in the context of the authorisations" in said
    assert "Where US forces were authorised" not in said


def test_title_names_authorisations_and_chosen_days(evidence: Evidence, atlas: Atlas) -> None:
    """The title has the short name of each authorisation that is on, and the days that are chosen, not the whole window."""
    state = start_state(evidence, "en").with_range("9307", Window(date(2024, 11, 10), date(2024, 11, 16)))
    figure = draw_figure(make_context(evidence, atlas, state), SIZES["a4"])
    assert figure.title == (
        "Where US forces were authorised to enter Peru: 2023 training (1 June – 31 December 2023) and "
        "2024 APEC (10–16 November 2024)"
    )


def test_filters_are_told_in_words(evidence: Evidence, atlas: Atlas) -> None:
    """Roles, basis, robustness and the selected place stand on the sheet."""
    state = replace(
        start_state(evidence, "en"), roles=(Role.DEPLOYMENT,), basis=BasisFilter.TEXTS, min_sources=2, place="PE-LOR"
    )
    said = texts_of(evidence, atlas, state)
    for sentence in (
        "Role in which a place is named: Authorised presence.",
        "Sources that count: The source texts alone.",
        "At least two independent sources.",
        "Selected: Loreto.",
    ):
        assert sentence in said


def test_sources_of_the_context_are_told_apart(evidence: Evidence, atlas: Atlas) -> None:
    """A source that says nothing of the act shown is listed, but not as a witness to it."""
    state = telling_views(evidence, "en")["one act"]
    (act,) = state.authorisations
    witnesses = {claim.source_id for claim in evidence.claims.values() if claim.authorisation_id == act}
    selection = select(evidence, state)
    assert {"000", "C-01"} <= witnesses or {"002", "C-08"} <= witnesses
    assert selection.context_sources() == set(selection.sources()) - witnesses
    said = texts_of(evidence, atlas, state)
    assert said.count("(context only)") == len(selection.context_sources()) > 1


def test_the_description_names_every_place(evidence: Evidence, atlas: Atlas) -> None:
    """The alternative text lists regions and places by authorisation, and context apart."""
    described = draw_figure(make_context(evidence, atlas, telling_views(evidence, "en")["all roles"]), SIZES["a4"]).description
    assert "Legislative resolution of 2024 (bill 9307): regions: Lima; places: Chiclayo and Pisco." in described
    assert "Context: regions: Arequipa and Puno; places: Chancay, Puerto Maldonado and " in described
    assert described.endswith("not where forces were.")


def test_the_timeline_shows_chosen_days_and_acts_that_are_on(evidence: Evidence, atlas: Atlas) -> None:
    """An authorisation that is off has no lane, and with all off there is no timeline."""
    views = telling_views(evidence, "en")
    assert "Legislative Resolution 31758 (bill 4766)" in texts_of(evidence, atlas, views["default"])
    assert "Legislative Resolution 31758 (bill 4766)" not in texts_of(evidence, atlas, views["one act"])
    assert "Bar: the window" not in texts_of(evidence, atlas, views["empty"])
    bars = [_bars(evidence, atlas, state) for state in (views["default"], _half(views["default"]))]
    assert bars[0][0] == bars[1][0]
    assert bars[1][1] == pytest.approx(bars[0][1] / 2, rel=0.02)


def _half(state: ViewState) -> ViewState:
    return state.with_range("31758", Window(date(2023, 6, 1), date(2023, 9, 15)))


def _bars(evidence: Evidence, atlas: Atlas, state: ViewState) -> list[float]:
    """Return the lengths of the first lane's bars: window, then chosen days."""
    root = ET.fromstring(draw_figure(make_context(evidence, atlas, state), SIZES["a4"]).svg())  # noqa: S314 - our own drawing
    blue = [
        rect
        for rect in root.iter("{http://www.w3.org/2000/svg}rect")
        if rect.get("height") == "8" and float(rect.get("width", "0")) > 50
    ]
    return [float(rect.get("width", "0")) for rect in blue[:2]]


def test_text_of_the_data_cannot_leave_its_element(evidence: Evidence, atlas: Atlas) -> None:
    """A name with markup in it is drawn as it is written."""
    hostile = "</text><script>&\"'"
    places = {**evidence.places, "pisco": replace(evidence.places["pisco"], name=hostile)}
    hostile_view = make_context(replace(evidence, places=places), atlas, start_state(evidence, "en"), base_url='https://x/?"<>')
    svg = draw_figure(hostile_view, SIZES["a4"]).svg()
    assert "<script" not in svg
    assert any(hostile in "".join(element.itertext()) for element in ET.fromstring(svg).iter())  # noqa: S314


@pytest.mark.parametrize("width", [60, 100, 240])
def test_lines_keep_their_width(width: float) -> None:
    """No line of a paragraph is wider than it may be, and no letter of it is lost, long words included."""
    text = "A link such as https://example.org/?v=1&auth=31758,9307&role=deployment,exercise breaks where it can."
    block = paragraph([Run(text, LETTERS)], width)
    lines = ["".join(run.text for run in item.runs) for item in block.items]
    assert max(text_width(line, TEXT, 10) for line in lines) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert block.height == pytest.approx(len(lines) * 12.8)


def test_headings_are_broken_evenly() -> None:
    """A heading has no more lines than it must, and its last line is not one word."""
    text = "Where US forces were authorised to enter Peru, and when"
    plain, balanced = (build([Run(text, LETTERS)], 200) for build in (paragraph, even))
    assert (len(plain.items), len(balanced.items)) == (2, 2)
    assert plain.items[1].box.width < balanced.items[1].box.width
    assert (plain.width, plain.height) == (balanced.width, balanced.height)


def test_widths_are_those_of_the_font() -> None:
    """A figure is half an em wide in Source Sans, and accents do not count."""
    assert text_width("0000", TEXT, 10) == pytest.approx(19.88, abs=0.1)
    assert text_width("Á", TEXT, 10) == text_width("A", TEXT, 10)
    assert text_width("ab", TEXT, 10, spacing=2) == pytest.approx(text_width("ab", TEXT, 10) + 4)


def test_a_name_of_several_words_has_a_second_form() -> None:
    """It is broken where its halves are most alike."""
    assert forms_of("Madre de Dios") == (("Madre de Dios",), ("Madre", "de Dios"))
    assert forms_of("Loreto") == (("Loreto",),)


def test_boxes() -> None:
    """Boxes that share an edge do not overlap, and a box holds itself."""
    one, beside, over = Box(0, 0, 10, 10), Box(10, 0, 20, 10), Box(9, 9, 12, 12)
    assert not one.overlaps(beside)
    assert one.overlaps(over)
    assert one.holds(one)
    assert not one.holds(over)
