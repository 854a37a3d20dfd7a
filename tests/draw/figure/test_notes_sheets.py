"""What a figure has no room for follows on further sheets."""

import re

import pytest

from geo.atlas import Atlas
from geo.draw.figure import SIZES, draw_figure, draw_notes_sheets, parse_size
from geo.evidence import Evidence
from geo.text import LANGUAGES
from geo.view import make_context, start_state
from geo.view.labels import source_label
from tests.draw.figure.test_layout import BASE, faults, words_of
from tests.draw.figure.test_multiples import context_with


@pytest.mark.parametrize("size", SIZES)
def test_a_sheet_that_tells_all_is_alone(evidence: Evidence, atlas: Atlas, size: str) -> None:
    """At every named size the figure of the start view is one page."""
    context = make_context(evidence, atlas, start_state(evidence, "en"), base_url=BASE)
    assert draw_notes_sheets(context, SIZES[size]) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["320x320", "480x480", "390x844"])
def test_nothing_is_dropped_from_a_small_figure(evidence: Evidence, atlas: Atlas, size: str, language: str) -> None:
    """Every source, the filters and the link are on the figure or on the sheets that follow it, and no text overlaps."""
    context = make_context(evidence, atlas, start_state(evidence, language), base_url=BASE)
    sheets = (draw_figure(context, parse_size(size)), *draw_notes_sheets(context, parse_size(size)))
    assert [faults(sheet) for sheet in sheets] == [[]] * len(sheets)
    said = " ".join(map(words_of, sheets))
    names = [source_label(evidence.sources[key], context.words) for key in context.selection.sources()]
    assert [name for name in names if name.split()[0] not in said] == []
    assert context.words("A place is shown when named by: {least}.", least="").split(":")[0] in said
    assert context.link in re.sub(r"\s", "", said)


@pytest.mark.parametrize("acts", [4, 9, 20])
@pytest.mark.parametrize("size", [*SIZES, "480x480"])
def test_a_figure_of_many_acts_names_them_all(evidence: Evidence, atlas: Atlas, size: str, acts: int) -> None:
    """With their days, on its sheet or on one that follows."""
    context = context_with(evidence, atlas, acts)
    sheets = (draw_figure(context, parse_size(size)), *draw_notes_sheets(context, parse_size(size)))
    assert [faults(sheet) for sheet in sheets] == [[]] * len(sheets)
    said = " ".join(map(words_of, sheets))
    assert [number for number in range(acts) if not re.search(rf"\bAct {number}\b", said)] == []
