"""``python -m tests.bench.soak``: sessions that come, change filters and go for a long time; the server's memory must not grow.

Streamlit keeps a session that has gone for two minutes, in case its browser comes back, and the first visitors fill caches. So
the first third of the time only fills what is to be filled, and the last third is held against the middle one.
"""

import asyncio
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import click

from tests.bench.clients import RunError, join
from tests.bench.loads import telling_of
from tests.bench.plans import Findings, Plan
from tests.bench.results import SOAK, SOAK_LIMIT
from tests.bench.servers import NotMeasuredError, Server, serve, wait_until_healthy
from tests.bench.subjects import PAGE

LINKS = ("", "lang=es", "min=2", "lang=es&basis=texts", "place=lima", "view=compare", "view=facts", "lang=es&view=sources")
"""What visitors come with, in turn."""
LEAST_SAMPLES = 12


@dataclass(frozen=True, slots=True)
class Sample:
    """The memory of the server at one moment."""

    seconds: float
    """Since the beginning."""
    kib: float

    @property
    def told(self) -> str:
        """Both, for the eye."""
        return f"{self.seconds:7.0f} s  {self.kib / 1024:7.1f} MiB"


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many visitors are there at any time, and what each does."""

    sessions: int
    stay: float
    """Seconds after which a visitor goes and another one comes."""
    pause: float = 2.0
    """Seconds between two filter changes."""


@dataclass(slots=True)
class _Count:
    changes: int = 0
    visits: int = 0


@dataclass(frozen=True, slots=True)
class Soak:
    """What came of it."""

    samples: tuple[Sample, ...]
    changes: int
    visits: int

    @property
    def growth(self) -> float:
        """Percent by which the memory in the last third exceeds that in the middle one, medians; negative if it shrank."""
        third = len(self.samples) // 3
        middle, last = (median(sample.kib for sample in part) for part in (self.samples[third:-third], self.samples[-third:]))
        return 100 * (last / middle - 1)


def measure_soak(plan: Plan, findings: Findings) -> None:
    """Let sessions come and go for a while, and see whether the memory of the server stays as it is."""
    crowd = Crowd(plan.soak_sessions, stay=plan.soak_seconds)
    findings[SOAK, PAGE.name].append(soak(plan.soak_seconds, crowd).growth)


def soak(seconds: float, crowd: Crowd, *, tell: bool = False) -> Soak:
    """Keep a server of the page busy.

    Parameters
    ----------
    tell
        Print every sample.

    Raises
    ------
    NotMeasuredError
        If the server ends.
    RunError
        If a run fails.
    """
    with serve(PAGE) as server:
        wait_until_healthy(server)
        with telling_of(server):
            return asyncio.run(_soak(server, seconds, crowd, tell=tell))


async def _soak(server: Server, seconds: float, crowd: Crowd, *, tell: bool) -> Soak:
    started = perf_counter()
    count = _Count()
    interval = min(10.0, seconds / LEAST_SAMPLES)
    phases = [crowd.pause * number / crowd.sessions for number in range(crowd.sessions)]
    visits = (
        _visit(server, number, started + phase, started + seconds, crowd=crowd, count=count)
        for number, phase in enumerate(phases)
    )
    samples, *_ = await asyncio.gather(_watch(server, started, seconds, interval, tell=tell, count=count), *visits)
    return Soak(tuple(samples), count.changes, count.visits)


async def _watch(server: Server, started: float, seconds: float, interval: float, *, tell: bool, count: _Count) -> list[Sample]:
    samples: list[Sample] = []
    while perf_counter() < started + seconds:
        await asyncio.sleep(interval)
        samples.append(Sample(perf_counter() - started, server.resident_kib()))
        if tell:
            click.echo(f"{samples[-1].told}  {count.visits} visits, {count.changes} filter changes")
    return samples


async def _visit(server: Server, number: int, begin: float, end: float, *, crowd: Crowd, count: _Count) -> None:
    """Be one visitor after another until the end, each with a link of its own; they come and go evenly spread."""
    await asyncio.sleep(max(0.0, begin - perf_counter()))
    leaves = perf_counter() + crowd.stay * (number + 1) / crowd.sessions
    while perf_counter() < end:
        async with join(server, query=LINKS[(number + count.visits) % len(LINKS)]) as client:
            count.visits += 1
            await client.load()
            while perf_counter() < min(end, leaves):
                await client.change_filter()
                count.changes += 1
                await asyncio.sleep(crowd.pause)
        leaves = perf_counter() + crowd.stay


@click.command()
@click.option("--minutes", type=click.FloatRange(min=0.2), default=10.0, show_default=True)
@click.option("--sessions", type=click.IntRange(min=1), default=30, show_default=True)
@click.option("--stay", type=click.FloatRange(min=2), default=60.0, show_default=True, help="Seconds that a visitor stays.")
@click.option("--pause", type=click.FloatRange(min=0.1), default=2.0, show_default=True, help="Seconds between two changes.")
def main(*, minutes: float, sessions: int, stay: float, pause: float) -> None:
    """Print the memory of the server over time; it has failed if that has grown by more than the bound."""
    try:
        found = soak(60 * minutes, Crowd(sessions, stay, pause), tell=True)
    except (NotMeasuredError, RunError) as error:
        raise SystemExit(f"not measured: {error}") from error
    word = "flat" if found.growth <= SOAK_LIMIT else "growing"
    click.echo(
        f"{found.visits} visits, {found.changes} filter changes; "
        f"last third against the middle one: {found.growth:+.1f} % (at most {SOAK_LIMIT:g} %): {word}"
    )
    raise SystemExit(found.growth > SOAK_LIMIT)


if __name__ == "__main__":
    main()
