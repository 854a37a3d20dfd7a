"""Folders of the data, and settings from the environment."""

import os
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).resolve().parents[1] / "data"
ATLAS: Final = DATA / "atlas"


def evidence_directory() -> Path:
    """Return the folder of the evidence: that of ``INGRESO_EVIDENCE``, or the project's own."""
    return Path(os.environ.get("INGRESO_EVIDENCE") or DATA / "evidence")


def public_address() -> str:
    """Return the address of the page from ``INGRESO_ADDRESS``; empty if it is not set."""
    return os.environ.get("INGRESO_ADDRESS", "")
