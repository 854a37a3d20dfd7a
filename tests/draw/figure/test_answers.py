"""What the sources say as a figure: whole in a file of sheets, the first questions in a file of one."""

from dataclasses import replace

import pytest

from geo.atlas import Atlas
from geo.draw.figure import SIZES, draw_answers, parse_size
from geo.evidence import Evidence
from geo.text import LANGUAGES
from geo.view import make_context, start_state
from geo.view.answers.questions import build_questions, build_sections
from tests.draw.figure.test_layout import BASE, faults, words_of
from tests.draw.figure.test_multiples import context_with


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [*SIZES, "480x480", "390x844", "1200x675"])
def test_no_text_touches_another(evidence: Evidence, atlas: Atlas, size: str, language: str) -> None:
    """On every sheet, at every size; each sheet has title, caution and version."""
    context = make_context(evidence, atlas, start_state(evidence, language), base_url=BASE)
    sheets = draw_answers(context, parse_size(size))
    assert [faults(sheet) for sheet in sheets] == [[]] * len(sheets)
    for sheet in sheets:
        assert evidence.version in words_of(sheet)
        assert ("Authorised is not deployed" if language == "en" else "Autorizado no es desplegado") in words_of(sheet)


def test_a_file_of_sheets_has_every_question_once(evidence: Evidence, atlas: Atlas) -> None:
    """Nothing is left out, and each sheet says which one it is."""
    context = make_context(evidence, atlas, start_state(evidence, "en"), base_url=BASE)
    sheets = draw_answers(context, SIZES["a4"])
    said = [words_of(sheet) for sheet in sheets]
    assert len(sheets) > 2
    assert [f"Sheet {number} of {len(sheets)}." in text for number, text in enumerate(said, start=1)] == [True] * len(sheets)
    whole = " ".join(said)
    assert [question.label for question in build_questions(context) if question.label.split()[0] not in whole] == []
    assert "more question" not in whole
    assert "more answer" not in whole
    assert "more place" not in whole


@pytest.mark.parametrize("size", ["a4", "slide", "480x480"])
def test_a_file_of_one_sheet_says_how_many_questions_it_leaves_out(evidence: Evidence, atlas: Atlas, size: str) -> None:
    """What it shows and what it leaves out are together all."""
    context = make_context(evidence, atlas, start_state(evidence, "en"), base_url=BASE)
    (sheet,) = draw_answers(context, parse_size(size), is_single=True)
    assert faults(sheet) == []
    said = words_of(sheet)
    left = int(said.split(" more question")[0].rsplit(" ", 1)[1])
    leading = sum(len(section.leading) for section in build_sections(context))
    assert len(build_questions(context)) - leading <= left < len(build_questions(context))


@pytest.mark.parametrize("acts", [1, 3, 9, 20])
def test_many_acts_stand_below_one_another(evidence: Evidence, atlas: Atlas, acts: int) -> None:
    """Each act that has an answer is named, and nothing overlaps."""
    sheets = draw_answers(context_with(evidence, atlas, acts), SIZES["a4"])
    assert [faults(sheet) for sheet in sheets] == [[]] * len(sheets)
    said = " ".join(map(words_of, sheets))
    assert [number for number in range(acts) if f"Act {number}" not in said] == []


def test_nothing_is_asked_of_a_view_without_acts(evidence: Evidence, atlas: Atlas) -> None:
    """The sheet has what the context says, and no column."""
    context = make_context(evidence, atlas, replace(start_state(evidence, "en"), authorisations=()), base_url=BASE)
    assert faults(draw_answers(context, SIZES["a4"])[0]) == []


def test_a_sheet_that_is_too_small_is_refused(evidence: Evidence, atlas: Atlas) -> None:
    """Half a row would be worse than none."""
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    with pytest.raises(ValueError, match="size: what the sources say has no room on 320 x 320 pixels: ask for a larger size"):
        draw_answers(context, parse_size("320x320"))
