"""The claims of a view are those behind its map: none more, none less, each with its source."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.atlas import Atlas
from geo.evidence import Claim, Evidence
from geo.export.frames.claims import claims_frame
from geo.export.frames.places import places_frame
from geo.view import LinkContext, ViewContext, make_context
from tests.export.file_samples import NAMES, picked, subject_of
from tests.view.samples import states

NAMING = ("authorisation_id", "place_id", "role", "start", "end")


def shown(subject: ViewContext) -> Iterable[Claim]:
    """Return the claims behind the map, without the modules under test."""
    return [claim for place in subject.selection.places.values() for claim in place.claims]


@given(st.data())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_claims_are_those_of_the_map(evidence: Evidence, atlas: Atlas, known: LinkContext, data: st.DataObject) -> None:
    """For any view there is one row for each claim behind the map, and its facts are those of the claim."""
    subject = make_context(evidence, atlas, data.draw(states(known)))
    rows = picked(
        claims_frame(subject), "claim_id", "authorisation_id", "place_id", "unit", "role", "source_id", "paragraph", "phrase"
    )
    expected = [
        (
            claim.claim_id,
            claim.authorisation_id or None,
            claim.place_id,
            evidence.places[claim.place_id].unit or None,
            claim.role,
            claim.source_id,
            claim.paragraph,
            claim.phrase or None,
        )
        for claim in shown(subject)
    ]
    assert sorted(rows, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("name", NAMES)
def test_a_claim_names_all_the_sources_of_its_naming(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """``source_ids`` is the same in both tables, and holds the source of the claim."""
    subject = subject_of(evidence, atlas, name)
    sources = {row[:-1]: row[-1] for row in picked(places_frame(subject), *NAMING, "source_ids")}
    for *naming, source_ids, source_id in picked(claims_frame(subject), *NAMING, "source_ids", "source_id"):
        assert source_ids == sources[tuple(naming)]
        assert source_id in source_ids


def test_context_has_no_days(evidence: Evidence, atlas: Atlas) -> None:
    """What is under no authorisation has neither act nor days, and these are missing, not made up."""
    subject = subject_of(evidence, atlas, "all roles")
    frame = claims_frame(subject)
    rows = picked(frame[frame["authorisation_id"].isna()], "authorisation", "start", "end")
    assert set(rows) == {(None, None, None)}
    assert len(rows) == sum(not claim.authorisation_id for claim in shown(subject))


def test_the_words_of_a_row_are_in_the_language_of_the_view(evidence: Evidence, atlas: Atlas) -> None:
    """Statement and role are Spanish in a Spanish view; the phrase keeps the language of its source."""
    frame = claims_frame(subject_of(evidence, atlas, "Spanish"))
    assert dict(picked(frame, "claim_id", "statement")) == {key: evidence.claims[key].statement_es for key in frame["claim_id"]}
    quoted = frame[frame["phrase"].notna()]
    assert list(quoted["phrase_language"]) == [evidence.sources[key].language for key in quoted["source_id"]]
