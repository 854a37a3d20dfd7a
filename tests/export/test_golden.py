"""The look of figures, against the pictures in ``golden``; a wanted change is kept by ``make golden``."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from geo.atlas import Atlas
from geo.evidence import Evidence
from tests.export.golden import FOLDER, picture

NAMES = ("a4-en-light", "slide-es-dark", "square-en-all-roles", "landscape-es-selected", "small-en-empty")
VISIBLE = 48
"""Difference of a channel, of 255, from which on a pixel counts."""
TOLERATED = 0.001
"""Share of pixels that may differ so: the edges of letters on another processor."""


def share_changed(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ visibly in any channel."""
    channels = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).split()
    strongest = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    changed = sum(strongest.histogram()[VISIBLE:])
    return changed / (one.width * one.height)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_looks_as_before(evidence: Evidence, atlas: Atlas, tmp_path: Path, name: str) -> None:
    """The figure is that of the kept picture; if it is not, the test says where to see the difference."""
    kept = Image.open(FOLDER / f"{name}.png")
    made = Image.open(io.BytesIO(picture(name, evidence, atlas)))
    assert made.size == kept.size
    share = share_changed(made, kept)
    if share > TOLERATED:
        seen = tmp_path / f"{name}-difference.png"
        ImageChops.difference(made.convert("RGB"), kept.convert("RGB")).save(seen)
        made.save(tmp_path / f"{name}.png")
        pytest.fail(f"{share:.2%} of {name} differ: see {seen} and {name}.png beside it; `make golden` keeps the new look")


def test_a_change_is_seen() -> None:
    """A picture in which a small word is missing differs by more than is tolerated."""
    kept = Image.open(FOLDER / "a4-en-light.png").convert("RGB")
    altered = kept.copy()
    altered.paste((255, 255, 255), (kept.width // 3, kept.height // 3, kept.width // 3 + 30, kept.height // 3 + 12))
    assert share_changed(kept, kept) == 0
    assert share_changed(kept, altered) > TOLERATED
