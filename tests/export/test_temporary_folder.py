"""Temporary folders do not stay behind when a process is ended."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from geo.export import temporary_folder as module
from geo.export.temporary_folder import ABANDONED_SECONDS, PREFIX, remove_abandoned, temporary_folder

WRITING = """
from geo.export.temporary_folder import temporary_folder
with temporary_folder() as folder:
    (folder / "view.gpkg").write_bytes(b"half of it")
    print(folder, flush=True)
    input()
"""


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have temporary folders made in a folder of the test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def age(folder: Path) -> None:
    """Make a folder older than any that is in use."""
    then = time.time() - ABANDONED_SECONDS - 1
    os.utime(folder, (then, then))


def test_a_folder_goes_with_its_block(scratch: Path) -> None:
    """Nothing is left, of a block that fails neither."""
    with temporary_folder() as folder:
        assert folder.parent == scratch
    with pytest.raises(ZeroDivisionError), temporary_folder():
        raise ZeroDivisionError
    assert list(scratch.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a Unix")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_what_an_ended_process_left_goes_with_the_next(scratch: Path, end: signal.Signals) -> None:
    """A process is ended while it writes; the next one that writes removes what it left."""
    with subprocess.Popen(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", WRITING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(scratch)},
    ) as process:
        assert process.stdout is not None
        left = Path(process.stdout.readline().decode().strip())
        process.send_signal(end)
    assert (left / "view.gpkg").exists()
    with temporary_folder():
        assert left.exists(), "one that may be in use stays"
    age(left)
    with temporary_folder() as folder:
        assert list(scratch.iterdir()) == [folder]


def test_what_is_not_ours_stays(scratch: Path) -> None:
    """A folder of another name, a link of somebody to a folder of his, and what is in it."""
    other, elsewhere = scratch / "ingreso-my-data", scratch / "elsewhere"
    for folder in (other, elsewhere):
        folder.mkdir()
        age(folder)
    link = scratch / f"{PREFIX}link"
    link.symlink_to(elsewhere)
    os.utime(link, (0, 0), follow_symlinks=False)
    remove_abandoned()
    assert other.exists()
    assert elsewhere.exists()


def test_a_read_only_disk_leaves_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where no folder for temporary files can be written, memory is used, which every container has."""

    def refuse() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(tempfile, "gettempdir", refuse)
    monkeypatch.setattr(module, "MEMORY", str(tmp_path / ".."))
    with temporary_folder() as folder:
        assert folder.parent.samefile(tmp_path.parent)
