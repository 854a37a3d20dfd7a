"""The address of a figure: the same bytes as the export, a tag that saves sending them again, and 400 for what is not read."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export import FigureFormat, make_figure, read_options
from geo.paths import ADDRESS
from geo.ui.server.application import made_routes
from geo.ui.server.routes.figure import Asked, read_request
from geo.ui.server.routes.made_files import UnreadableError
from geo.view import make_context, start_state

SMALL = "size=320x320&dpi=36"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Serve the addresses alone."""
    with TestClient(Starlette(routes=made_routes("")), base_url="http://localhost") as client:
        yield client


@pytest.mark.parametrize("ending", FigureFormat)
def test_the_figure_of_a_view(client: TestClient, evidence: Evidence, atlas: Atlas, ending: FigureFormat) -> None:
    """It has the bytes that the export makes of the same view, and the address of the page is the one that was asked."""
    answer = client.get(f"/figure.{ending}?auth=9307&lang=es&{SMALL}&theme=dark")
    state = replace(start_state(evidence, "es"), authorisations=("9307",))
    options = read_options(ending, size="320x320", dpi="36", theme="dark")
    assert answer.headers["content-type"].partition(";")[0] == ending.media_type
    assert answer.content == make_figure(make_context(evidence, atlas, state, base_url="http://localhost/"), options)


def test_the_configured_address_is_printed(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a proxy the request does not know where readers find the page."""
    monkeypatch.setenv(ADDRESS, "https://example.org/ingreso/")
    assert "https://example.org/ingreso/?v=1" in client.get("/figure.svg?size=a4").text.replace("&amp;", "&")


def test_a_figure_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    """The tag of an answer brings 304 without a body; another view has another tag."""
    first = client.get(f"/figure.png?{SMALL}")
    again = client.get(f"/figure.png?{SMALL}", headers={"If-None-Match": first.headers["etag"]})
    other = client.get(f"/figure.png?{SMALL}&auth=9307", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert (other.status_code, len(other.content) > 0) == (200, True)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("size=big", "size: expected a4, a4-landscape, slide, square or WIDTHxHEIGHT in pixels, found 'big'"),
        ("size=99999x400", "width: expected 320 to 4000 pixels, found 99999"),
        ("dpi=fine", "dpi: expected a whole number, found 'fine'"),
        ("dpi=9999", "dpi: expected 36 to 600, found 9999"),
        ("dpi=600", "size and dpi: expected at most 10000000 pixels, found 34802530"),
        ("theme=blue", "theme: expected one of light, dark, found 'blue'"),
        (
            "auth=4711",
            "Authorisations shown: the link says auth=4711, which cannot be read. Shown instead: 2023 training and 2024 APEC.",
        ),
        (
            "d.9307=tomorrow&min=7",
            (
                "Days of 2024 APEC: the link says d.9307=tomorrow, which cannot be read. Shown instead: 4–24 November 2024.\n"
                "Independent sources needed: the link says min=7, which cannot be read. "
                "Shown instead: places that any source names."
            ),
        ),
        (
            "v=1&auth=9307&d.9307=2024-11-04..2024-11-24&role=venue&basis=all&min=1",
            "The link was cut off. Missing, and shown as without a link: View, Language and Version of the data.",
        ),
        ("min=1&min=2", "Independent sources needed: the link says it more than once. The last one counts: min=2."),
        ("rubbish", "expected a link, http://…?…, or its query, key=value&…, found rubbish"),
    ],
)
def test_what_cannot_be_read_is_named(client: TestClient, query: str, message: str) -> None:
    """Nothing else is drawn instead: the answer is 400 with a line for each fault."""
    answer = client.get(f"/figure.png?{query}")
    assert (answer.status_code, answer.text) == (400, f"{message}\n")


def test_a_damaged_address_is_mended(client: TestClient) -> None:
    """The view and the options of the figure are read as they were written."""
    plain = client.get(f"/figure.png?lang=es&auth=9307&{SMALL}&theme=dark")
    for damaged in (
        f"lang=es&amp;auth=9307&amp;{SMALL.replace('&', '&amp;')}&amp;theme=dark",
        "LANG=es&Auth=9307.&Size=320x320&DPI=36&Theme=dark)",
        "lang%3Des%26auth%3D9307%26size%3D320x320%26dpi%3D36%26theme%3Ddark",
    ):
        assert client.get(f"/figure.png?{damaged}").content == plain.content


def test_foreign_keys_and_older_data_do_not_matter(client: TestClient) -> None:
    """What a chat adds to an address, and the version that a link was made with, leave the figure as it is."""
    plain = client.get(f"/figure.png?{SMALL}")
    assert client.get(f"/figure.png?{SMALL}&utm_source=chat&data=0.1.0").content == plain.content


@given(st.text(max_size=60), st.sampled_from(["png", "svg", "pdf"]))
@settings(max_examples=300)
def test_no_query_breaks_the_reading(query: str, ending: str) -> None:
    """Whatever the query, it is read or named as unreadable."""
    with suppress(UnreadableError):
        assert isinstance(read_request(query, ending, "http://localhost/"), Asked)


def test_small_maps_have_an_address(
    client: TestClient, evidence: Evidence, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has the bytes of the export; what needs several sheets is a PDF, and any other format says so."""
    query, state = "auth=31758,9307&layout=multiples", start_state(evidence, "en")
    context = make_context(evidence, atlas, state, base_url="http://localhost/")
    assert client.get(f"/figure.svg?{query}").content == make_figure(context, read_options("svg", layout="multiples"))
    tiny = "auth=31758,9307&size=320x320"
    monkeypatch.setattr("geo.export.files.figure.count_sheets", lambda *_: 2)
    assert client.get(f"/figure.pdf?{tiny}&layout=multiples").status_code == 200
    refused = client.get(f"/figure.png?{tiny}&layout=multiples")
    assert (refused.status_code, refused.text[:66]) == (
        400,
        "layout: the small maps of 2 acts need 2 sheets of this size, and P",
    )
