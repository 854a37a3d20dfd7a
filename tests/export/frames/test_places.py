"""The places of a view are what its map shows, each traceable to its claims and sources."""

import pandas as pd
import pytest
import shapely

from geo.atlas import Atlas
from geo.evidence import Evidence, Role
from geo.export.frames.claims import CLAIMS, claims_frame
from geo.export.frames.facts import facts_frame
from geo.export.frames.places import PLACES, build_namings, places_frame
from geo.view import select
from tests.export.file_samples import NAMES, picked, subject_of

BINDING = ("authorisation_id", "place_id", "unit", "role", "start", "end", "source_ids")
NAMING = ("authorisation_id", "place_id", "role", "start", "end")


@pytest.mark.parametrize("name", NAMES)
def test_the_places_are_the_claims_grouped(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """Grouping the claims by act, place, role and days gives the rows of the places, with their sources and claims."""
    subject = subject_of(evidence, atlas, name)
    claims = claims_frame(subject).groupby(list(NAMING), sort=False, dropna=False)
    grouped = claims.agg(
        source_ids=("source_id", lambda ids: tuple(sorted(set(ids)))),
        claim_ids=("claim_id", tuple),
        sources=("source_id", "nunique"),
    )
    expected = grouped.reset_index().astype({"sources": "Int32", "source_ids": "object", "claim_ids": "object"})
    found = pd.DataFrame(places_frame(subject))[[*NAMING, "source_ids", "claim_ids", "sources"]].reset_index(drop=True)
    pd.testing.assert_frame_equal(found, expected)


def test_pisco_in_2024(evidence: Evidence, atlas: Atlas) -> None:
    """The question of a journalist: who names Pisco for 2024, in which role, and how many are independent."""
    frame = places_frame(subject_of(evidence, atlas, "start"))
    pisco = frame[frame["place_id"] == "pisco"]
    expected: dict[str, set[str]] = {}
    for claim in evidence.claims.values():
        if claim.place_id == "pisco" and claim.role in (Role.DEPLOYMENT, Role.VENUE):
            expected.setdefault(claim.role.value, set()).add(claim.source_id)
    assert {row.role: set(row.source_ids) for row in pisco.itertuples()} == expected
    assert set(picked(pisco, "authorisation_id", "unit", "unit_name")) == {("9307", "PE-ICA", "Ica")}


def test_rows_stand_in_the_order_of_the_data(three_acts: Evidence, atlas: Atlas) -> None:
    """Authorisations as in the data, a third one after the second, context last; places within them likewise."""
    frame = places_frame(subject_of(three_acts, atlas, "all roles"))
    acts = list(dict.fromkeys(key for (key,) in picked(frame, "authorisation_id")))
    assert acts == [*three_acts.authorisations, None]
    order = list(three_acts.places)
    for act in acts:
        ranks = [order.index(str(place)) for key, place in picked(frame, "authorisation_id", "place_id") if key == act]
        assert ranks == sorted(ranks)


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_the_geometry_that_its_name_stands_for(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """A region its polygon, a locality its point, a border region without either nothing; longitude comes first."""
    frame = places_frame(subject_of(evidence, atlas, name))
    assert (frame.crs, frame.index.is_unique) == ("EPSG:4326", True)
    for row in frame.itertuples():
        place = evidence.places[row.place_id]
        if place.is_area:
            assert row.geometry.geom_type in ("Polygon", "MultiPolygon")
        else:
            assert row.geometry == (shapely.Point(place.longitude, place.latitude) if place.is_point else None)


@pytest.mark.parametrize("name", NAMES)
def test_columns_have_their_types_in_every_view(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """Days are days, counts are counts, texts are texts, also in a frame without a row."""
    frame = places_frame(subject_of(evidence, atlas, name))
    assert list(frame) == [*(column.name for column in PLACES), "geometry"]
    types = frame.dtypes.astype(str)
    wanted = {"start": "datetime64[s]", "sources": "Int32", "own_days": "bool", "latitude": "float64", "unit": "str"}
    assert {key: types[key] for key in wanted} == wanted


def test_every_table_has_the_binding_columns() -> None:
    """The names that others build on are in both tables, in this order."""
    for columns in (CLAIMS, PLACES):
        names = [column.name for column in columns]
        assert [name for name in names if name in BINDING] == list(BINDING)
        assert len(set(names)) == len(names)


def test_nothing_shown_is_no_row(evidence: Evidence, atlas: Atlas) -> None:
    """Without authorisations and roles no place has a row, and what is left is the context: not an error."""
    subject = subject_of(evidence, atlas, "nothing")
    assert build_namings(subject) == ()
    assert [len(build(subject)) for build in (claims_frame, places_frame)] == [0, 0]
    assert set(picked(facts_frame(subject), "authorisation_id")) == {(None,)}
    assert select(evidence, subject.state).places == {}
