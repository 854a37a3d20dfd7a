"""A view may be given as a whole link or as its query."""

import pytest

from geo.view import split_link


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ("", ("", "")),
        ("v=1&auth=", ("", "v=1&auth=")),
        ("?v=1&auth=9307", ("", "v=1&auth=9307")),
        (" https://example.org/ingreso/?v=1 ", ("https://example.org/ingreso/", "v=1")),
        ("http://localhost:8501/?v=1#map", ("http://localhost:8501/", "v=1")),
        ("http://localhost:8501", ("http://localhost:8501", "")),
        ("https://example.org/figure.png?v=1&size=a4", ("https://example.org/", "v=1&size=a4")),
        ("https://example.org/?place=a?b", ("https://example.org/", "place=a?b")),
    ],
)
def test_link_and_query(given: str, parts: tuple[str, str]) -> None:
    """The address of the page and the query come apart; a fragment is left out, and a figure's address is its page's."""
    assert split_link(given) == parts


@pytest.mark.parametrize(
    "given", ["rubbish", "ftp://host/?v=1", "localhost:8501/?v=1", "https://[/?v=1", "https://host/?rubbish"]
)
def test_what_is_neither(given: str) -> None:
    """It is refused with what was expected and found."""
    with pytest.raises(ValueError, match=r"expected a .*, found "):
        split_link(given)
