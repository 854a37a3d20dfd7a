"""The measurements. The pages take turns, so that what slows the machine for a while slows all of them."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from random import Random
from time import perf_counter, sleep

import click
from playwright.sync_api import Browser

from tests.bench.clients import Client, RunError, join
from tests.bench.results import DETAIL, ERRORS, FILTER, KEPT, LATER, MEMORY, SENT, START, Found, Series, load_name
from tests.bench.servers import NotMeasuredError, Server, serve, wait_until_healthy
from tests.bench.subjects import FLOOR, PAGE, SUBJECTS
from tests.bench.watching import Visitor, open_browser


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    starts: int = 5
    """Times that each server is started, and visited twice."""
    clicks: int = 25
    """Filter changes on each page; as many clicks on a place."""
    weighed: int = 5
    """Filter changes on each page whose bytes are counted."""
    joined: int = 30
    """Sessions over which the memory of one is taken."""
    levels: tuple[int, ...] = (1, 10, 30, 60, 100)
    """Numbers of sessions that change filters at the same time."""
    load_seconds: float = 20.0
    pause_seconds: float = 2.0
    """Between two changes of one session."""


FULL = Plan()
QUICK = Plan(starts=2, clicks=8, weighed=2, joined=30, levels=(1, 10, 30), load_seconds=4.0)
WARM_UPS = 3
"""Changes and sessions before what is counted."""

Findings = dict[tuple[str, str], list[float]]
"""Values by measure and page."""


def measure(plan: Plan) -> tuple[Found, list[str]]:
    """Measure everything; return what was found, and what could not be measured and why."""
    findings: Findings = defaultdict(list)
    faults: list[str] = []
    for step in (_measure_starts, _measure_clicks, _measure_memory, _measure_loads):
        click.echo(step.__doc__, err=True)
        try:
            step(plan, findings)
        except (NotMeasuredError, RunError) as error:
            faults.append(f"{step.__name__.removeprefix('_measure_')}: {error}")
    series = (Series(name, subject, tuple(values)) for (name, subject), values in findings.items() if values)
    return Found(tuple(series)), faults


def _measure_starts(plan: Plan, findings: Findings) -> None:
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


def _measure_clicks(plan: Plan, findings: Findings) -> None:
    """Change filters and choose places on the three pages in turn, then once more with the bytes counted."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(subject)) for subject in SUBJECTS]
        browser = stack.enter_context(open_browser())
        for server in servers:
            wait_until_healthy(server)
        visitors = [_arrive(browser, server) for server in servers]
        _change_filters(visitors, plan, findings)
        _choose_places(visitors, plan, findings)
        for visitor in visitors:
            visitor.leave()
        for server in servers:
            findings[SENT, server.subject.name] = list(_weigh(browser, server, plan.weighed))


def _arrive(browser: Browser, server: Server, *, weigh: bool = False) -> Visitor:
    visitor = Visitor.visit(browser, server, weigh=weigh)
    visitor.first_view()
    visitor.rest()
    for _ in range(WARM_UPS + WARM_UPS % 2):  # an even number, so that the filter stands as it did
        visitor.change_filter()
    return visitor


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
    visitor = _arrive(browser, server, weigh=True)
    for _ in range(changes):
        visitor.change_aside()
        visitor.received.clear()
        visitor.change_filter()
        yield sum(visitor.received) / 1024
    visitor.leave()


def _measure_memory(plan: Plan, findings: Findings) -> None:
    """Weigh a server before and after a number of sessions have come, all of which stay."""
    for subject in (FLOOR, PAGE):
        with serve(subject) as server:
            wait_until_healthy(server)
            findings[MEMORY, subject.name].append(asyncio.run(_memory_per_session(server, plan.joined)))


async def _memory_per_session(server: Server, sessions: int) -> float:
    """Return KiB."""
    async with AsyncExitStack() as stack:
        await _join_in_turn(server, sessions, stack)  # what the start took for a while is given back by then
        before = await _resting_kib(server)
        await _join_in_turn(server, sessions, stack)
        grown = await _resting_kib(server) - before
        if grown <= 0:
            message = f"memory of the {server.subject.name}: {grown:.0f} KiB over {sessions} sessions is no growth to divide"
            raise NotMeasuredError(message)
        return grown / sessions


async def _join_in_turn(server: Server, sessions: int, stack: AsyncExitStack, *, changes: int = 2) -> list[Client]:
    """Open sessions one after the other, each with its first run and some filter changes."""
    clients = []
    for _ in range(sessions):
        client = await stack.enter_async_context(join(server))
        await client.load()
        for _ in range(changes):
            await client.change_filter()
        clients.append(client)
    return clients


async def _resting_kib(server: Server) -> float:
    """Return the memory of a server that has had the time to collect its garbage, which it does after every run."""
    await asyncio.sleep(1.0)
    return server.resident_kib()


def _measure_loads(plan: Plan, findings: Findings) -> None:
    """Let sessions change filters at the same time, level by level, on floor and page in turn."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(subject)) for subject in (FLOOR, PAGE)]
        for server in servers:
            wait_until_healthy(server)
        for level in plan.levels:
            for server in servers:
                seconds, errors = asyncio.run(_load(server, level, plan))
                name, subject = load_name(level), server.subject.name
                if seconds:
                    findings[name, subject] = [1000 * one for one in seconds]
                findings[f"{name}: {ERRORS}", subject].append(len(errors))
                sleep(1.0)


async def _load(server: Server, sessions: int, plan: Plan) -> tuple[list[float], list[str]]:
    """Return the seconds of every run, and the errors; it stops by itself."""
    seconds: list[float] = []
    errors: list[str] = []
    async with AsyncExitStack() as stack:
        try:
            clients = await _join_in_turn(server, sessions, stack, changes=0)
        except (RunError, OSError) as error:
            return seconds, [str(error)]
        end = perf_counter() + plan.load_seconds
        phases = Random(sessions)  # noqa: S311 - spreads the sessions over the pause, the same way every time
        await asyncio.gather(
            *(
                _keep_changing(client, phases.uniform(0, plan.pause_seconds), end, plan, seconds=seconds, errors=errors)
                for client in clients
            )
        )
    return seconds, errors


async def _keep_changing(
    client: Client, phase: float, end: float, plan: Plan, *, seconds: list[float], errors: list[str]
) -> None:
    """Change the filter every pause until the end; a run that takes longer than the pause delays the next."""
    due = perf_counter() + phase
    while due < end:
        await asyncio.sleep(max(0.0, due - perf_counter()))
        try:
            seconds.append((await client.change_filter()).seconds)
        except RunError as error:
            errors.append(str(error))
            return
        due = max(due + plan.pause_seconds, perf_counter())
