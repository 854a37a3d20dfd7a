"""Where the project's data lies."""

import os
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).resolve().parents[1] / "data"
ATLAS: Final = DATA / "atlas"


def evidence_directory() -> Path:
    """Return the folder of the Data Package that is shown: the one that ``INGRESO_EVIDENCE`` names, or the project's own."""
    return Path(os.environ.get("INGRESO_EVIDENCE") or DATA / "evidence")


def public_address() -> str:
    """Return the address of the page that ``INGRESO_ADDRESS`` names; empty where it is not set."""
    return os.environ.get("INGRESO_ADDRESS", "")
