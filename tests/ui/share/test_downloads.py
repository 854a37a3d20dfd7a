"""The drawer that shares the view: one button until it is opened, then link, citations and frame."""

import json
import re
from collections.abc import Callable
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from geo.evidence import Evidence
from tests.ui.conftest import markup_of

Open = Callable[..., AppTest]


def opened(app: AppTest, part: str) -> AppTest:
    """Open the drawer at one of its parts."""
    app.session_state["share-part"] = part
    app.button(key="share").click().run()
    assert not app.exception
    return app


def copied(app: AppTest, before: str) -> list[str]:
    """Return what the copy buttons behind a heading or text hold."""
    return [unescape(part.partition('"')[0]) for part in markup_of(app).partition(before)[2].split('data-copy="')[1:]]


def test_closed_it_is_one_button(open_app: Open) -> None:
    """Nothing of what the drawer holds is made before it is opened; it stays through a run that the map asks for."""
    app = open_app()
    assert app.button(key="share").label == "Share"
    assert "The link holds the whole view" not in markup_of(app)
    opened(app, "cite")
    assert "The link holds the whole view" in markup_of(app)
    app.run()
    assert "The link holds the whole view" in markup_of(app)


def test_the_link_is_that_of_the_present_view(open_app: Open) -> None:
    """What is copied holds every key of the address, place and filters as chosen."""
    app = opened(open_app(place="pisco", auth="9307"), "cite")
    link = copied(app, "The link holds the whole view")[0]
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
    opened(app, "cite")
    _, view, sources = copied(app, "The link holds the whole view")
    assert view.startswith(start)
    assert evidence.sources["C-01"].url in sources
    assert evidence.sources["C-08"].url not in sources


def test_the_frame_has_the_size_that_was_typed(open_app: Open) -> None:
    """It starts at the width of an article; its title says in the page's language what the frame shows."""
    app = opened(open_app(), "embed")
    assert [number.value for number in app.number_input] == [680, 860]
    app = open_app(lang="es")
    app.session_state["share-embed-width"] = 500
    code = copied(opened(app, "embed"), "El enlace guarda la vista completa")[1]
    assert 'width="500" height="860"' in code
    assert 'src="/?v=1&amp;auth=' in code
    assert "&amp;embed=true" in code
    assert 'title="Dónde se autorizó el ingreso de fuerzas de EE. UU. al Perú: ' in code


def test_csl_of_the_sources_is_one_list(open_app: Open) -> None:
    """What is copied can be imported as it is."""
    app = open_app(basis="texts")
    app.session_state["share-style"] = "csl"
    opened(app, "cite")
    items = json.loads(copied(app, "The link holds the whole view")[2])
    assert [item["id"] for item in items] == ["source-000", "source-001", "source-002", "source-003", "source-004"]


def test_every_file_says_what_it_holds_and_how_large_it_is(open_app: Open) -> None:
    """Three figures and six formats of data, each with a button, its words and a size; what is estimated says so."""
    app = opened(open_app(auth="9307"), "download")
    names = [button.proto.label for button in app.get("download_button")]
    assert names == ["PNG", "SVG", "PDF", "CSV", "GeoJSON", "GeoPackage", "XLSX", "HTML", "ZIP"]
    texts = [block.proto.body for block in app.get("html") if 'class="file"' in block.proto.body]
    assert len(texts) == len(names)
    assert [("about " in text) for text in texts] == [name in {"PNG", "SVG", "PDF", "ZIP"} for name in names]
    assert "<span>Picture of 1,240 by 1,754 pixels: for articles, slides and messages</span>" in texts[0]
    assert all(re.search(r'<span class="size">(about )?[\d.]+ [kM]B</span>', text) for text in texts)


def test_a_size_of_ones_own_is_taken(open_app: Open) -> None:
    """The typed size is that of the picture, at the chosen resolution."""
    app = open_app()
    for key, value in {"size": "own", "width": 960, "height": 480, "dpi": 96}.items():
        app.session_state[f"share-figure-{key}"] = value
    assert "Picture of 960 by 480 pixels" in markup_of(opened(app, "download"))


def test_a_picture_of_too_many_pixels_is_not_offered(open_app: Open) -> None:
    """The other two formats have no pixels, and stay."""
    app = open_app()
    for key, value in {"size": "own", "width": 4000, "height": 4000, "dpi": 300}.items():
        app.session_state[f"share-figure-{key}"] = value
    opened(app, "download")
    assert [button.proto.label for button in app.get("download_button")][:2] == ["SVG", "PDF"]
    assert "choose fewer pixels per inch" in app.caption[-1].value


def test_the_figure_may_have_a_small_map_for_each_act(open_app: Open) -> None:
    """So it has from Compare; with one act there is nothing to choose."""
    for view, layout in (("map", "map"), ("compare", "multiples")):
        app = opened(open_app(view=view), "download")
        control = next(group for group in app.button_group if group.label == "Maps of the figure")
        assert control.value == layout
    app = opened(open_app(auth="9307"), "download")
    assert "Maps of the figure" not in [group.label for group in app.button_group]
