"""Bytes that were made and may be asked for again: the last used ones, with a bound on their sum."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from cachetools import LRUCache

K = TypeVar("K", bound=Hashable)


class KeptBytes(Generic[K]):
    """Results by key; safe for threads."""

    def __init__(self, most_bytes: int) -> None:
        """Keep nothing yet, and never more than so many bytes."""
        self._kept: LRUCache[K, bytes] = LRUCache(most_bytes, getsizeof=len)
        self._lock = Lock()

    def find(self, key: K) -> bytes | None:
        """Return what is kept for a key."""
        with self._lock:
            return self._kept.get(key)

    def get(self, key: K, make: Callable[[K], bytes]) -> bytes:
        """Return what is kept, made if there is nothing; two that ask for the same at once may both make it."""
        kept = self.find(key)
        return kept if kept is not None else self.keep(key, make(key))

    def keep(self, key: K, content: bytes) -> bytes:
        """Keep and return a result; what is larger than all that may be kept is only returned."""
        with self._lock:
            if len(content) <= self._kept.maxsize:
                self._kept[key] = content
        return content
