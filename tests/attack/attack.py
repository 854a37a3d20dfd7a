"""An attack: hostile requests and many figures at once, beside visitors, against a server of this machine."""

import asyncio
import re
import resource
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from time import perf_counter
from typing import Final

import yaml

from tests.attack.hostile_requests import ask, requests
from tests.bench.clients import RunError, join
from tests.bench.servers import NotMeasuredError, Server, serve, wait_until_healthy
from tests.bench.subjects import PAGE

PROJECT: Final = Path(__file__).resolve().parents[2]
COMPOSE: Final = PROJECT / ".ci" / "deploy" / "compose.yaml"
AT_ONCE: Final = 16
"""Hostile clients; figures are asked for by as many as may wait."""
FAILURES: Final = frozenset({500, 501, 502, 504})
MEBIBYTE: Final = 2**20
STACK: Final = 2 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an attack."""

    statuses: Counter[int | None]
    """How often the server answered with each status; None where it closed the connection, 504 where it did not answer."""
    peak: float
    """Most memory that its process held, in MiB."""
    limit: float
    """What compose allows it, in MiB; the system refuses it more."""
    visits: int
    """Filter changes of visitors meanwhile."""
    errors: tuple[str, ...] = ()
    """What visitors were told in place of a page."""

    @property
    def holds(self) -> bool:
        """Whether nothing failed, all visitors were served, and memory stayed below the limit."""
        return not (FAILURES & set(self.statuses) or self.errors) and self.peak < self.limit and self.visits > 0

    def __str__(self) -> str:
        """Return it in two lines, and one for each error."""
        counts = ", ".join(f"{status or 'closed'}: {count}" for status, count in sorted(self.statuses.items(), key=str))
        beside = f"{counts}; {self.visits} filter changes beside"
        return "\n".join((beside, f"peak {self.peak:.0f} MiB of {self.limit:.0f}", *self.errors))


def attack(hostile: int, figures: int, *, visitors: int = 20, seed: int = 1) -> Report:
    """Attack a server that is started for it, and report.

    Parameters
    ----------
    hostile
        Number of hostile requests.
    figures
        Number of figures, all different, in all formats.
    visitors
        Sessions that change filters as long as the attack lasts.

    Raises
    ------
    NotMeasuredError
        If the server ends.
    """
    with _small_stacks(), serve(PAGE, environment=image_environment()) as server:
        wait_until_healthy(server)
        _limit_memory(server, memory_limit())
        changes: list[int] = []
        stop = asyncio.Event()
        loop = asyncio.new_event_loop()
        with ThreadPoolExecutor(1) as crowd:
            errors = crowd.submit(loop.run_until_complete, _visit_all(server, visitors, stop, changes))
            try:
                statuses = _ask_all(server, islice(requests(seed), hostile))
                statuses += _ask_all(server, islice(_figures(), figures))
            finally:
                loop.call_soon_threadsafe(stop.set)
        return Report(statuses, _peak(server), memory_limit(), len(changes), tuple(errors.result()))


def memory_limit() -> float:
    """Return the memory in MiB that compose gives to a replica."""
    limits = {service.get("mem_limit") for service in yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"].values()}
    (limit,) = limits - {None}
    return float(str(limit).removesuffix("m"))


def image_environment() -> dict[str, str]:
    """Return the variables that the image sets: of how memory is taken, among others."""
    lines = re.findall(r"^ENV (.+)$", (PROJECT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    return dict(word.split("=", 1) for line in lines for word in line.split())


def _figures() -> Iterable[bytes]:
    """Yield requests for figures, the largest that the address draws among them."""
    looks = ("figure.png?dpi=300", "figure.svg?size=slide", "figure.png?size=square&dpi=200&theme=dark", "figure.pdf?size=a4")
    for step, look in product(range(10_000), looks):
        at = f"{-9 - step / 1000:.3f},-75,{4.5 + step % 7 / 2}"
        yield f"GET /{look}&at={at} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()


def _ask_all(server: Server, asked: Iterable[bytes]) -> Counter[int | None]:
    try:
        with ThreadPoolExecutor(AT_ONCE) as clients:
            return Counter(clients.map(lambda request: ask(server.port, request), asked))
    except OSError as error:
        message = f"{error}; exit code of the server: {server.process.poll()}; it wrote at the end:\n{server.last_words()}"
        raise NotMeasuredError(message) from error


@contextmanager
def _small_stacks() -> Iterator[None]:
    """Have programs that are started meanwhile give their threads 2 MiB of stack: what a stack may take counts as taken."""
    soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    resource.setrlimit(resource.RLIMIT_STACK, (STACK, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_STACK, (soft, hard))


def _limit_memory(server: Server, mebibytes: float) -> None:
    """Have the system refuse the server more memory than compose gives it; where it cannot (only Linux can), the peak tells."""
    if hasattr(resource, "prlimit"):
        most = int(mebibytes * MEBIBYTE)
        resource.prlimit(server.process.pid, resource.RLIMIT_DATA, (most, most))


async def _visit_all(server: Server, visitors: int, stop: asyncio.Event, changes: list[int]) -> list[str]:
    """Visit until the stop; return what visitors were told in place of a page."""
    visits = (_visit(server, number, stop, changes) for number in range(visitors))
    return [str(end) for end in await asyncio.gather(*visits, return_exceptions=True) if isinstance(end, RunError)]


async def _visit(server: Server, number: int, stop: asyncio.Event, changes: list[int]) -> None:
    async with join(server, query=f"lang={'es' if number % 2 else 'en'}") as client:
        await client.load()
        while not stop.is_set():
            await client.change_filter()
            changes.append(number)
            began = perf_counter()
            while perf_counter() < began + 2 and not stop.is_set():  # noqa: ASYNC110 - it waits for whichever comes first
                await asyncio.sleep(0.1)


def _peak(server: Server) -> float:
    status = Path(f"/proc/{server.process.pid}/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return float(line.split()[1]) * 1024 / MEBIBYTE
