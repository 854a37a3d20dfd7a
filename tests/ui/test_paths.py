"""Where the project's own files lie."""

from geo.ui import paths


def test_the_folders_are_there() -> None:
    """Scripts of page and map, and the atlas."""
    assert (paths.PROJECT / "app.py").is_file()
    assert (paths.SCRIPTS_DIRECTORY / "gestures.js").is_file()
    assert (paths.MAP_ASSETS_DIRECTORY / "map.css").is_file()
    assert (paths.ATLAS_DIRECTORY / "datapackage.json").is_file()
