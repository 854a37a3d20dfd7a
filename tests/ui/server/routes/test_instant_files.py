"""The script and the namings that paint a choice at once."""

import json
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.text import LANGUAGES, translator
from geo.ui.browser.instant import instant_script, instant_version, namings
from geo.ui.resources import load_resources
from geo.ui.server.routes.instant_files import instant_routes


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Serve the addresses."""
    with TestClient(Starlette(routes=instant_routes("")), base_url="http://localhost") as served:
        yield served


@pytest.mark.parametrize(("version", "kept"), [("own", "public, max-age=31536000, immutable"), ("older", "no-cache")])
def test_a_browser_keeps_the_script_of_this_version_alone(client: TestClient, version: str, kept: str) -> None:
    """The address has the digest of the script in it."""
    answer = client.get(f"/assets/instant.js?v={instant_version() if version == 'own' else version}")
    assert (answer.text, answer.headers["cache-control"]) == (instant_script(), kept)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_namings_come_in_a_language_and_are_kept(client: TestClient, language: str) -> None:
    """Under the version of the data, which changes with every edit."""
    data = load_resources()
    answer = client.get("/assets/namings.json", params={"lang": language, "v": data.stamp})
    assert answer.json() == json.loads(json.dumps(namings(data.evidence, translator(language))))
    assert answer.headers["cache-control"].endswith("immutable")


def test_a_language_that_there_is_not_has_no_namings(client: TestClient) -> None:
    """The answer is 404, and the server alone paints."""
    assert client.get("/assets/namings.json?lang=xx").status_code == 404
