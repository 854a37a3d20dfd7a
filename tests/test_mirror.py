"""The tests mirror the tree: ``geo/x/y.py`` is tested by ``tests/x/test_y.py``."""

from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path.relative_to(ROOT / "geo").as_posix() for path in (ROOT / "geo").rglob("*.py") if path.stem != "__init__")


def home_of_tests(module: str) -> str:
    """Return the path of the test file of a module, both relative to the root of their tree."""
    path = PurePosixPath(module)
    return path.with_name(f"test_{path.name}").as_posix()


def test_a_module_and_its_tests_have_the_same_path() -> None:
    """The rule, by example."""
    assert home_of_tests("draw/figure/labels/placement.py") == "draw/figure/labels/test_placement.py"
    assert home_of_tests("paths.py") == "test_paths.py"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_a_test_file_of_its_name(module: str) -> None:
    """The file is there and has a test in it."""
    file = ROOT / "tests" / home_of_tests(module)
    assert file.exists()
    assert "\ndef test_" in file.read_text(encoding="utf-8")
