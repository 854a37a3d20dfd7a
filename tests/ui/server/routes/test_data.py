"""The data by address: the files of the package as they lie, the places of the start view, and nothing else of the disk."""

import json
import shutil
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.evidence import EvidenceError
from geo.ui import resources
from geo.ui.paths import EVIDENCE_DIRECTORY
from geo.ui.server.application import made_routes


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Serve the addresses alone."""
    with TestClient(Starlette(routes=made_routes("")), base_url="http://localhost") as client:
        yield client


def test_the_package_can_be_read_from_its_descriptor(client: TestClient) -> None:
    """Every table lies where the descriptor names it, with the hash that it states."""
    descriptor = client.get("/data/datapackage.json")
    assert descriptor.headers["content-type"] == "application/json"
    for resource in descriptor.json()["resources"]:
        answer = client.get(f"/data/{resource['path']}")
        assert answer.headers["content-type"].partition(";")[0] == "text/csv"
        assert answer.headers["access-control-allow-origin"] == "*"
        assert f"sha256:{sha256(answer.content).hexdigest()}" == resource["hash"]


def test_a_table_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    """Its tag brings 304."""
    tag = client.get("/data/claims.csv").headers["etag"]
    assert client.get("/data/claims.csv", headers={"If-None-Match": tag}).status_code == 304


def test_the_places_are_geojson(client: TestClient) -> None:
    """Those of the start view."""
    answer = client.get("/data/places.geojson")
    assert answer.headers["content-type"] == "application/geo+json"
    assert json.loads(answer.content)["features"]


@pytest.mark.parametrize(
    "name", ["..%2f..%2fapp.py", "none.csv", "datapackage.json.bak", "CLAIMS.CSV", "%2e%2e", "claims.csv%00"]
)
def test_nothing_else_is_given(client: TestClient, name: str) -> None:
    """A name that is not in the package is not found."""
    assert (EVIDENCE_DIRECTORY / "claims.csv").is_file()
    assert client.get(f"/data/{name}").status_code == 404


def test_without_valid_data_there_is_nothing_to_give(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer says so, and when to ask again."""

    def refuse() -> None:
        raise EvidenceError([])

    monkeypatch.setattr(resources, "load_resources", refuse)
    for path in ("/data/claims.csv", "/figure.svg", "/export.csv"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")


def test_the_last_valid_files_are_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: TestClient) -> None:
    """While an edit has faults, or is too large to be read, the address gives what the page shows."""
    folder = shutil.copytree(EVIDENCE_DIRECTORY, tmp_path / "evidence")
    monkeypatch.setattr(resources, "load_resources", partial(resources.load_resources, folder))
    valid = client.get("/data/claims.csv").content
    assert valid == (folder / "claims.csv").read_bytes()
    for broken in (b"no table", valid + b"x" * resources.MOST_FILE_BYTES):
        (folder / "claims.csv").write_bytes(broken)
        assert resources.load_resources().faults
        assert client.get("/data/claims.csv").content == valid
