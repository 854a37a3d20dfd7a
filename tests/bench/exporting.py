"""Figures and files beside the floor: they are made in this process, warm, between the clicks of a visitor of the floor."""

from tests.bench.exports import measure_exports
from tests.bench.files import measure_files
from tests.bench.plans import Findings, Plan
from tests.bench.results import BESIDE_EXPORTS, figure_name, file_name
from tests.bench.servers import serve, wait_until_healthy
from tests.bench.subjects import FLOOR
from tests.bench.watching import Visitor, open_browser

CLICKS = 4
"""On the floor, before each time that everything is made once."""


def measure_leaving(plan: Plan, findings: Findings) -> None:
    """Make figures and files of the start view, between clicks on the floor."""
    with serve(FLOOR) as server, open_browser() as browser:
        wait_until_healthy(server)
        visitor = Visitor.arrive(browser, server)
        for _ in range(plan.exports):
            findings[BESIDE_EXPORTS, FLOOR.name] += [visitor.change_filter() for _ in range(CLICKS)]
            for format_, milliseconds in measure_exports(1).items():
                findings[figure_name(format_), "page"].append(milliseconds)
            for format_, milliseconds in measure_files(1).items():
                findings[file_name(format_), "page"].append(milliseconds)
        visitor.leave()
