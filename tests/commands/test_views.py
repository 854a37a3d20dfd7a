"""The commands that write files: their help, and what the environment tells them."""

import json
from pathlib import Path

import pandas as pd
import pytest

from geo.export import FigureFormat, FileFormat
from tests.conftest import FROZEN
from tests.running import run


@pytest.mark.parametrize(("command", "formats"), [("figure", FigureFormat), ("export", FileFormat)])
def test_help_names_every_format(command: str, formats: type[FigureFormat | FileFormat]) -> None:
    """Each ending stands with what it gives, then an example; no mark of the formatting is left in the text."""
    said = run(command, "--help").output
    listed = said.partition("Formats, by the ending of FILE:\n")[2]
    assert [kind for kind in formats if f"\n  {kind.value} " not in f"\n{listed}"] == []
    assert f'python -m geo {command} "v=1&' in said
    assert [mark for mark in ("\\b", "\x08", "{", "}", "``") if mark in said] == []


def test_a_csv_file_has_its_schema_beside_it(tmp_path: Path) -> None:
    """CSV on the Web finds it by its name; it says which columns are texts, however much like numbers they look."""
    assert run("export", "auth=9307", "-o", tmp_path / "view.csv").exit_code == 0
    metadata = json.loads((tmp_path / "view.csv-metadata.json").read_text(encoding="utf-8"))
    columns = {column["name"]: column for column in metadata["tableSchema"]["columns"]}
    assert metadata["url"] == "view.csv"
    texts = [name for name, column in columns.items() if column["datatype"] in ("string", "anyURI")]
    frame = pd.read_csv(tmp_path / "view.csv", dtype=dict.fromkeys(texts, str))
    assert list(frame) == list(columns)
    assert set(frame["authorisation_id"]) == {"9307"}
    assert set(frame["source_id"]) <= {"000", "001", "002", "003", "004"} | {key for key in frame["source_id"] if key[0] == "C"}
    assert columns["source_ids"]["separator"] == ";"


def test_the_environment_names_the_data(three_acts_directory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An act that only the data of ``INGRESO_EVIDENCE`` has is in the file."""
    monkeypatch.setenv("INGRESO_EVIDENCE", str(three_acts_directory))
    output = tmp_path / "view.csv"
    assert run("export", "auth=32100", "-o", output).exit_code == 0
    assert b"2031 relief" in output.read_bytes()


def test_the_environment_names_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file made of a query alone leads to the page of ``INGRESO_ADDRESS``; a whole link keeps its own."""
    monkeypatch.setenv("INGRESO_ADDRESS", "https://example.org/map")
    for link, address in (
        ("auth=9307", "https://example.org/map/"),
        ("https://other.example/?auth=9307", "https://other.example/"),
    ):
        output = tmp_path / "view.geojson"
        run("export", link, "-o", output)
        assert f'"link":"{address}?v=1&auth=9307' in output.read_text(encoding="utf-8")


def test_the_site_is_written_with_the_package(tmp_path: Path) -> None:
    """Pages, data and the very files of the package lie in the folder that is named."""
    result = run("site", tmp_path / "site", "--address", "https://example.org/peru")
    assert result.exit_code == 0
    for name in ("claims.csv", "datapackage.json"):
        assert (tmp_path / "site" / "data" / "evidence" / name).read_bytes() == (FROZEN / name).read_bytes()
    assert "https://example.org/peru/es.html" in (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
