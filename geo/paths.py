"""Folders of the data, and settings from the environment."""

import os
import re
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).resolve().parents[1] / "data"
ATLAS: Final = DATA / "atlas"
EVIDENCE: Final = "INGRESO_EVIDENCE"
"""Environment variable: folder of the Data Package to show."""
ADDRESS: Final = "INGRESO_ADDRESS"
"""Environment variable: where readers find the page, as ``https://example.org/ingreso/``."""

_ADDRESS: Final = re.compile(
    r"https?://[A-Za-z0-9.\-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~\-/]*)?|https?://\[[0-9a-fA-F:]+\](?::\d+)?/?"
)


def evidence_directory() -> Path:
    """Return the folder of the evidence: that of ``INGRESO_EVIDENCE``, or the project's own."""
    return Path(os.environ.get(EVIDENCE) or DATA / "evidence")


def configured_address() -> str:
    """Return the address of the page from ``INGRESO_ADDRESS``, with a slash at its end; empty if it is not set.

    Raises
    ------
    ValueError
        If the variable is not the address of a page.
    """
    given = os.environ.get(ADDRESS, "").strip()
    if given and not _ADDRESS.fullmatch(given):
        raise ValueError(f"{ADDRESS}: expected an address as https://example.org/ingreso/, found {given!r}")
    return f"{given.rstrip('/')}/" if given else ""
