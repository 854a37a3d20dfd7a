"""The page about the page."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence
from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


def test_it_says_method_version_and_licences(open_app: Open, evidence: Evidence) -> None:
    """Version, change log and licences are those of the data."""
    app = open_app(view="about")
    text = markup_of(app)
    assert evidence.changes
    assert evidence.licences
    for part in ("Authorised is not deployed.", evidence.version, evidence.changes[0].note_en, evidence.licences[0].path):
        assert part in text
    assert f"(Version {evidence.version}) [Interactive map]" in app.code[0].value
