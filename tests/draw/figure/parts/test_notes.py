"""The notes of a figure: filters and sources."""

from dataclasses import replace

from geo.atlas import Atlas
from geo.evidence import Evidence, Role
from geo.view import BasisFilter, select, start_state
from tests.draw.figure.views import telling_views, texts_of


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
