"""The disagreements of a view as a frame."""

from dataclasses import replace

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.frames.disagreements import disagreements_frame
from geo.view import BasisFilter, make_context, start_state


def test_a_question_has_the_shown_claims_that_answer_it(evidence: Evidence, atlas: Atlas) -> None:
    """In the order of the data; the texts alone answer fewer."""
    state = start_state(evidence, "en")
    frames = [
        disagreements_frame(make_context(evidence, atlas, replace(state, basis=basis)))
        for basis in (BasisFilter.ALL, BasisFilter.TEXTS)
    ]
    for row in frames[0].itertuples():
        assert {evidence.claims[claim].disagreement_id for claim in row.claim_ids} == {row.disagreement_id}
    ids = list(frames[0]["disagreement_id"])
    assert ids == [key for key in evidence.disagreements if key in ids]
    assert sum(map(len, frames[1]["claim_ids"])) < sum(map(len, frames[0]["claim_ids"]))
