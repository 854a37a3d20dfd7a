"""Where sources differ, as the page that leaves the app has it."""

import re
from dataclasses import replace

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.web.differences import differences
from geo.view import BasisFilter, make_context, start_state
from geo.view.answers.questions import build_sections


def test_every_question_on_which_sources_differ_is_there(evidence: Evidence, atlas: Atlas) -> None:
    """Those of the start view among them, each with a group of answers by act."""
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    markup = str(differences(context))
    found = re.findall(r'data-question="([^"]+)"', markup)
    shown = [question.question_id for section in build_sections(context, differing=True) for question in section.leading]
    assert set(shown) <= set(found)
    assert len(found) == len(set(found))
    assert markup.count("data-answers=") >= len(found)


@pytest.mark.parametrize("acts", [(), ("31758",)])
def test_it_does_not_depend_on_the_acts_that_are_on(evidence: Evidence, atlas: Atlas, acts: tuple[str, ...]) -> None:
    """The filters of the page can show each of them."""
    start = start_state(evidence, "en")
    whole = differences(make_context(evidence, atlas, start))
    assert differences(make_context(evidence, atlas, replace(start, authorisations=acts))) == whole


def test_the_texts_alone_differ_by_themselves(evidence: Evidence, atlas: Atlas) -> None:
    """No claim of a corroborating page is named."""
    context = make_context(evidence, atlas, replace(start_state(evidence, "en"), basis=BasisFilter.TEXTS))
    ids = {name for group in re.findall(r'data-claims="([^"]+)"', str(differences(context))) for name in group.split()}
    assert ids
    assert {evidence.sources[evidence.claims[name].source_id].basis.value for name in ids} == {"text"}
