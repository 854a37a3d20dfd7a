"""The address of a file: the same bytes as the download, tagged, readable from other sites, and 400 for what is not read."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export import FileFormat, make_csv, make_file
from geo.ui.server.application import made_routes
from geo.view import make_context, start_state


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Serve the addresses alone."""
    with TestClient(Starlette(routes=made_routes("")), base_url="http://localhost") as client:
        yield client


def test_an_ending_that_no_format_has_is_not_found(client: TestClient) -> None:
    """The answer says no more than that."""
    assert client.get("/export.gif?auth=9307").status_code == 404


@pytest.mark.parametrize("ending", ["csv", "geojson", "xlsx", "html"])
def test_the_file_of_a_view(client: TestClient, evidence: Evidence, atlas: Atlas, ending: str) -> None:
    """It has the bytes of the download; a second request with its tag gets none."""
    answer = client.get(f"/export.{ending}?auth=9307&lang=es")
    state = replace(start_state(evidence, "es"), authorisations=("9307",))
    assert answer.content == make_file(make_context(evidence, atlas, state, base_url="http://localhost/"), FileFormat(ending))
    assert answer.headers["content-type"].partition(";")[0] == FileFormat(ending).media_type
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    again = client.get(f"/export.{ending}?auth=9307&lang=es", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_cannot_be_read_is_named(client: TestClient) -> None:
    """Nothing else is written instead."""
    answer = client.get("/export.csv?auth=4711")
    said = "Authorisations shown: the link says auth=4711, which cannot be read. Shown instead: 2023 training and 2024 APEC."
    assert (answer.status_code, answer.text) == (400, f"{said}\n")


@pytest.mark.parametrize("table", ["compare", "answers", "sources"])
def test_a_csv_file_may_be_another_table(client: TestClient, evidence: Evidence, atlas: Atlas, table: str) -> None:
    """The file is named after it."""
    answer = client.get(f"/export.csv?auth=9307&lang=es&table={table}")
    state = replace(start_state(evidence, "es"), authorisations=("9307",))
    assert answer.content == make_csv(make_context(evidence, atlas, state, base_url="http://localhost/"), table)
    assert f"ingreso_{table}_9307" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/export.csv?table=nothing", "table: expected one of places, claims, facts, sources, disagreements, compare, answers"),
        ("/export.xlsx?table=answers", "table: only a CSV file has one table; found 'answers' for XLSX"),
    ],
)
def test_a_table_that_there_is_not_is_refused(client: TestClient, address: str, said: str) -> None:
    """The answer lists those that there are."""
    answer = client.get(address)
    assert answer.status_code == 400
    assert answer.text.startswith(said)
