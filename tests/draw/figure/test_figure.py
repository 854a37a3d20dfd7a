"""A figure as a document."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from geo.atlas import Atlas
from geo.draw.figure import SIZES, draw_figure
from geo.evidence import Evidence
from geo.view import make_context, start_state


def test_text_of_the_data_cannot_leave_its_element(evidence: Evidence, atlas: Atlas) -> None:
    """A name with markup in it is drawn as it is written."""
    hostile = "</text><script>&\"'"
    places = {**evidence.places, "pisco": replace(evidence.places["pisco"], name=hostile)}
    hostile_view = make_context(replace(evidence, places=places), atlas, start_state(evidence, "en"), base_url='https://x/?"<>')
    svg = draw_figure(hostile_view, SIZES["a4"]).svg()
    assert "<script" not in svg
    assert any(hostile in "".join(element.itertext()) for element in ET.fromstring(svg).iter())  # noqa: S314
