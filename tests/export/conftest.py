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
    context = make_context(evidence, atlas, start_state(evidence, "es"), base_url=BASE)
    return {kind: make_figure(context, FigureOptions(kind, parse_size("a4"))) for kind in ("svg", "pdf", "png")}
