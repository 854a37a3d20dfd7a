"""Figures and files beside the floor: they are made in this process, warm, between the clicks of a visitor of the floor."""

from collections.abc import Callable, Mapping
from functools import partial
from time import perf_counter

from geo.atlas import load_atlas
from geo.evidence import load_evidence
from geo.export import FigureFormat, FileFormat, make_figure, make_file, read_options
from geo.view import make_context, start_state
from tests.bench.plans import Findings, Plan
from tests.bench.results import BESIDE_EXPORTS, figure_name, file_name
from tests.bench.servers import serve, wait_until_healthy
from tests.bench.subjects import FLOOR, PROJECT
from tests.bench.watching import Visitor, open_browser

CLICKS = 4
"""On the floor, before each time that everything is made once."""


def measure_exports(plan: Plan, findings: Findings) -> None:
    """Make figures and files of the start view, between clicks on the floor."""
    makers = _makers()
    for make in makers.values():
        make()  # what is imported only when a file is wanted is imported before
    with serve(FLOOR) as server, open_browser() as browser:
        wait_until_healthy(server)
        visitor = Visitor.arrive(browser, server)
        for _ in range(plan.exports):
            findings[BESIDE_EXPORTS, FLOOR.name] += [visitor.change_filter().milliseconds for _ in range(CLICKS)]
            for name, make in makers.items():
                started = perf_counter()
                make()
                findings[name, "page"].append((perf_counter() - started) * 1000)
        visitor.leave()


def _makers() -> Mapping[str, Callable[[], bytes]]:
    """Return what makes each A4 figure (a PNG of 150 dpi) and each file of the start view, by the name of the measure."""
    evidence, atlas = load_evidence(PROJECT / "data" / "evidence"), load_atlas(PROJECT / "data" / "atlas")
    context = make_context(evidence, atlas, start_state(evidence, "en"))
    figures = {figure_name(each.value): partial(make_figure, context, read_options(each.value)) for each in FigureFormat}
    return figures | {file_name(each.value): partial(make_file, context, each) for each in FileFormat}
