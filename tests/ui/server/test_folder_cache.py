"""A value made from files: made once, made anew when they change, and kept by who cannot wait."""

from pathlib import Path
from threading import Event, Thread

import pytest

from geo.ui.server.folder_cache import FolderCache, Signature, sign


def test_the_value_is_made_once_for_each_state_of_the_files(tmp_path: Path) -> None:
    """A change of content, a new file and a missing one are each seen, once."""
    made: list[tuple[Signature, int | None]] = []

    def make(signature: Signature, before: int | None) -> int:
        made.append((signature, before))
        return len(made)

    file = tmp_path / "a.csv"
    file.write_text("1")
    cache = FolderCache(tmp_path, make)
    assert [cache.current(), cache.current()] == [1, 1]
    file.write_text("12")
    assert [cache.current(), cache.current()] == [2, 2]
    (tmp_path / "b.csv").touch()
    assert [cache.current(), cache.current()] == [3, 3]
    file.unlink()
    assert [cache.current(), cache.current()] == [4, 4]
    assert [before for _, before in made] == [None, 1, 2, 3]
    assert [[name for name, *_ in signature] for signature, _ in made] == [["a.csv"], ["a.csv"], ["a.csv", "b.csv"], ["b.csv"]]


def test_what_could_not_be_made_is_tried_again_when_the_files_change(tmp_path: Path) -> None:
    """Until then every caller gets the same error, and nothing is made for it."""
    made: list[int] = []

    def make(signature: Signature, _: int | None) -> int:
        made.append(len(signature))
        if not signature:
            raise ValueError("no")
        return len(signature)

    cache = FolderCache(tmp_path, make)
    for _ in range(3):
        with pytest.raises(ValueError, match="no"):
            cache.current()
    (tmp_path / "a").touch()
    assert cache.current() == 1
    assert made == [0, 1]


def test_nobody_waits_for_another(tmp_path: Path) -> None:
    """While one caller makes the new value, another gets the old one at once."""
    begun, may_end = Event(), Event()

    def make(_: Signature, before: str | None) -> str:
        if before:
            begun.set()
            assert may_end.wait(10)
            return "new"
        return "old"

    cache = FolderCache(tmp_path, make)
    assert cache.current() == "old"
    (tmp_path / "a").touch()
    results: list[str] = []
    slow = Thread(target=lambda: results.append(cache.current()))
    slow.start()
    assert begun.wait(10)
    assert cache.current() == "old"
    may_end.set()
    slow.join(10)
    assert (results, cache.current()) == (["new"], "new")


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    """The signature is empty, and what is made of it must say what is missing."""
    assert sign(tmp_path / "none") == ()
