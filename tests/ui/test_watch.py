"""A value made from files: made once, made anew when they change, and kept by who cannot wait."""

from pathlib import Path
from threading import Event, Thread

import pytest

from geo.ui.watch import Signature, Watch, sign


def test_the_value_is_made_once_for_each_state_of_the_files(tmp_path: Path) -> None:
    """A change of content, a new file and a missing one are each seen, once."""
    made: list[tuple[Signature, int | None]] = []

    def make(signature: Signature, before: int | None) -> int:
        made.append((signature, before))
        return len(made)

    file = tmp_path / "a.csv"
    file.write_text("1")
    watch = Watch(tmp_path, make)
    assert [watch.current(), watch.current()] == [1, 1]
    file.write_text("12")
    assert [watch.current(), watch.current()] == [2, 2]
    (tmp_path / "b.csv").touch()
    assert [watch.current(), watch.current()] == [3, 3]
    file.unlink()
    assert [watch.current(), watch.current()] == [4, 4]
    assert [before for _, before in made] == [None, 1, 2, 3]
    assert [[name for name, *_ in signature] for signature, _ in made] == [["a.csv"], ["a.csv"], ["a.csv", "b.csv"], ["b.csv"]]


def test_what_could_not_be_made_is_tried_again(tmp_path: Path) -> None:
    """The error of the first attempt reaches the caller and is not kept."""
    answers = iter((ValueError("no"), 5))

    def make(_: Signature, __: int | None) -> int:
        answer = next(answers)
        if isinstance(answer, ValueError):
            raise answer
        return answer

    watch = Watch(tmp_path, make)
    with pytest.raises(ValueError, match="no"):
        watch.current()
    assert watch.current() == 5


def test_nobody_waits_for_another(tmp_path: Path) -> None:
    """While one caller makes the new value, another gets the old one at once."""
    begun, may_end = Event(), Event()

    def make(_: Signature, before: str | None) -> str:
        if before:
            begun.set()
            assert may_end.wait(10)
            return "new"
        return "old"

    watch = Watch(tmp_path, make)
    assert watch.current() == "old"
    (tmp_path / "a").touch()
    results: list[str] = []
    slow = Thread(target=lambda: results.append(watch.current()))
    slow.start()
    assert begun.wait(10)
    assert watch.current() == "old"
    may_end.set()
    slow.join(10)
    assert (results, watch.current()) == (["new"], "new")


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    """The signature is empty, and what is made of it must say what is missing."""
    assert sign(tmp_path / "none") == ()
