"""What a browser is given to select and paint a view by itself."""

from geo.evidence import Evidence
from geo.export.web.namings import in_columns, naming_claims, naming_data
from geo.text import translator
from geo.view.labels import source_label


def test_every_naming_has_the_name_of_its_source(evidence: Evidence) -> None:
    """A claim is an act, a place, a role, days and a source; the places are those that are named."""
    words = translator("es")
    claims = naming_claims(evidence)
    data = naming_data(evidence, claims, words)
    assert [claim["id"] for claim in data["claims"]] == [claim.claim_id for claim in claims]
    assert data["claims"][0]["source"] == source_label(evidence.sources[claims[0].source_id], words)
    assert {place["id"] for place in data["places"]} == {claim.place_id for claim in claims}


def test_no_key_is_written_twice() -> None:
    """Records of equal keys are columns and rows."""
    assert in_columns([{"a": 1, "b": 2}, {"a": 3, "b": 4}]) == {"columns": ["a", "b"], "rows": [[1, 2], [3, 4]]}
    assert in_columns([]) == {"columns": [], "rows": []}
