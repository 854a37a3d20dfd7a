"""What a chat reads of a link: language, title, description and figure of the view, safely written."""

import json
import re
from html import unescape
from importlib.resources import files
from urllib.parse import parse_qs, urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.ui.link_preview import rewrite
from geo.ui.server.routes.figure import read_request

DOCUMENT = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
LINK = (
    "v=1&auth=9307&d.31758=2023-06-01..2023-12-31&d.9307=2024-11-04..2024-11-24&role=venue&basis=texts&min=1&view=map&lang=es"
)


def written(query: str, address: str = "http://page.test/", preferred: str = "") -> str:
    """Return Streamlit's document rewritten for a query."""
    return rewrite(DOCUMENT.encode(), query, address, preferred).decode()


def tags(document: str) -> dict[str, str]:
    """Return the contents of the tags by name."""
    return {
        name: unescape(content)
        for name, content in re.findall(r'<meta (?:property|name)="([^"]*)" content="([^"]*)">', document)
    }


def test_a_link_shows_its_own_view() -> None:
    """Language, title, headline and figure are those of the query; the rest of the document is as it was."""
    text = written(LINK)
    found = tags(text)
    assert '<html lang="es">' in text
    assert "<title>Ingreso: APEC 2024: dónde se autorizó el ingreso de fuerzas de EE. UU. al Perú</title>" in text
    assert found["og:title"].startswith("APEC 2024:")
    assert found["og:description"].startswith("APEC 2024, 4–24 de noviembre de 2024: Lima, Chiclayo, Pisco.")
    assert found["og:locale"] == "es_PE"
    assert text.count("<script") == DOCUMENT.count("<script") + 1  # the data, for machines


def test_the_figure_of_the_preview_can_be_drawn() -> None:
    """Its address names the view in full, and the sheet is as large as the tags say."""
    found = tags(written(LINK))
    address = urlsplit(found["og:image"])
    asked = read_request(address.query, "png", "")
    assert (address.netloc, address.path) == ("page.test", "/figure.png")
    assert (asked.state.authorisations, asked.state.language) == (("9307",), "es")
    assert parse_qs(address.query)["role"] == ["venue"]
    assert asked.options.pixels == int(found["og:image:width"]) * int(found["og:image:height"]) == 1200 * 630


def test_the_reader_s_language_counts_where_the_link_names_none() -> None:
    """A link's own language goes first."""
    assert '<html lang="es">' in written("", preferred="es")
    assert '<html lang="en">' in written("lang=en", preferred="es")
    assert '<html lang="en">' in written("", preferred="fr")


def test_an_address_that_is_not_known_is_not_named() -> None:
    """Words are there without it; the link and the figure, which must be named in full, are not."""
    found = tags(written(LINK, address=""))
    assert found["og:description"].startswith("APEC 2024, 4–24 de noviembre de 2024: Lima, Chiclayo, Pisco.")
    assert {name for name in found if name.startswith(("og:image", "og:url", "twitter"))} == set()


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_no_query_can_leave_its_attribute(query: str) -> None:
    """Whatever the query, the document has no element more than with an empty one."""
    plain = written("")
    hostile = written(f'auth={query}&place="><script>x</script>&{query}')
    assert hostile.count("<") == plain.count("<")
    assert hostile.count(">") == plain.count(">")


def test_the_data_is_described_for_machines() -> None:
    """A Dataset of schema.org in the language of the link, whose files have full addresses; none without an address."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', written(LINK))
    assert found
    data = json.loads(found[1])
    assert (data["@type"], data["inLanguage"], data["url"]) == ("Dataset", "es", "http://page.test/")
    assert {"citation", "license", "temporalCoverage", "spatialCoverage", "version"} <= set(data)
    assert all(file["contentUrl"].startswith("http://page.test/") for file in data["distribution"])
    assert "ld+json" not in written(LINK, "")
