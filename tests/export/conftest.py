"""One figure in each format, made once."""

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export import FigureOptions, make_figure, parse_size
from geo.view import make_context, start_state

BASE = "https://example.org/ingreso/"


@pytest.fixture(scope="session")
def files(evidence: Evidence, atlas: Atlas) -> dict[str, bytes]:
    """Make the A4 figure of the start in Spanish as SVG, PDF and PNG."""
    state = start_state(evidence, "es")
    return {
        format_: make_figure(make_context(evidence, atlas, state), FigureOptions(format_, parse_size("a4")), base_url=BASE)
        for format_ in ("svg", "pdf", "png")
    }
