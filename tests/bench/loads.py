"""Many sessions at once: what one of them weighs, and how long a run takes while others are at work."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from pathlib import Path
from random import Random
from time import perf_counter, sleep

import click

from tests.bench.clients import Client, RunError, join
from tests.bench.plans import Findings, Plan
from tests.bench.results import CAPACITY, ERRORS, MEMORY, Series, capacity, load_name
from tests.bench.servers import NotMeasuredError, Server, refuse_ended, serve, wait_until_healthy
from tests.bench.subjects import FLOOR, PAGE

ALONE_LONGER = 3
"""Times as long as the others that a single session is watched: it makes few changes, and everything is held against them."""


def measure_memory(plan: Plan, findings: Findings) -> None:
    """Weigh a server before and after a number of sessions have come, all of which stay."""
    for subject in (FLOOR, PAGE):
        with serve(subject) as server:
            wait_until_healthy(server)
            with telling_of(server):
                findings[MEMORY, subject.name].append(asyncio.run(_memory_per_session(server, plan.joined)))


async def _memory_per_session(server: Server, sessions: int) -> float:
    """Return KiB."""
    async with AsyncExitStack() as stack:
        await _join_in_turn(server, sessions, stack)  # what the start took for a while is given back by then
        before = await resting_kib(server)
        await _join_in_turn(server, sessions, stack)
        grown = await resting_kib(server) - before
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


async def resting_kib(server: Server) -> float:
    """Return the memory of a server that has had the time to collect its garbage, which it does after every run."""
    await asyncio.sleep(1.0)
    return server.resident_kib()


@contextmanager
def telling_of(server: Server) -> Iterator[None]:
    """Let an error of a session say what the server wrote, or that it has ended, which is another fault than a failing run."""
    try:
        yield
    except RunError as error:
        refuse_ended(server)
        message = f"{error}\nIts server wrote at the end:\n{server.last_words()}"
        raise RunError(message) from error


def measure_loads(plan: Plan, findings: Findings) -> None:
    """Let sessions change filters at the same time, level by level, on floor and page in turn; each server has one core."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(subject)) for subject in (FLOOR, PAGE)]
        for server in servers:
            wait_until_healthy(server)
            keep_to_one_core(server)
        for level in plan.levels:
            for server in servers:
                seconds, errors = asyncio.run(_load(server, level, plan))
                refuse_ended(server)
                name, subject = load_name(level), server.subject.name
                if seconds:
                    findings[name, subject] = [1000 * one for one in seconds]
                findings[f"{name}: {ERRORS}", subject].append(len(errors))
                for error in dict.fromkeys(errors):
                    click.echo(f"{name}, {subject}: {errors.count(error)} x {error}", err=True)
                if errors:
                    click.echo(server.last_words(), err=True)
                sleep(1.0)
    for name in (FLOOR.name, PAGE.name):
        found = {level: findings.get((load_name(level), name)) for level in plan.levels}
        measured = {level: Series("", name, tuple(values)) for level, values in found.items() if values}
        if 1 in measured:
            findings[CAPACITY, name].append(capacity(measured))


def keep_to_one_core(server: Server) -> None:
    """Bind a server, with the threads that it has yet to start, to the first core, where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        first = min(os.sched_getaffinity(0))
        for thread in Path(f"/proc/{server.process.pid}/task").iterdir():
            os.sched_setaffinity(int(thread.name), {first})


async def _load(server: Server, sessions: int, plan: Plan) -> tuple[list[float], list[str]]:
    """Return the seconds of every run, and the errors; it stops by itself."""
    seconds: list[float] = []
    errors: list[str] = []
    async with AsyncExitStack() as stack:
        try:
            clients = await _join_in_turn(server, sessions, stack, changes=0)
        except RunError as error:
            return seconds, [str(error)]
        end = perf_counter() + plan.load_seconds * (ALONE_LONGER if sessions == 1 else 1)
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
