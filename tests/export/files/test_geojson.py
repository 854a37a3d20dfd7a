"""GeoJSON as its standard has it, with the claims inside."""

import json

import pytest
import shapely

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.files.geojson import to_geojson
from geo.export.frames.places import build_namings
from tests.export.file_samples import NAMES, subject_of


@pytest.mark.parametrize("name", NAMES)
def test_geojson_keeps_its_standard(evidence: Evidence, atlas: Atlas, name: str) -> None:
    """RFC 7946: no crs, outer rings counterclockwise, a bbox around everything; a feature for each naming."""
    subject = subject_of(evidence, atlas, name)
    collection = json.loads(to_geojson(subject))
    features, namings = collection["features"], build_namings(subject)
    assert (collection["type"], "crs" in collection) == ("FeatureCollection", False)
    assert [feature["properties"]["place_id"] for feature in features] == [naming.claim.place_id for naming in namings]
    assert len({feature["id"] for feature in features}) == len(features)
    shapes = [shapely.geometry.shape(feature["geometry"]) for feature in features if feature["geometry"]]
    rings = [part.exterior for shape in shapes for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]
    assert all(ring.is_ccw for ring in rings)
    assert collection.get("bbox") == (list(shapely.GeometryCollection(shapes).bounds) if shapes else None)


def test_geojson_says_who_says_so(evidence: Evidence, atlas: Atlas) -> None:
    """A feature has its claims inside, with statement, source and phrase; the file its licence, credits and link."""
    subject = subject_of(evidence, atlas, "start")
    collection = json.loads(to_geojson(subject))
    for feature, naming in zip(collection["features"], build_namings(subject), strict=True):
        found = [(claim["claim_id"], claim["statement"], claim["phrase"] or "") for claim in feature["properties"]["claims"]]
        assert found == [(claim.claim_id, claim.statement_en, claim.phrase) for claim in naming.alike]
        assert feature["properties"]["source_ids"] == list(naming.source_ids)
    assert collection["attribution"] == list(atlas.credits)
    spanish = json.loads(to_geojson(subject_of(evidence, atlas, "Spanish")))
    assert spanish["attribution"] == list(atlas.credits_es)
    assert [licence["url"] for licence in collection["licence"]] == [licence.path for licence in evidence.licences]
    assert (collection["link"], collection["data_version"]) == (subject.link, evidence.version)


def test_a_locality_is_a_point_and_a_region_its_polygon(evidence: Evidence, atlas: Atlas) -> None:
    """A region that only contains a locality is no feature; a place without point or region has no geometry."""
    collection = json.loads(to_geojson(subject_of(evidence, atlas, "all roles")))
    kinds = {f["properties"]["place_id"]: (f["geometry"] or {"type": ""})["type"] for f in collection["features"]}
    places = evidence.places
    expected = {key: "Polygon" if places[key].is_area else "Point" if places[key].is_point else "" for key in kinds}
    assert {key: kind.removeprefix("Multi") for key, kind in kinds.items()} == expected
    assert {"Polygon", "Point", ""} == set(expected.values())
