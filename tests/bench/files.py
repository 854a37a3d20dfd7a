"""How long a file of the view takes that a visitor sees first, format by format, in a warm process."""

from pathlib import Path
from statistics import median
from time import perf_counter

from geo.atlas import load_atlas
from geo.evidence import load_evidence
from geo.export import FileFormat, make_file
from geo.view import make_context, start_state

DATA = Path(__file__).resolve().parents[2] / "data"
ROUNDS = 7


def measure_files(rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median milliseconds of every format; what is imported only when a file is wanted is imported before."""
    evidence, atlas = load_evidence(DATA / "evidence"), load_atlas(DATA / "atlas")
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    times: dict[str, list[float]] = {item.value: [] for item in FileFormat}
    for number in range(rounds + 1):
        for item in FileFormat:
            start = perf_counter()
            make_file(context, item)
            if number:
                times[item.value].append((perf_counter() - start) * 1000)
    return {name: median(values) for name, values in times.items()}
