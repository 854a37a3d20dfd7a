"""The drawer that shares the view: one button until it is opened, then the link and citations."""

import json
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence
from tests.ui.conftest import copied, markup_of, open_share

Open = Callable[..., AppTest]


def test_closed_it_is_one_button(open_app: Open) -> None:
    """Nothing of what the drawer holds is made before it is opened; it stays through a run that the map asks for."""
    app = open_app()
    assert app.button(key="share").label == "Share"
    assert "The link holds the whole view" not in markup_of(app)
    open_share(app, "cite")
    assert "The link holds the whole view" in markup_of(app)
    app.run()
    assert "The link holds the whole view" in markup_of(app)


def test_the_link_is_that_of_the_present_view(open_app: Open) -> None:
    """What is copied holds every key of the address, place and filters as chosen."""
    app = open_share(open_app(place="pisco", auth="9307"), "cite")
    link = copied(app)[0]
    assert link.startswith("/?v=1&auth=9307&d.31758=2023-06-01..2023-12-31&")
    assert "&place=pisco&" in link


@pytest.mark.parametrize(
    ("style", "start"),
    [
        ("apa", "Ingreso. (2026). Where"),
        ("chicago", "Ingreso. “Where"),
        ("bibtex", "@misc{ingreso2026,"),
        ("csl", '[\n  {\n    "id"'),
    ],
)
def test_a_citation_can_be_copied_in_each_style(open_app: Open, evidence: Evidence, style: str, start: str) -> None:
    """The view first, then every source that it rests on."""
    app = open_app(auth="9307")
    app.session_state["share-style"] = style
    open_share(app, "cite")
    _, view, sources = copied(app)
    assert view.startswith(start)
    assert evidence.sources["C-01"].url in sources
    assert evidence.sources["C-08"].url not in sources


def test_csl_of_the_sources_is_one_list(open_app: Open) -> None:
    """What is copied can be imported as it is."""
    app = open_app(basis="texts")
    app.session_state["share-style"] = "csl"
    open_share(app, "cite")
    items = json.loads(copied(app)[2])
    assert [item["id"] for item in items] == ["source-000", "source-001", "source-002", "source-003", "source-004"]
