"""What the sources say as a frame."""

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.frames.answers import ANSWERS, answers_frame
from geo.view import make_context, start_state
from geo.view.answers.questions import build_questions


def test_a_row_is_an_answer_under_an_act(evidence: Evidence, atlas: Atlas) -> None:
    """Every shown claim is behind one of the answers to its question, and no other is."""
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    frame = answers_frame(context)
    assert list(frame.columns) == [column.name for column in ANSWERS]
    assert len(frame) == sum(len(answers) for question in build_questions(context) for answers in question.cells.values())
    behind = {claim_id for ids in frame["claim_ids"] for claim_id in ids}
    assert behind == {claim.claim_id for claim in context.selection.claims}
    for row in frame.itertuples():
        assert {evidence.claims[claim].source_id for claim in row.claim_ids} == set(row.source_ids)
        assert 1 <= row.independent_sources <= len(row.source_ids)


def test_the_topics_stand_together(evidence: Evidence, atlas: Atlas) -> None:
    """In the order of the page, whichever act an answer is about."""
    topics = list(answers_frame(make_context(evidence, atlas, start_state(evidence, "en")))["topic"])
    assert len(set(topics)) == sum(one != other for one, other in zip(topics, ["", *topics], strict=False))
