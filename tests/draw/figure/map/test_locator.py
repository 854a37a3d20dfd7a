"""The locator of a map."""

import re
from dataclasses import replace

from geo.atlas import Atlas
from geo.draw.figure.map.extent import country_frame, view_frame
from geo.draw.figure.map.frame import Frame
from geo.draw.figure.map.locator import draw_locator
from geo.draw.figure.svg import Block
from geo.evidence import Evidence
from geo.view import Viewport, start_state
from tests.draw.figure.views import styled

LIMA = Viewport(-12.05, -77.03, 9)


def locator_of(evidence: Evidence, atlas: Atlas, at: Viewport | None) -> tuple[Frame, Block]:
    """Return a map's frame and its locator."""
    view = styled(evidence, atlas, replace(start_state(evidence, "en"), at=at))
    frame = view_frame(atlas, at, (500, 640), margin=8)
    return frame, draw_locator(view, frame)


def rectangles(block: Block) -> list[tuple[float, ...]]:
    """Return x, y, width and height of every rectangle of a block."""
    drawn = "".join(item.svg() for item in block.items)
    found = re.findall(r'<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"', drawn)
    return [tuple(map(float, each)) for each in found]


def test_the_locator_is_small_and_upright(evidence: Evidence, atlas: Atlas) -> None:
    """About a quarter as high as the map, and narrower than high."""
    frame, block = locator_of(evidence, atlas, LIMA)
    assert 60 <= block.height <= 0.25 * frame.height
    assert block.width < block.height


def test_its_window_is_where_the_map_lies(evidence: Evidence, atlas: Atlas) -> None:
    """The small rectangle has Lima in its middle."""
    _, block = locator_of(evidence, atlas, LIMA)
    paper, window = rectangles(block)
    assert paper[2:] == (round(block.width, 2), round(block.height, 2))
    x, y = country_frame(atlas, block.width, block.height, margin=3).place((LIMA.longitude, LIMA.latitude))
    assert abs(window[0] + window[2] / 2 - x) < 1
    assert abs(window[1] + window[3] / 2 - y) < 1


def test_a_window_beyond_the_locator_is_cut_at_its_edge(evidence: Evidence, atlas: Atlas) -> None:
    """A map of the north reaches beyond Peru."""
    _, block = locator_of(evidence, atlas, Viewport(-0.5, -75.0, 6.2))
    _, (x, y, width, height) = rectangles(block)
    assert min(x, y) >= 0
    assert x + width <= block.width + 0.01
    assert y + height <= block.height + 0.01
