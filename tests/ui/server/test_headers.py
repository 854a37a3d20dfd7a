"""What every answer says about what the browser may do."""

import pytest

from geo.draw import build_config
from geo.ui.resources import load_resources
from geo.ui.server.headers import FRAME_ANCESTORS, TILE_HOST, frame_policy, inline_scripts, page_policy, read_ancestors


def directives(policy: str) -> dict[str, set[str]]:
    """Return the sources of each directive of a policy."""
    return {name: set(sources.split()) for name, _, sources in (part.partition(" ") for part in policy.split("; "))}


@pytest.mark.parametrize(
    ("given", "ancestors"),
    [
        (None, "'self' *"),
        ("", "'self' *"),
        ("'self'", "'self'"),
        ("'none'", "'self'"),
        ("https://example.org https://*.example.com:8443", "'self' https://example.org https://*.example.com:8443"),
    ],
)
def test_any_site_may_frame_the_page_unless_the_environment_says_which(given: str | None, ancestors: str) -> None:
    """The page always may frame its own map."""
    assert read_ancestors({} if given is None else {FRAME_ANCESTORS: given}) == ancestors


@pytest.mark.parametrize("given", ["*; script-src *", "a,b", "a\r\nSet-Cookie: b=c", "«»"])
def test_what_is_no_list_of_sites_stops_the_start(given: str) -> None:
    """Nothing but sources can enter the header."""
    with pytest.raises(ValueError, match=FRAME_ANCESTORS):
        read_ancestors({FRAME_ANCESTORS: given})


def test_only_the_frame_of_the_map_evaluates() -> None:
    """The page itself runs files of the server and scripts known by their hash; nothing is allowed that is not named."""
    page = directives(page_policy("'self'", ["window.a = 1"]))
    assert page["script-src"] == {
        "'self'", "blob:", "'wasm-unsafe-eval'", "'sha256-Aif1QuaDxF56ZK3+IyoelKcjrWC+BWl5ZGfcO1AMmA4='",
    }  # fmt: skip
    assert page["default-src"] == directives(frame_policy("'self'"))["default-src"] == {"'none'"}


def test_the_only_host_outside_is_that_of_the_street_map() -> None:
    """It stands for images, in the frame, and is the one that the map asks."""
    data = load_resources()
    assert build_config(data.evidence, data.atlas)["tiles"]["address"].startswith(f"{TILE_HOST}/")
    hosts = {
        (name, source)
        for policy in (page_policy("'self'", inline_scripts()), frame_policy("'self'"))
        for name, sources in directives(policy).items()
        for source in sources
        if "//" in source
    }
    assert hosts == {("img-src", TILE_HOST)}


def test_the_scripts_in_streamlits_document_are_found() -> None:
    """There is at least one, and each is more than nothing."""
    assert inline_scripts()
    assert all(script.strip() for script in inline_scripts())
