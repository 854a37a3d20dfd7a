"""The alternative text of a figure."""

from geo.atlas import Atlas
from geo.draw.figure import SIZES, draw_figure
from geo.evidence import Evidence
from geo.view import make_context
from tests.draw.figure.views import telling_views


def test_the_description_names_every_place(evidence: Evidence, atlas: Atlas) -> None:
    """The alternative text lists regions and places by authorisation, and context apart."""
    described = draw_figure(make_context(evidence, atlas, telling_views(evidence, "en")["all roles"]), SIZES["a4"]).description
    assert "Legislative resolution of 2024 (bill 9307): regions: Lima; places: Chiclayo and Pisco." in described
    assert "Context: regions: Arequipa and Puno; places: Chancay, Puerto Maldonado and " in described
    assert described.endswith("not where forces were.")
