"""Where the project's own files lie."""

import os
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parents[2]
EVIDENCE_DIRECTORY: Final = Path(os.environ.get("INGRESO_EVIDENCE") or PROJECT / "data" / "evidence")
"""The Data Package that is shown; the environment may name another."""
ATLAS_DIRECTORY: Final = PROJECT / "data" / "atlas"
SCRIPTS_DIRECTORY: Final = PROJECT / "geo" / "ui" / "browser" / "scripts"
"""Scripts of the page itself."""
MAP_ASSETS_DIRECTORY: Final = PROJECT / "geo" / "draw" / "map" / "scripts"
"""Script and style of the map."""
