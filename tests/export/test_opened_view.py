"""A view as a value to work with."""

from pathlib import Path

import pytest

from geo.evidence import EvidenceError
from geo.export.opened_view import OpenedView, open_view
from geo.view import ViewContext
from tests.conftest import DATA, FROZEN

ATLAS = DATA / "atlas"
QUERY = "v=1&auth=9307&lang=es"


def opened(link: str, **options: str | None) -> OpenedView:
    """Open a link of the frozen evidence."""
    return open_view(link, evidence=FROZEN, atlas=ATLAS, **options)  # type: ignore[arg-type]


def test_the_address_is_that_of_the_link_or_the_one_given() -> None:
    """A query alone has none of its own."""
    links = [opened(link, base_url="https://given.example/").context.link for link in (QUERY, f"https://link.example/?{QUERY}")]
    assert [link.partition("?")[0] for link in links] == ["https://given.example/", "https://link.example/"]


def test_a_language_that_is_asked_for_goes_first() -> None:
    """Then that of the link, then English; notices are in it, too."""
    assert [opened(QUERY, language=language).context.state.language for language in ("en", None)] == ["en", "es"]
    assert opened("").context.state.language == "en"
    assert "independientes" in opened(f"{QUERY}&min=9").notices[0]


def test_the_query_opens_the_same_view() -> None:
    """It has every key."""
    view = opened(QUERY)
    assert opened(view.query).context.state == view.context.state
    assert view.headline == view.context.headline.text
    assert isinstance(view.context, ViewContext)


def test_frames_are_made_once() -> None:
    """At first use."""
    view = opened(QUERY)
    assert view.places is view.places
    assert view.claims is view.claims


@pytest.mark.parametrize("link", ["rubbish", "https://t.co/abc", "ftp://example.org/?v=1"])
def test_what_is_no_view_is_an_error(link: str) -> None:
    """And not the view of a visitor without a link."""
    with pytest.raises(ValueError, match=r"expected a link|is a short link"):
        opened(link)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"format": "gif"}, "format: expected one of png, svg, pdf, found 'gif'"),
        ({"size": "a3"}, "size: expected a4, .*, found 'a3'"),
        ({"dpi": 6000}, "dpi: expected 36 to 600, found 6000"),
        ({"theme": "sepia"}, "theme: expected one of light, dark, found 'sepia'"),
        ({"extent": "world"}, "extent: expected one of view, peru, found 'world'"),
    ],
)
def test_a_figure_that_cannot_be_drawn_is_an_error(options: dict[str, object], message: str) -> None:
    """It says which option, what was expected and what was found."""
    with pytest.raises(ValueError, match=message):
        opened(QUERY).figure(**options)  # type: ignore[arg-type]


def test_a_format_that_there_is_none_of_is_an_error() -> None:
    """It names those that there are."""
    with pytest.raises(ValueError, match="format: expected one of csv, geojson, gpkg, xlsx, html, zip, found 'doc'"):
        opened(QUERY).export("doc")


def test_data_that_cannot_be_loaded_is_an_error(tmp_path: Path) -> None:
    """With every fault."""
    with pytest.raises(EvidenceError, match="no such file"):
        open_view("", evidence=tmp_path, atlas=ATLAS)
