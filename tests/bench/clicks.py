"""What a click takes until the reader sees what it does: filters near the server and far from it, and places on the map."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from playwright.sync_api import Browser

from tests.bench.delaying import delay
from tests.bench.plans import Findings, Plan
from tests.bench.results import DETAIL, FAR, FAR_MS, FILTER, JUMPS, KEPT, SENT
from tests.bench.servers import Server, installed_peers, serve, wait_until_healthy
from tests.bench.subjects import SUBJECTS
from tests.bench.watching import Visitor, open_browser


def measure_clicks(plan: Plan, findings: Findings) -> None:
    """Change filters on all pages in turn, near and far; choose places; then weigh what a filter change sends."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(subject)) for subject in (*SUBJECTS, *installed_peers())]
        browser = stack.enter_context(open_browser())
        for server in servers:
            wait_until_healthy(server)
        visitors = [Visitor.arrive(browser, server) for server in servers]
        _change_filters(visitors, plan, findings, FILTER)
        _choose_places([visitor for visitor in visitors if visitor.server.subject.place], plan, findings)
        for visitor in visitors:
            visitor.leave()
        _change_filters_afar(browser, servers, plan, findings)
        for server in servers:
            if server.subject.runner == "streamlit":  # a peer may use no websocket
                findings[SENT, server.subject.name] = list(_weigh(browser, server, plan.weighed))


def _change_filters_afar(browser: Browser, servers: Sequence[Server], plan: Plan, findings: Findings) -> None:
    with ExitStack() as stack:
        ports = [stack.enter_context(delay(server.port, FAR_MS)) for server in servers]
        visitors = [
            Visitor.arrive(browser, server, port=port, round_trip_ms=FAR_MS)
            for server, port in zip(servers, ports, strict=True)
        ]
        _change_filters(visitors, plan, findings, FAR)
        for visitor in visitors:
            visitor.leave()


def _change_filters(visitors: Sequence[Visitor], plan: Plan, findings: Findings, measure: str) -> None:
    maps = [visitor for visitor in visitors if visitor.server.subject.place]
    for visitor in maps:
        visitor.mark_map()
    for _ in range(plan.clicks + plan.clicks % 2):
        for visitor in visitors:
            name = visitor.server.subject.name
            visitor.page.bring_to_front()
            visitor.change_aside()
            change = visitor.change_filter()
            findings[measure, name].append(change.milliseconds)
            findings[JUMPS, name].append(change.jumps)
    for visitor in maps:
        findings[KEPT, visitor.server.subject.name].append(float(visitor.mark_is_left()))


def _choose_places(visitors: Sequence[Visitor], plan: Plan, findings: Findings) -> None:
    """Click a place on each map in turn, and put the map back as it was after every click."""
    for _ in range(plan.clicks):
        for visitor in visitors:
            visitor.page.bring_to_front()
            findings[DETAIL, visitor.server.subject.name].append(visitor.choose_place().milliseconds)
            visitor.put_back()


def _weigh(browser: Browser, server: Server, changes: int) -> Iterator[float]:
    """Yield the KiB that come over the websocket for each filter change."""
    visitor = Visitor.arrive(browser, server)
    visitor.weigh()
    for _ in range(changes):
        visitor.change_aside()
        visitor.received.clear()
        visitor.change_filter()
        yield sum(visitor.received) / 1024
    visitor.leave()
