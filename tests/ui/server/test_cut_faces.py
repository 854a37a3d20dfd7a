"""The cut faces stand at the addresses of the whole ones."""

from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from geo.ui.server import cut_faces
from geo.ui.server.cut_faces import CutFaces
from geo.ui.streamlit_bends.cut_faces import has_own_icons, own_icons


@pytest.mark.parametrize(("names", "is_used"), [("download\n", False), (None, False), ("all", True)])
def test_cut_faces_stand_in_for_the_whole_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: str | None, *, is_used: bool
) -> None:
    """Unless an icon of our code is not in them, or none were cut."""
    (tmp_path / "Face.abc.woff2").write_bytes(b"cut")
    (tmp_path / "Map.ttf").write_bytes(b"cut too")
    if names is not None:
        (tmp_path / "icons.txt").write_text("\n".join(own_icons()) if names == "all" else names, encoding="utf-8")
    assert has_own_icons(tmp_path) is is_used
    monkeypatch.setattr(cut_faces, "base_path", lambda: "/ingreso")
    client = TestClient(CutFaces(PlainTextResponse("whole"), folder=tmp_path))
    answer = client.get("/ingreso/static/media/Face.abc.woff2")
    assert (answer.content == b"cut") is is_used
    assert client.get("/static/media/Face.abc.woff2").content == b"whole"
    if is_used:
        assert (answer.content, answer.headers["content-type"]) == (b"cut", "font/woff2")
        assert "immutable" in answer.headers["cache-control"]
        assert client.get("/ingreso/assets/fonts/Map.ttf").content == b"cut too"
