"""How long a figure takes once the process is warm."""

import statistics
import time
from pathlib import Path

from geo.atlas import load_atlas
from geo.evidence import load_evidence
from geo.export import FigureOptions, make_figure, parse_size
from geo.view import make_context, start_state

DATA = Path(__file__).resolve().parents[2] / "data"


def measure_exports(repetitions: int = 7) -> dict[str, float]:
    """Return the median milliseconds of the A4 figure of the start as ``svg``, ``pdf`` and ``png`` (150 dpi)."""
    evidence, atlas = load_evidence(DATA / "evidence"), load_atlas(DATA / "atlas")
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    found = {}
    for format_ in ("svg", "pdf", "png"):
        options = FigureOptions(format_, parse_size("a4"))
        make_figure(context, options)
        times = []
        for _ in range(repetitions):
            started = time.perf_counter()
            make_figure(context, options)
            times.append((time.perf_counter() - started) * 1000)
        found[format_] = statistics.median(times)
    return found
