"""A server farther away: a proxy on this machine that holds back everything that goes through it, either way.

It passes bytes on, not requests, so WebSocket traffic goes through it as well. Bytes keep their order and are not held back by
one another: what comes in a burst leaves in a burst, half a round trip later.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

CHUNK = 65_536
"""Most bytes that are read at once."""


@contextmanager
def delay(port: int, round_trip_ms: float) -> Iterator[int]:
    """Offer a server of this machine at another port, which is returned, so many milliseconds farther away."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    proxy = _Proxy(port, round_trip_ms / 2000)
    try:
        yield asyncio.run_coroutine_threadsafe(proxy.listen(), loop).result()
    finally:
        asyncio.run_coroutine_threadsafe(proxy.close(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class _Proxy:
    """A listener, and the connections that it has accepted."""

    def __init__(self, port: int, seconds: float) -> None:
        self.port = port
        self.seconds = seconds
        self.tasks: set[asyncio.Task[None]] = set()
        self.server: asyncio.Server | None = None

    async def listen(self) -> int:
        self.server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        return int(self.server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        if self.server:
            self.server.close()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def _accept(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        try:
            far, on = await asyncio.open_connection("localhost", self.port)
        except OSError:
            back.close()
            return
        with suppress(OSError, asyncio.CancelledError):  # the server of asyncio in Python 3.11 would report the cancelled task
            await asyncio.gather(self._pass_on(near, on), self._pass_on(far, back))

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Write what is read half a round trip after it has come, and close when nothing more comes."""
        loop = asyncio.get_running_loop()
        held: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        writing = asyncio.create_task(_write(held, writer))
        try:
            while chunk := await reader.read(CHUNK):
                held.put_nowait((loop.time() + self.seconds, chunk))
        finally:
            held.put_nowait((loop.time() + self.seconds, b""))
            await writing


async def _write(held: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
    """Write what is held when it is due; an empty chunk is the end."""
    loop = asyncio.get_running_loop()
    while True:
        due, chunk = await held.get()
        await asyncio.sleep(max(0.0, due - loop.time()))
        if not chunk:
            writer.close()
            return
        with suppress(OSError):
            writer.write(chunk)
            await writer.drain()
