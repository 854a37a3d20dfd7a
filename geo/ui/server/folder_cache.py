"""Cache of a value that is made from the files of a folder; made again when they change.

Looking costs about a tenth of a millisecond: names, times and sizes of a handful of files. So every run of the page looks,
and no clock is needed to say when to look again.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final, Generic, TypeVar

T = TypeVar("T")
Signature = tuple[tuple[str, int, int], ...]
"""Name, time of the last change of content or mode (nanoseconds since the epoch) and size (bytes) of each file, by name."""

UNSEEN: Final[Signature] = (("", 0, 0),)


class FolderCache(Generic[T]):
    """The value made from a folder, checked for changes at every use."""

    def __init__(self, directory: Path, make: Callable[[Signature, T | None], T]) -> None:
        """Read nothing yet.

        Parameters
        ----------
        make
            Called with the signature of the files and the value before, None at first. What it raises reaches every caller,
            until the files change: finding the same faults again would hold up each of them.
        """
        self._directory = directory
        self._make = make
        self._lock = Lock()
        self._seen = UNSEEN
        self._value: T | None = None
        self._error: Exception | None = None

    def current(self) -> T:
        """Return the value; while one caller makes it anew, the others go on with the one before."""
        seen = sign(self._directory)
        if self._value is None:
            with self._lock:
                return self._look(seen)
        if seen != self._seen and self._lock.acquire(blocking=False):
            try:
                return self._look(seen)
            finally:
                self._lock.release()
        return self._value

    def _look(self, seen: Signature) -> T:
        if seen != self._seen:
            self._remake(seen)
        if self._value is None:
            raise (self._error or LookupError(self._directory)).with_traceback(None)
        return self._value

    def _remake(self, seen: Signature) -> None:
        try:
            self._value = self._make(seen, self._value)
        except Exception as error:
            self._error = error
            raise
        finally:
            self._seen = seen


def sign(directory: Path) -> Signature:
    """Return what tells one state of the files in a folder from another; nothing where they cannot be read."""
    try:
        stats = [(path.name, path.stat()) for path in sorted(directory.iterdir())]
    except OSError:  # a file may go while its folder is read
        return ()
    return tuple((name, max(stat.st_mtime_ns, stat.st_ctime_ns), stat.st_size) for name, stat in stats)
