"""The files of a view in the drawer."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import markup_of, open_share

Open = Callable[..., AppTest]


def test_every_file_says_what_it_holds_and_how_large_it_is(open_app: Open) -> None:
    """Three figures and six formats of data, each with a button, its words and a size; what is estimated says so."""
    app = open_share(open_app(auth="9307"), "download")
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
    assert "Picture of 960 by 480 pixels" in markup_of(open_share(app, "download"))


def test_a_picture_of_too_many_pixels_is_not_offered(open_app: Open) -> None:
    """The other two formats have no pixels, and stay."""
    app = open_app()
    for key, value in {"size": "own", "width": 4000, "height": 4000, "dpi": 300}.items():
        app.session_state[f"share-figure-{key}"] = value
    open_share(app, "download")
    assert [button.proto.label for button in app.get("download_button")][:2] == ["SVG", "PDF"]
    assert "choose fewer pixels per inch" in app.caption[-1].value


@pytest.mark.parametrize(("view", "offered"), [("map", 1), ("compare", 2), ("facts", 2), ("disagreements", 2), ("table", 1)])
def test_a_view_with_a_table_of_its_own_offers_it(open_app: Open, view: str, offered: int) -> None:
    """Comparison and answers are CSV files too, before those of the claims."""
    app = open_share(open_app(view=view), "download")
    assert [button.proto.label for button in app.get("download_button")].count("CSV") == offered
