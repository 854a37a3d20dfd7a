"""The timeline of a figure."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from geo.atlas import Atlas
from geo.draw.figure import SIZES, draw_figure
from geo.evidence import Evidence, Window
from geo.view import ViewState, make_context
from tests.draw.figure.views import telling_views, texts_of


def test_the_timeline_shows_chosen_days_and_acts_that_are_on(evidence: Evidence, atlas: Atlas) -> None:
    """An authorisation that is off has no lane, and with all off there is no timeline."""
    views = telling_views(evidence, "en")
    assert "Legislative Resolution 31758 (bill 4766)" in texts_of(evidence, atlas, views["default"])
    assert "Legislative Resolution 31758 (bill 4766)" not in texts_of(evidence, atlas, views["one act"])
    assert "Bar: the window" not in texts_of(evidence, atlas, views["empty"])
    bars = [_bars(evidence, atlas, state) for state in (views["default"], _half(views["default"]))]
    assert bars[0][0] == bars[1][0]
    assert bars[1][1] == pytest.approx(bars[0][1] / 2, rel=0.02)


def _half(state: ViewState) -> ViewState:
    return state.with_range("31758", Window(date(2023, 6, 1), date(2023, 9, 15)))


def _bars(evidence: Evidence, atlas: Atlas, state: ViewState) -> list[float]:
    """Return the lengths of the first lane's bars: window, then chosen days."""
    root = ET.fromstring(draw_figure(make_context(evidence, atlas, state), SIZES["a4"]).svg())  # noqa: S314 - our own drawing
    blue = [
        rect
        for rect in root.iter("{http://www.w3.org/2000/svg}rect")
        if rect.get("height") == "8" and float(rect.get("width", "0")) > 50
    ]
    return [float(rect.get("width", "0")) for rect in blue[:2]]
