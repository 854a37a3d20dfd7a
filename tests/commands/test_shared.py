"""What several commands need."""

from pathlib import Path

import click
import pytest

from geo.commands.shared import ending_of, unit_locator, write_file


@pytest.mark.parametrize(("name", "ending"), [("a.csv", "csv"), ("a.b.PNG", "png"), ("a.csv.zip", "zip")])
def test_the_last_ending_tells_the_format(name: str, ending: str) -> None:
    """In any case."""
    assert ending_of(Path(name), ("csv", "png", "zip")) == ending


@pytest.mark.parametrize("name", ["a", "a.doc", "csv", ".csv"])
def test_another_ending_is_refused(name: str) -> None:
    """The message names those that there are."""
    with pytest.raises(click.BadParameter, match=r"expected a name that ends in csv, png, found"):
        ending_of(Path(name), ("csv", "png"))


def test_a_file_is_written_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It replaces what was there, says its size and evidence, and leaves nothing beside it."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    write_file(path, b"x" * 2500, tmp_path)
    assert path.read_bytes() == b"x" * 2500
    assert capsys.readouterr().out == f"wrote {path}, 2 kB, from {tmp_path}\n"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


def test_a_file_that_cannot_be_written_is_a_message(tmp_path: Path) -> None:
    """No traceback, and no part of it stays."""
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(click.ClickException, match=r"was not written: "):
        write_file(path, b"x")
    with pytest.raises(click.ClickException, match=r"was not written: No such file or directory"):
        write_file(tmp_path / "nowhere" / "a.csv", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_points_are_found_in_the_project_s_atlas() -> None:
    """Longitude first."""
    assert unit_locator().unit_at(-73.2529, -3.7481) == "PE-LOR"
