"""The title of a pasted link says what its view answers."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.view import LinkContext, View, make_context, start_state
from geo.view.link_title import link_title
from tests.view.samples import states

TITLES = {
    "one act": ({"authorisations": ("9307",)}, "2024 APEC: Lima, Chiclayo, Pisco"),
    "one act of many places": ({"authorisations": ("31758",)}, "2023 training: 12 regions and 3 localities"),
    "two acts": ({}, "Where US forces were authorised to enter Peru"),
    "a place": ({"place": "pisco"}, "Pisco: named under 2024 APEC"),
    "a place that no act names": ({"place": "PE-PUN"}, "Puno: not named under the acts shown"),
    "compare": ({"view": View.COMPARE}, "Compare: 2023 training and 2024 APEC"),
    "what the sources say": ({"view": View.FACTS}, "What the sources say: 2023 training and 2024 APEC"),
    "no act": ({"view": View.TABLE, "authorisations": ()}, "Table: Where US forces were authorised to enter Peru"),
}


@pytest.mark.parametrize(("fields", "title"), TITLES.values(), ids=TITLES)
def test_a_link_says_what_its_view_answers(evidence: Evidence, atlas: Atlas, fields: dict[str, object], title: str) -> None:
    """Act and places for a map, the place for a place, the view and its acts for the others."""
    context = make_context(evidence, atlas, replace(start_state(evidence, "en"), **fields))
    assert link_title(context) == title


def test_an_open_question_is_the_title(evidence: Evidence, atlas: Atlas) -> None:
    """The link to a question shows the question."""
    state = replace(start_state(evidence, "en"), view=View.FACTS, open_questions=("D-14",))
    assert link_title(make_context(evidence, atlas, state)) == evidence.disagreements["D-14"].question_en


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_every_view_has_a_title(known: LinkContext, atlas: Atlas, data: st.DataObject) -> None:
    """Whatever the view."""
    assert link_title(make_context(known.evidence, atlas, data.draw(states(known)))).strip()
