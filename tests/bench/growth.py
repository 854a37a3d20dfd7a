"""What a filter change takes as the data grow, beside the floor."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.bench.packages import write_package
from tests.bench.plans import Findings, Plan
from tests.bench.results import GROWTH, KEPT_GROWN, claims_name
from tests.bench.servers import Server, serve, wait_until_healthy
from tests.bench.subjects import FLOOR, PAGE
from tests.bench.watching import Visitor, open_browser


@contextmanager
def serve_claims(claims: int) -> Iterator[Server]:
    """Run the page on generated data for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as name:
        write_package(Path(name), claims)
        with serve(PAGE, environment={"INGRESO_EVIDENCE": name}) as server:
            yield server


def measure_growth(plan: Plan, findings: Findings) -> None:
    """Change filters on pages with ever more place claims, and on the floor, in turn."""
    with ExitStack() as stack:
        servers = {claims_name(size): stack.enter_context(serve_claims(size)) for size in plan.sizes}
        servers[FLOOR.name] = stack.enter_context(serve(FLOOR))
        browser = stack.enter_context(open_browser())
        visitors = {}
        for name, server in servers.items():
            wait_until_healthy(server)
            visitors[name] = Visitor.arrive(browser, server)
            if server.subject is PAGE:
                visitors[name].mark_map()
        for _ in range(plan.grown + plan.grown % 2):
            for name, visitor in visitors.items():
                visitor.page.bring_to_front()
                visitor.change_aside()
                findings[GROWTH, name].append(visitor.change_filter())
        for name, visitor in visitors.items():
            if visitor.server.subject is PAGE:
                findings[KEPT_GROWN, name].append(float(visitor.mark_is_left()))
