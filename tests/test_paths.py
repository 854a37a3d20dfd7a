"""Where the data lies, unless the environment says otherwise."""

from pathlib import Path

import pytest

from geo.paths import ATLAS, DATA, configured_address, evidence_directory


def test_the_environment_names_evidence_and_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it they are the project's own and none."""
    monkeypatch.setenv("INGRESO_EVIDENCE", "/elsewhere")
    monkeypatch.setenv("INGRESO_ADDRESS", "https://example.org/")
    assert (evidence_directory(), configured_address()) == (Path("/elsewhere"), "https://example.org/")
    monkeypatch.setenv("INGRESO_EVIDENCE", "")
    monkeypatch.delenv("INGRESO_ADDRESS")
    assert (evidence_directory(), configured_address()) == (DATA / "evidence", "")
    assert (ATLAS / "datapackage.json").is_file()
