"""Folders of the project's own files."""

from pathlib import Path
from typing import Final

from geo.paths import ATLAS, evidence_directory

PROJECT: Final = Path(__file__).resolve().parents[2]
EVIDENCE_DIRECTORY: Final = evidence_directory()
"""The Data Package that the page shows; the environment variable ``INGRESO_EVIDENCE`` may name another."""
ATLAS_DIRECTORY: Final = ATLAS
SCRIPTS_DIRECTORY: Final = PROJECT / "geo" / "ui" / "browser" / "scripts"
"""Scripts of the page itself."""
MAP_ASSETS_DIRECTORY: Final = PROJECT / "geo" / "draw" / "map" / "scripts"
"""Script and style of the map."""
