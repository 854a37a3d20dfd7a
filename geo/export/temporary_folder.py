"""A folder for a file that a library can write to a path only; none stays behind for good, however its process ended."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

PREFIX: Final = "ingreso-temporary-file-"
ABANDONED_SECONDS: Final = 300.0
"""Age from which a folder is one of a process that was ended: writing a file takes a second."""
MEMORY: Final = "/dev/shm"  # noqa: S108 - folders in it have names that nobody can know before
"""Where a container with a read-only disk can write all the same."""


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a new folder, which goes with the block; those that ended processes have left go now."""
    remove_abandoned()
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=_parent()) as folder:
        yield Path(folder)


def remove_abandoned() -> None:
    """Remove the folders that processes left when they were ended; what another user owns stays."""
    oldest = time.time() - ABANDONED_SECONDS
    for folder in Path(_parent()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # another process may remove it at the same time
            if folder.lstat().st_mtime < oldest:
                shutil.rmtree(folder, ignore_errors=True)


def _parent() -> str:
    try:
        return tempfile.gettempdir()
    except FileNotFoundError:
        return MEMORY
