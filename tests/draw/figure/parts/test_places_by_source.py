"""Which places each source names."""

from dataclasses import replace

from geo.atlas import Atlas
from geo.draw.figure.parts.places_by_source import draw_places_by_source
from geo.draw.figure.svg import Block, Text
from geo.evidence import Evidence
from geo.view import start_state
from geo.view.labels import source_label
from tests.draw.figure.views import styled


def lines_of(block: Block) -> list[str]:
    """Return the lines of a block."""
    return ["".join(run.text for run in item.runs) for item in block.items if isinstance(item, Text)]


def test_each_source_has_its_places(evidence: Evidence, atlas: Atlas) -> None:
    """In the order of the data; a source that names no shown place is not there."""
    state = replace(start_state(evidence, "en"), authorisations=("9307",))
    view = styled(evidence, atlas, state)
    text = " ".join(" ".join(lines_of(draw_places_by_source(view, 300))).split())
    assert text.startswith("Places by source")
    claims = [claim for shown in view.context.selection.places.values() for claim in shown.claims]
    naming = [key for key in evidence.sources if any(claim.source_id == key for claim in claims)]
    heads = [text.index(source_label(evidence.sources[key], view.context.words)) for key in naming]
    assert heads == sorted(heads)
    assert "Lima, Chiclayo and Pisco" in text


def test_a_wide_sheet_has_two_columns(evidence: Evidence, atlas: Atlas) -> None:
    """They take less height, and nothing goes beyond the width."""
    view = styled(evidence, atlas, start_state(evidence, "en"))
    narrow, wide = draw_places_by_source(view, 300), draw_places_by_source(view, 620)
    assert wide.height < narrow.height
    assert max(item.box.right for item in wide.items if isinstance(item, Text)) <= 620
    assert max(item.box.left for item in wide.items if isinstance(item, Text)) > 300


def test_a_view_without_places_has_nothing_to_say(evidence: Evidence, atlas: Atlas) -> None:
    """No heading over nothing."""
    block = draw_places_by_source(styled(evidence, atlas, replace(start_state(evidence, "en"), authorisations=())), 300)
    assert (block.height, block.items) == (0, ())
