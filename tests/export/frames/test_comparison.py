"""The comparison as a frame."""

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.frames.comparison import COMPARISON, comparison_frame
from geo.export.frames.places import places_frame
from geo.view import make_context, start_state


def test_a_row_is_a_place_under_an_act_in_a_role(evidence: Evidence, atlas: Atlas) -> None:
    """The rows are those of the places, the days aside, with the same sources."""
    context = make_context(evidence, atlas, start_state(evidence, "es"))
    frame, places = comparison_frame(context), places_frame(context)
    assert list(frame.columns) == [column.name for column in COMPARISON]
    key = ["place_id", "authorisation_id", "role"]
    assert not frame.duplicated(key).any()
    assert set(frame[key].itertuples(index=False)) == set(places[key].itertuples(index=False))
    for row in frame.itertuples():
        same = places[(places[key] == [row.place_id, row.authorisation_id, row.role]).all(axis=1)]
        assert set(row.source_ids) == {source for ids in same["source_ids"] for source in ids}
