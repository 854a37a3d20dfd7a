"""The start view as it reaches the browser, and what the constant map is drawn from."""

from collections.abc import Mapping
from typing import Any

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.view import start_state
from tests.draw.mounted import config_of, sent


@pytest.fixture(scope="session")
def start(evidence: Evidence) -> Mapping[str, Any]:
    """Send the start view."""
    return sent(evidence, start_state(evidence, "en"))


@pytest.fixture(scope="session")
def config(evidence: Evidence, atlas: Atlas) -> Mapping[str, Any]:
    """Return what the constant map is drawn from."""
    return config_of(evidence, atlas)
