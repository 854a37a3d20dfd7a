"""The sources and disagreements of a view are those that its claims and facts name."""

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.frames.claims import claims_frame
from geo.export.frames.disagreements import disagreements_frame
from geo.export.frames.facts import facts_frame
from geo.export.frames.sources import sources_frame, used_sources
from tests.export.file_samples import NAMES, subject_of


@pytest.mark.parametrize("name", NAMES)
def test_the_sources_are_those_of_claims_and_facts(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """No source is missing and none is there for nothing; the same holds for the questions."""
    subject = subject_of(evidence, atlas, name)
    frames = (claims_frame(subject), facts_frame(subject))
    assert set(sources_frame(subject)["source_id"]) == {key for frame in frames for key in frame["source_id"]}
    assert tuple(sources_frame(subject)["source_id"]) == used_sources(subject)
    questions = {key for frame in frames for cell in frame["disagreement_ids"] for key in cell}
    assert set(disagreements_frame(subject)["disagreement_id"]) == questions
