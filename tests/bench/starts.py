"""From the start of a server to the first view, and what a later visitor waits."""

from playwright.sync_api import Browser

from tests.bench.plans import Findings, Plan
from tests.bench.results import LATER, START
from tests.bench.servers import Server, serve, wait_until_healthy
from tests.bench.subjects import SUBJECTS
from tests.bench.watching import Visitor, open_browser, open_device


def measure_starts(plan: Plan, findings: Findings) -> None:
    """Start each server, meet it as its first visitor, then as a later one with an empty cache."""
    with open_browser() as browser:
        for _ in range(plan.starts):
            for subject in SUBJECTS:
                with serve(subject) as server:
                    wait_until_healthy(server)
                    findings[START, subject.name].append(_visit(browser, server)[1] - server.started)
                    opened, seen = _visit(browser, server)
                    findings[LATER, subject.name].append(seen - opened)


def _visit(browser: Browser, server: Server) -> tuple[float, float]:
    """Return when a page was asked for and when its first view was complete, seconds since the epoch."""
    with open_device(browser, server.subject) as device:
        visitor = Visitor.visit(device, server)
        return visitor.opened, visitor.first_view()
