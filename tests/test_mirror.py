"""The tests mirror the tree: ``geo/x/y.py`` is tested by ``tests/x/test_y.py``."""

from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path.relative_to(ROOT / "geo").as_posix() for path in (ROOT / "geo").rglob("*.py") if path.stem != "__init__")

MISSING: frozenset[str] = frozenset(
    {
        "draw/map/folium_map.py",
        "draw/timeline/axis_marks.py",
        "draw/timeline/rows.py",
        "export/frames/columns.py",
        "export/web/cards.py",
        "export/web/data.py",
        "export/web/filters.py",
        "export/web/standalone_map.py",
        "ui/browser/gestures.py",
        "ui/html/badges.py",
        "ui/html/claims.py",
        "ui/panels/detail.py",
        "ui/panels/filters.py",
        "ui/panels/place_list.py",
        "ui/panels/search.py",
        "ui/panels/timeline_rows.py",
        "ui/server/gathering.py",
        "ui/server/routes/made_files.py",
        "ui/server/routes/map_files.py",
        "ui/share/dialog.py",
        "ui/share/embed.py",
        "ui/views/choice.py",
        "ui/views/compare_lists.py",
        "ui/views/small_maps.py",
        "ui/views/wide_table.py",
    }
)
"""Modules that have no test file of their own yet: no name may be added."""


def home_of_tests(module: str) -> str:
    """Return the path of the test file of a module, both relative to the root of their tree."""
    path = PurePosixPath(module)
    return path.with_name(f"test_{path.name}").as_posix()


def test_a_module_and_its_tests_have_the_same_path() -> None:
    """The rule, by example."""
    assert home_of_tests("draw/figure/labels/placement.py") == "draw/figure/labels/test_placement.py"
    assert home_of_tests("paths.py") == "test_paths.py"


@pytest.mark.parametrize("module", [module for module in MODULES if module not in MISSING])
def test_a_module_has_a_test_file_of_its_name(module: str) -> None:
    """The file is there and has a test in it."""
    file = ROOT / "tests" / home_of_tests(module)
    assert file.exists()
    assert "\ndef test_" in file.read_text(encoding="utf-8")


def test_the_list_of_the_missing_only_shrinks() -> None:
    """It names no module that is gone or has its tests."""
    tested = {module for module in MODULES if (ROOT / "tests" / home_of_tests(module)).exists()}
    assert set(MODULES) - tested >= MISSING
