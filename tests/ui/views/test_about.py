"""The page about the page."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence
from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


@pytest.mark.parametrize("view", ["map", "facts", "sources", "table", "compare"])
def test_how_to_read_the_page_is_one_link_away(open_app: Open, view: str) -> None:
    """The headline of every view has the link; the section says what fill, hatching and dashes mean."""
    assert 'href="?view=about#how-to-read"' in markup_of(open_app(view=view))
    section = markup_of(open_app(view="about")).partition('id="how-to-read"')[2]
    assert all(word in section for word in ("stripes", "hatched", "dashes"))


def test_it_says_method_version_and_licences(open_app: Open, evidence: Evidence) -> None:
    """Version, change log and licences are those of the data."""
    app = open_app(view="about")
    text = markup_of(app)
    assert evidence.changes
    assert evidence.licences
    for part in ("Authorised is not deployed.", evidence.version, evidence.changes[0].note_en, evidence.licences[0].path):
        assert part in text
    assert f"(Version {evidence.version}) [Interactive map]" in app.code[0].value
