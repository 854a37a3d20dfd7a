"""The data as search engines read it."""

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export.web.dataset import dataset
from geo.view import make_context, start_state


def test_it_spans_the_acts_and_the_country(evidence: Evidence, atlas: Atlas) -> None:
    """Each file has its address and media type."""
    said = dataset(make_context(evidence, atlas, start_state(evidence, "es")), {"https://x/a.csv": "text/csv"})
    assert (said["inLanguage"], said["version"], "url" in said) == ("es", evidence.version, False)
    assert said["temporalCoverage"] == "2023-06-01/2024-11-24"
    assert said["distribution"] == [{"@type": "DataDownload", "contentUrl": "https://x/a.csv", "encodingFormat": "text/csv"}]
    south, west, north, east = map(float, said["spatialCoverage"]["geo"]["box"].split())
    assert -19 < south < north < 1
    assert -83 < west < east < -68
