"""A limit for work that needs much memory: the process makes only a few figures and files at a time.

Requests wait in :class:`Queue`, which refuses further ones when too many wait. The downloads of the page use :func:`in_turn` on
a thread of their own. Both use the same semaphore, so the limit holds for the whole process.
"""

from collections.abc import Callable
from http import HTTPStatus
from threading import BoundedSemaphore
from typing import Final, ParamSpec, TypeVar

from anyio import CancelScope, CapacityLimiter, create_task_group, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive

P = ParamSpec("P")
T = TypeVar("T")

MOST_AT_ONCE: Final = 2
MOST_WAITING: Final = 24
MOST_PIXELS: Final = 10_000_000
"""Pixels of a PNG that the server draws; A4 at 300 dpi has 8.7 million. The command line draws larger ones."""

_RETRY_SECONDS: Final = "5"
_TURNS: Final = BoundedSemaphore(MOST_AT_ONCE)


def in_turn(make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a function that needs much memory; wait while :data:`MOST_AT_ONCE` are running. Not for the event loop's thread."""
    with _TURNS:
        return make(*args, **kwargs)


class Queue:
    """A queue of requests: a limited number wait, and each only as long as its client stays connected.

    Notes
    -----
    Waiting requests are counted here, before the first ``await``. The limiter's own count is too late: ``to_thread.run_sync``
    yields to the event loop before it queues, so that the count is 0 for all requests of one burst.
    """

    def __init__(self, *, most_at_once: int = MOST_AT_ONCE, most_waiting: int = MOST_WAITING) -> None:
        """Make an empty queue."""
        self._limiter = CapacityLimiter(most_at_once)
        self._places = most_at_once + most_waiting
        self._taken = 0

    async def answer(self, request: Request, make: Callable[[], Response]) -> Response:
        """Call ``make`` on a thread in its turn, and return its response; return 503 at once while too many wait.

        If the client disconnects, its request leaves the queue, and ``make`` is not called.
        """
        if self._taken >= self._places:
            return _busy("Too much is asked for at once. Try again soon.\n")
        self._taken += 1
        try:
            return await self._wait(request, make)
        finally:
            self._taken -= 1

    async def _wait(self, request: Request, make: Callable[[], Response]) -> Response:
        answer = _busy("The client has gone.\n")
        async with create_task_group() as group:
            group.start_soon(_cancel_when_gone, request.receive, group.cancel_scope)
            async with self._limiter:
                answer = await to_thread.run_sync(in_turn, make)
            group.cancel_scope.cancel()
        return answer


async def _cancel_when_gone(receive: Receive, scope: CancelScope) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    scope.cancel()


def _busy(text: str) -> Response:
    return PlainTextResponse(text, HTTPStatus.SERVICE_UNAVAILABLE, {"Retry-After": _RETRY_SECONDS})
