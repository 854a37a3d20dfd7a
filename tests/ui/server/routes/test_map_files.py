"""What the map is made of, as the server gives it."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.draw.map import map_script, map_script_version
from geo.ui.resources import load_resources
from geo.ui.server.routes.map_files import map_routes


@pytest.fixture
def browser() -> Iterator[TestClient]:
    """Return a client of a server below a base path."""
    with TestClient(Starlette(routes=map_routes("/base")), base_url="http://localhost") as client:
        yield client


def test_every_address_of_the_assets_is_answered(browser: TestClient) -> None:
    """What the page names relative to the frame of the map lies below the base path."""
    assets = load_resources().assets
    for address in (assets.leaflet_css, assets.map_js, assets.map_css, assets.config):
        assert browser.get(address.replace("../../assets", "/base/assets")).status_code == 200, address


@pytest.mark.parametrize(
    ("query", "kept"), [(f"?v={map_script_version()}", "immutable"), ("", "no-cache")], ids=["with a version", "without"]
)
def test_the_script_is_kept_for_good_under_an_address_with_its_version(browser: TestClient, query: str, kept: str) -> None:
    """Without one a browser asks each time."""
    answer = browser.get(f"/base/assets/map/bundle.js{query}")
    assert answer.text == map_script()
    assert kept in answer.headers["Cache-Control"]


def test_the_atlas_gives_geometry_alone(browser: TestClient) -> None:
    """Other files of its folder are not there for a browser."""
    assert browser.get("/base/assets/atlas/units.geojson").json()["type"] == "FeatureCollection"
    assert browser.get("/base/assets/atlas/gazetteer.csv").status_code == 404


def test_the_configuration_is_that_of_the_data(browser: TestClient) -> None:
    """It has every act's colour and the version of the evidence, and is asked for each time."""
    answer = browser.get("/base/assets/map.json?v=1")
    evidence = load_resources().evidence
    assert answer.json()["version"] == evidence.version
    assert set(answer.json()["colours"]["light"]["acts"]) == set(evidence.authorisations)
    assert answer.headers["Cache-Control"] == "no-cache"
