"""What a browser needs to select and paint a view by itself."""

from geo.evidence import Evidence
from geo.export.web.namings import in_columns, naming_claims, naming_data
from geo.text import translator


def test_each_claim_that_names_a_place_is_there_with_its_voice(evidence: Evidence) -> None:
    """Sources that rest on one another are one voice."""
    claims = naming_claims(evidence)
    data = naming_data(evidence, claims, translator("es"))
    assert [claim["id"] for claim in data["claims"]] == [claim.claim_id for claim in claims]
    assert {place["id"] for place in data["places"]} == {claim.place_id for claim in claims}
    assert len({claim["voice"] for claim in data["claims"]}) < len({claim["source"] for claim in data["claims"]})


def test_columns_hold_every_key_once() -> None:
    """Without records there are none."""
    assert in_columns([{"a": 1, "b": 2}, {"a": 3, "b": 4}]) == {"columns": ["a", "b"], "rows": [[1, 2], [3, 4]]}
    assert in_columns([]) == {"columns": [], "rows": []}
