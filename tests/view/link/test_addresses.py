"""Where the query stands in what a reader gives."""

import pytest

from geo.view.link.addresses import is_short_link, split_link, unwrap_link


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ("", ("", "")),
        ("v=1&auth=", ("", "v=1&auth=")),
        ("?v=1&auth=9307", ("", "v=1&auth=9307")),
        ("https://example.org/ingreso/?v=1", ("https://example.org/ingreso/", "v=1")),
        ("http://localhost:8501/?v=1#map", ("http://localhost:8501/", "v=1&map")),
        ("http://localhost:8501", ("http://localhost:8501", "")),
        ("https://example.org/#map", ("https://example.org/", "&map")),
        ("https://example.org/figure.png?v=1&size=a4", ("https://example.org/", "v=1&size=a4")),
        ("https://example.org/ingreso/page.html?v=1", ("https://example.org/ingreso/", "v=1")),
        ("https://example.org/?place=a?b", ("https://example.org/", "place=a?b")),
        ("See https://example.org/?v=1", ("https://example.org/", "v=1")),
        ("localhost:8501/?v=1", ("", "v=1")),
        ("https://[/?v=1", ("", "v=1")),
        ("https://web.archive.org/web/2026/https://example.org/?v=1", ("https://example.org/", "v=1")),
    ],
)
def test_link_and_query(given: str, parts: tuple[str, str]) -> None:
    """The address of the page and the query come apart; a figure's address is its page's."""
    assert split_link(given) == parts


@pytest.mark.parametrize(
    "given", ["rubbish", "ftp://host/?v=1", "https://host/?rubbish", "?rubbish", "mailto", "https://host/;v=1;auth=9307"]
)
def test_what_is_neither(given: str) -> None:
    """It is not taken for the view of a visitor without a link."""
    assert split_link(given) is None


@pytest.mark.parametrize(
    "given",
    [
        "",
        "v=1&auth=&q=https://example.org/?v=1",
        "https://example.org/?v=1&auth=9307",
        "https://example.org/?lang=es&q=https%3A%2F%2Fother.org",
        "q=https://other.org/page&lang=es",
        "https://www.google.com/url?q=",
        "https://example.org/?u=aHR0c",
        "https://urldefense.com/v3/nothing",
        "100%",
    ],
)
def test_what_is_no_redirector_s_link_stays(given: str) -> None:
    """A search for an address is no link to it, and what cannot be decoded is left as it is."""
    assert unwrap_link(given) == given


@pytest.mark.parametrize(
    ("address", "is_short"),
    [
        ("https://t.co/abc", True),
        ("https://www.tinyurl.com/abc", True),
        ("https://example.us1.list-manage.com/track/click", True),
        ("https://example.org/t.co/", False),
        ("https://not.co/", False),
        ("", False),
    ],
)
def test_short_links(address: str, *, is_short: bool) -> None:
    """The host decides, not the path."""
    assert is_short_link(address) == is_short


@pytest.mark.parametrize(
    ("query", "is_coded"),
    [("url=abcdef", True), ("wd=&target=42", True), ("v=1&url=abcdef", False), ("utm_source=x", False), ("", False)],
)
def test_a_redirector_that_hides_its_target(query: str, *, is_coded: bool) -> None:
    """A code stands where other redirectors write the link; a query of the page is never one."""
    assert is_short_link("https://www.baidu.com/link", query) == is_coded
