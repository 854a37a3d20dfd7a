"""The measurements. The pages take turns, so that what slows the machine for a while slows all of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import click
from playwright.sync_api import Browser

from tests.bench.clients import RunError
from tests.bench.exporting import measure_leaving
from tests.bench.growth import measure_growth
from tests.bench.loads import measure_loads, measure_memory
from tests.bench.plans import Findings, Plan
from tests.bench.results import DETAIL, FILTER, KEPT, LATER, SENT, START, Found, Series
from tests.bench.servers import NotMeasuredError, Server, serve, wait_until_healthy
from tests.bench.soak import measure_soak
from tests.bench.subjects import SUBJECTS
from tests.bench.watching import Visitor, open_browser


def measure(plan: Plan) -> tuple[Found, list[str]]:
    """Measure everything; return what was found, and what could not be measured and why."""
    findings: Findings = defaultdict(list)
    faults: list[str] = []
    for step in STEPS:
        click.echo(step.__doc__, err=True)
        try:
            step(plan, findings)
        except (NotMeasuredError, RunError) as error:
            faults.append(f"{step.__name__.removeprefix('measure_')}: {error}")
    series = (Series(name, subject, tuple(values)) for (name, subject), values in findings.items() if values)
    return Found(tuple(series)), faults


def measure_starts(plan: Plan, findings: Findings) -> None:
    """Start each server, meet it as its first visitor, then as a later one with an empty cache."""
    with open_browser() as browser:
        for _ in range(plan.starts):
            for subject in SUBJECTS:
                with serve(subject) as server:
                    wait_until_healthy(server)
                    findings[START, subject.name].append(_first_view(browser, server) - server.started)
                    opened, seen = _visit(browser, server)
                    findings[LATER, subject.name].append(seen - opened)


def _first_view(browser: Browser, server: Server) -> float:
    return _visit(browser, server)[1]


def _visit(browser: Browser, server: Server) -> tuple[float, float]:
    """Return when a page was asked for and when its first view was complete, seconds since the epoch."""
    visitor = Visitor.visit(browser, server)
    try:
        return visitor.opened, visitor.first_view()
    finally:
        visitor.rest()
        visitor.leave()


def measure_clicks(plan: Plan, findings: Findings) -> None:
    """Change filters and choose places on the three pages in turn, then once more with the bytes counted."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(subject)) for subject in SUBJECTS]
        browser = stack.enter_context(open_browser())
        for server in servers:
            wait_until_healthy(server)
        visitors = [Visitor.arrive(browser, server) for server in servers]
        _change_filters(visitors, plan, findings)
        _choose_places(visitors, plan, findings)
        for visitor in visitors:
            visitor.leave()
        for server in servers:
            findings[SENT, server.subject.name] = list(_weigh(browser, server, plan.weighed))


def _change_filters(visitors: Sequence[Visitor], plan: Plan, findings: Findings) -> None:
    maps = [visitor for visitor in visitors if visitor.server.subject.place]
    for visitor in maps:
        visitor.mark_map()
    for _ in range(plan.clicks + plan.clicks % 2):
        for visitor in visitors:
            visitor.page.bring_to_front()
            visitor.change_aside()
            findings[FILTER, visitor.server.subject.name].append(visitor.change_filter())
    for visitor in maps:
        findings[KEPT, visitor.server.subject.name].append(float(visitor.mark_is_left()))


def _choose_places(visitors: Sequence[Visitor], plan: Plan, findings: Findings) -> None:
    """Click a place on each map in turn, and put the map back as it was after every click."""
    for _ in range(plan.clicks):
        for visitor in visitors:
            subject = visitor.server.subject
            if not subject.place:
                continue
            visitor.page.bring_to_front()
            findings[DETAIL, subject.name].append(visitor.choose_place())
            visitor.put_back()


def _weigh(browser: Browser, server: Server, changes: int) -> Iterator[float]:
    """Yield the KiB that come over the websocket for each filter change."""
    visitor = Visitor.arrive(browser, server, weigh=True)
    for _ in range(changes):
        visitor.change_aside()
        visitor.received.clear()
        visitor.change_filter()
        yield sum(visitor.received) / 1024
    visitor.leave()


STEPS = (measure_starts, measure_clicks, measure_leaving, measure_growth, measure_memory, measure_loads, measure_soak)
