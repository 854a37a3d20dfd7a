"""The head of a figure: title, headline and caution."""

from dataclasses import replace
from datetime import date

from geo.atlas import Atlas
from geo.draw.figure import SIZES, draw_figure
from geo.evidence import Evidence, Role, Window
from geo.view import make_context, start_state
from tests.draw.figure.views import telling_views, texts_of


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
