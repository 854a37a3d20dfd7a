"""Small made-up packages: a good one, and bad ones that lie over it."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.evidence import check_evidence

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data" / "evidence"
BAD = ROOT / "tests" / "bad"
DESCRIPTOR = DATA / "datapackage.json"

PackageMaker = Callable[[str], Path]
Edit = tuple[str, int, dict[str, str], list[str]]
"""Table, row, the texts of its cells by column, and the faults that they make."""


def unit_at(longitude: float, latitude: float) -> str | None:
    """Return a unit for the made-up places: PE-LIM in the south-west, nothing elsewhere."""
    return "PE-LIM" if longitude < -70 and latitude < -10 else None


@pytest.fixture
def make_package(tmp_path: Path) -> PackageMaker:
    """Return a function that lays a bad case over the good package and gives its directory.

    The descriptor is the published one, so that the schema that is tested is the schema in use; the made-up tables
    differ from its hashes. A case names the files that it lacks in ``absent.txt``.
    """

    def make(case: str = "_good") -> Path:
        directory = tmp_path / case
        shutil.copytree(BAD / "_good", directory)
        shutil.copy(DESCRIPTOR, directory)
        shutil.copytree(BAD / case, directory, dirs_exist_ok=True)
        absent = BAD / case / "absent.txt"
        for file in absent.read_text(encoding="utf-8").split() if absent.exists() else ():
            (directory / file).unlink()
        return directory

    return make


def edit_cell(directory: Path, table: str, row: int, **cells: str) -> None:
    """Write other texts into a row of a table; rows are numbered as a spreadsheet does."""
    path = directory / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[row - 2].update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for each in rows for name in each)), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def lines_of(directory: Path, **surroundings: Any) -> list[str]:  # noqa: ANN401 - as check_evidence takes them
    """Return the faults of a package as the command line prints them."""
    return [str(fault) for fault in check_evidence(directory, unit_at=unit_at, **surroundings)]


@pytest.fixture
def good(make_package: PackageMaker) -> Path:
    """Return the directory of the good package, not sealed."""
    return make_package("_good")
