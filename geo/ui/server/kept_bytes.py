"""A cache of bytes, limited by the sum of their sizes; the least recently used are dropped."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from cachetools import LRUCache

K = TypeVar("K", bound=Hashable)


class KeptBytes(Generic[K]):
    """The cache; safe for threads."""

    def __init__(self, most_bytes: int) -> None:
        """Make an empty cache of at most so many bytes."""
        self._kept: LRUCache[K, bytes] = LRUCache(most_bytes, getsizeof=len)
        self._lock = Lock()

    def find(self, key: K) -> bytes | None:
        """Return the content of a key; None if it is not in the cache."""
        with self._lock:
            return self._kept.get(key)

    def get(self, key: K, make: Callable[[K], bytes]) -> bytes:
        """Return the content of a key; call ``make`` if it is not in the cache. Two threads may both make it."""
        kept = self.find(key)
        return kept if kept is not None else self.keep(key, make(key))

    def keep(self, key: K, content: bytes) -> bytes:
        """Put a content into the cache, and return it; a content larger than the cache is only returned."""
        with self._lock:
            if len(content) <= self._kept.maxsize:
                self._kept[key] = content
        return content
