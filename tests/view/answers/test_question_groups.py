"""Which attributes are one question."""

from geo.evidence import Topic
from geo.view.answers.question_groups import joined_attributes, main_topics
from tests.view.samples import saying


def test_attributes_of_one_disagreement_are_joined_within_a_topic() -> None:
    """The first of them stands for all; most of the claims tell the topic."""
    claims = [
        saying("1", Topic.VOTE, "for", disagreement_id="D"),
        saying("2", Topic.VOTE, "against", disagreement_id="D"),
        saying("3", Topic.COST, "cost", disagreement_id="D"),
        saying("4", Topic.VOTE, "absent"),
    ]
    first = joined_attributes(claims)
    assert first[Topic.VOTE, "against"] == (Topic.VOTE, "for")
    assert first[Topic.COST, "cost"] == (Topic.COST, "cost")
    assert first[Topic.VOTE, "absent"] == (Topic.VOTE, "absent")
    assert main_topics(claims) == {"D": Topic.VOTE}
