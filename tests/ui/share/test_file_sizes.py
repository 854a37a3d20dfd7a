"""Sizes of files in words, and estimates near the truth."""

import pytest

from geo.atlas import Atlas
from geo.evidence import Evidence
from geo.export import FigureFormat, FigureOptions, make_figure, parse_size
from geo.text import translator
from geo.ui.share.file_sizes import estimate_figure, size_text
from geo.view import make_context, start_state


@pytest.mark.parametrize(
    ("size", "language", "is_estimate", "said"),
    [
        (940, "en", False, "1 kB"),
        (51_300, "en", False, "51 kB"),
        (1_249_000, "es", False, "1.2 MB"),
        (173_400, "en", True, "about 170 kB"),
    ],
)
def test_a_size_in_words(size: int, language: str, is_estimate: bool, said: str) -> None:  # noqa: FBT001 - a value of the table
    """Spanish of Peru has the decimal point."""
    assert size_text(size, translator(language), is_estimate=is_estimate) == said


@pytest.mark.parametrize("kind", FigureFormat)
def test_an_estimate_is_near_the_truth(evidence: Evidence, atlas: Atlas, kind: FigureFormat) -> None:
    """Within a third."""
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    options = FigureOptions(kind, parse_size("a4"))
    made = len(make_figure(context, options))
    assert 2 / 3 < estimate_figure(kind, options.pixels) / made < 3 / 2
