"""A short, seeded part of the random edits; ``make check-fuzz`` tries thousands."""

import shutil
from pathlib import Path
from random import Random

import pytest

from geo.evidence import check_evidence, seal
from tests.evidence.conftest import DATA
from tests.evidence.fuzz_drawings import CHEAP, pages
from tests.evidence.fuzzing import Edit, Fuzzer, random_edit

EDITS = 20


@pytest.mark.parametrize("seed", [31758, 9307])
def test_an_edit_is_a_fault_or_everything_works(seed: int, good: Path, tmp_path: Path) -> None:
    """Nothing raises, and no claim that was shown is lost without a word."""
    seal(good)
    fuzzer = Fuzzer(good, tmp_path / "copy")
    outcomes = [fuzzer.outcome(edit, CHEAP) for _, (_, edit) in zip(range(EDITS), fuzzer.edits(seed), strict=False)]
    assert set(outcomes) == {"fault", "works"}


def test_the_published_data_stands_edits_too(tmp_path: Path) -> None:
    """The same with all that the data has; a few, since each is checked whole."""
    fuzzer = Fuzzer(DATA, tmp_path / "copy")
    outcomes = [fuzzer.outcome(edit, CHEAP) for _, (_, edit) in zip(range(5), fuzzer.edits(4766), strict=False)]
    assert len(outcomes) == 5


def test_every_view_of_the_page_shows_edited_data(good: Path, tmp_path: Path) -> None:
    """The drawing of pages opens all views of a package in which a text has changed, with a place chosen."""
    fuzzer = Fuzzer(good, tmp_path / "copy")
    titled = (good / "sources.csv").read_text(encoding="utf-8").splitlines()
    titled[1] = titled[1].replace("Resol", "A resol", 1).replace("Law", "A law", 1)
    assert fuzzer.outcome(Edit("sources.csv", "a title", "\n".join([*titled, ""]).encode()), {"pages": pages}) == "works"


def test_a_claim_that_is_lost_is_found(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loop itself notices: without the history, a removed claim is one that was lost silently."""
    fuzzer = Fuzzer(good, tmp_path / "copy")
    rows = (good / "claims.csv").read_bytes().splitlines(keepends=True)
    monkeypatch.setattr("geo.evidence.checks.references.RULES", ())
    removed = Edit("claims.csv", "a claim removed", b"".join(rows[:-1]))
    with pytest.raises(AssertionError, match="shown before, and neither shown nor named as changed"):
        fuzzer.outcome(removed, {})


def test_the_same_seed_is_the_same_edit(good: Path, tmp_path: Path) -> None:
    """What fails can be repeated."""
    files = {path.name: path.read_bytes() for path in Path(shutil.copytree(good, tmp_path / "copy")).iterdir()}
    one, other = (random_edit(files, Random(7)) for _ in range(2))  # noqa: S311 - to be repeated, not a secret
    assert one == other
    assert check_evidence(good) == ()
