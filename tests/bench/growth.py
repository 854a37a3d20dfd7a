"""What a filter change, a view and the check take as the data grow, beside the floor."""

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import click

from tests.bench.clients import RunError, join
from tests.bench.packages import write_package
from tests.bench.plans import Findings, Plan
from tests.bench.results import (
    CHECK,
    ERRORS,
    GROWTH,
    KEPT_GROWN,
    MANY_ACTS,
    MANY_CLAIMS,
    MANY_FACTS,
    TWO_ACTS,
    claims_name,
    views_name,
)
from tests.bench.servers import NotMeasuredError, Server, refuse_ended, serve, wait_until_healthy
from tests.bench.subjects import FLOOR, PAGE, PROJECT
from tests.bench.watching import Visitor, open_browser

VIEWS = ("map", "compare", "facts", "disagreements", "sources", "table", "about")
SLOWEST = "slowest view"


@dataclass(frozen=True, slots=True)
class Size:
    """How large made-up evidence is."""

    name: str
    claims: int
    """Claims that name a place."""
    acts: int | None = None
    """All of them on; None for those of today, two of them on."""
    facts: int | None = None
    """Claims that name none; None for those of today."""


ACTS = (Size(TWO_ACTS, 200, acts=2), Size(MANY_ACTS, 200, acts=20))
FACTS = Size(MANY_FACTS, 20, facts=4_000)
CLAIMS = Size(MANY_CLAIMS, 10_000)


def measure_growth(plan: Plan, findings: Findings) -> None:
    """Change filters on pages with ever more place claims, acts and facts, and on the floor, in turn."""
    sizes = (*(Size(claims_name(claims), claims) for claims in plan.sizes), *ACTS, FACTS)
    with ExitStack() as stack:
        servers = {size.name: stack.enter_context(serve_size(size)) for size in sizes}
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
                findings[GROWTH, name].append(visitor.change_filter().milliseconds)
        for name, visitor in visitors.items():
            if visitor.server.subject is PAGE:
                findings[KEPT_GROWN, name].append(float(visitor.mark_is_left()))


def measure_views(plan: Plan, findings: Findings) -> None:
    """Open every view of large evidence by its link, as a run of a session that is already there."""
    for size in (CLAIMS, FACTS):
        measure = views_name(size.name)
        with serve_size(size) as server:
            wait_until_healthy(server)
            for view in VIEWS:
                try:
                    findings[measure, view] = asyncio.run(_open_view(server, view, plan.opened))
                except RunError as error:
                    refuse_ended(server)
                    click.echo(f"{measure}, {view}: {error}", err=True)
                    findings[f"{measure}: {ERRORS}", "page"].append(1)
        found = [median(findings[measure, view]) for view in VIEWS if findings[measure, view]]
        findings[measure, SLOWEST] = [max(found)] if found else []
        findings[f"{measure}: {ERRORS}", "page"] = [sum(findings[f"{measure}: {ERRORS}", "page"])]


async def _open_view(server: Server, view: str, times: int) -> list[float]:
    """Return the milliseconds of each run that comes from the start view to this one; the first is not counted."""
    milliseconds = []
    async with join(server) as client:
        for number in range(times + 1):
            await (client.follow("v=1&view=map") if number else client.load())
            run = await client.follow(f"v=1&view={view}")
            if number:
                milliseconds.append(1000 * run.seconds)
    return milliseconds


def measure_check(plan: Plan, findings: Findings) -> None:
    """Check large evidence on the command line."""
    with tempfile.TemporaryDirectory() as name:
        write_package(Path(name), CLAIMS.claims)
        for _ in range(plan.checks):
            started = perf_counter()
            command = [sys.executable, "-m", "geo", "check", name]
            ended = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
            if ended.returncode:
                message = f"the made-up evidence has faults: {ended.stdout[:500]}{ended.stderr[-500:]}"
                raise NotMeasuredError(message)
            findings[CHECK, "page"].append(perf_counter() - started)


@contextmanager
def serve_size(size: Size) -> Iterator[Server]:
    """Run the page on made-up evidence for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as name:
        write_package(Path(name), size.claims, acts=size.acts, facts=size.facts)
        with serve(PAGE, environment={"INGRESO_EVIDENCE": name}) as server:
            yield server
