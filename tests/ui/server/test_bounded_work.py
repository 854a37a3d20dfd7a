"""The queue of what takes much memory: a bounded number waits, the rest is refused at once, and nobody works for the gone."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from geo.ui.server.bounded_work import Queue, in_turn


def request_of(gone: asyncio.Event) -> Request:
    """Return a request whose client goes when the event is set."""
    first = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, Any]:
        for message in first:
            return message
        await gone.wait()
        return {"type": "http.disconnect"}

    return Request({"type": "http"}, receive)


def run(work: Callable[[], Awaitable[None]]) -> None:
    """Run a coroutine on a thread of its own: a browser of other tests may have a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work()).result(30)


def test_of_one_burst_the_rest_is_refused_at_once() -> None:
    """Of 80 that come in one go, two are worked on, as many wait as may, and the others are told when to come again."""
    going = Event()

    def make() -> Response:
        going.wait(10)
        return PlainTextResponse("made")

    async def burst() -> None:
        queue, stays = Queue(most_at_once=2, most_waiting=24), asyncio.Event()
        tasks = [asyncio.create_task(queue.answer(request_of(stays), make)) for _ in range(80)]
        done, pending = await asyncio.wait(tasks, timeout=1)
        assert len(pending) == 26
        assert {(task.result().status_code, task.result().headers["retry-after"]) for task in done} == {(503, "5")}
        going.set()
        assert {(await task).body for task in pending} == {b"made"}
        assert (await queue.answer(request_of(stays), make)).body == b"made"

    run(burst)


def test_nothing_is_made_for_a_client_that_has_gone() -> None:
    """Who leaves while waiting frees its place, and its file is not made; what was begun is finished."""
    going, begun, made = Event(), Event(), []

    def make(number: int) -> Response:
        begun.set()
        going.wait(10)
        made.append(number)
        return PlainTextResponse("made")

    async def leave() -> None:
        queue, stays, leaves = Queue(most_at_once=1, most_waiting=1), asyncio.Event(), asyncio.Event()
        first = asyncio.create_task(queue.answer(request_of(stays), lambda: make(1)))
        await asyncio.to_thread(begun.wait, 10)
        second = asyncio.create_task(queue.answer(request_of(leaves), lambda: make(2)))
        await asyncio.sleep(0)
        assert (await queue.answer(request_of(stays), lambda: make(3))).status_code == 503
        leaves.set()
        await second
        third = asyncio.create_task(queue.answer(request_of(stays), lambda: make(4)))
        await asyncio.sleep(0.05)
        going.set()
        await asyncio.gather(first, third)

    run(leave)
    assert made == [1, 4]


def test_the_page_and_the_addresses_share_the_turns() -> None:
    """However many threads ask, two work at a time."""
    lock, now, most = Lock(), 0, 0

    def make() -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        Event().wait(0.01)
        with lock:
            now -= 1

    with ThreadPoolExecutor(10) as threads:
        for future in [threads.submit(in_turn, make) for _ in range(20)]:
            future.result()
    assert most == 2
