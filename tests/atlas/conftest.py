"""The atlas as committed, read once."""

import sys
from pathlib import Path

import pytest

from geo.atlas import Atlas, Gazetteer, UnitLocator, load_atlas, load_gazetteer

DATA = Path(__file__).parents[2] / "data" / "atlas"
# The build is a script with helpers beside it, not a package of the application.
sys.path.insert(0, str(DATA))


@pytest.fixture(scope="session")
def data() -> Path:
    """Give the folder of the atlas."""
    return DATA


@pytest.fixture(scope="session")
def bad() -> Path:
    """Give the folder of deliberately bad files."""
    return Path(__file__).parent / "bad"


@pytest.fixture(scope="session")
def atlas(data: Path) -> Atlas:
    """Load the atlas."""
    return load_atlas(data)


@pytest.fixture(scope="session")
def gazetteer(data: Path) -> Gazetteer:
    """Load the gazetteer."""
    return load_gazetteer(data)


@pytest.fixture(scope="session")
def locator(atlas: Atlas) -> UnitLocator:
    """Make a locator."""
    return UnitLocator(atlas.layers)
