"""Many visitors without as many browsers: clients that speak Streamlit's protocol and nothing else.

A client does what the browser's half of Streamlit does: it asks for a run, keeps the state of the widget that it changes, the
address that the page wrote, and the large messages that the server may then send as a mere reference.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from tests.bench.servers import Server

RUN_SECONDS = 60
"""A run that takes longer is an error."""
KEPT_RUNS = 2
"""A browser keeps a large message for so many runs without it."""
FINISHED_WELL = ForwardMsg.FINISHED_SUCCESSFULLY


class RunError(Exception):
    """A run of the page that did not end well."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the page, as a client sees it."""

    seconds: float
    """From the request to the end of the script."""
    messages: tuple[ForwardMsg, ...]
    sizes: tuple[int, ...]
    """Bytes of each message, as it came over the wire."""


@dataclass(slots=True)
class Client:
    """One session of a page."""

    connection: ClientConnection
    widget: str
    """End of the id of the widget that is changed; empty for the first checkbox."""
    query: str = ""
    on: bool = False
    widget_id: str = ""
    runs: int = 0
    cached: dict[str, int] = field(default_factory=dict)
    """Hashes of large messages that are kept, and the run in which each was met last."""

    async def load(self) -> Run:
        """Ask for the first run, and find the widget in it."""
        run = await self._run()
        for message in run.messages:
            element = message.delta.new_element
            if element.HasField("checkbox") and element.checkbox.id.endswith(self.widget) and not self.widget_id:
                self.widget_id, self.on = element.checkbox.id, element.checkbox.default
                if element.checkbox.set_value:
                    self.on = element.checkbox.value
        if not self.widget_id:
            error = f"the page has no checkbox with an id that ends with {self.widget!r}"
            raise RunError(error)
        return run

    async def change_filter(self) -> Run:
        """Change the widget, and ask for a run."""
        self.on = not self.on
        return await self._run()

    async def follow(self, query: str) -> Run:
        """Open another view by its link, as Back and Forward do."""
        self.query = query
        return await self._run()

    async def _run(self) -> Run:
        started = perf_counter()
        try:
            async with asyncio.timeout(RUN_SECONDS):
                await self.connection.send(self._request())
                messages, sizes = await self._answer()
        except (OSError, TimeoutError, WebSocketException) as error:
            raise RunError(_told(error)) from error
        return Run(perf_counter() - started, tuple(messages), tuple(sizes))

    def _request(self) -> bytes:
        self.runs += 1
        self.cached = {name: met for name, met in self.cached.items() if self.runs - met <= KEPT_RUNS}
        request = BackMsg()
        state = request.rerun_script
        state.query_string = self.query
        state.context_info.locale = "en-GB"
        state.context_info.timezone = "UTC"
        state.cached_message_hashes.extend(self.cached)
        if self.widget_id:
            widget = state.widget_states.widgets.add()
            widget.id, widget.bool_value = self.widget_id, self.on
        written: bytes = request.SerializeToString()
        return written

    async def _answer(self) -> tuple[list[ForwardMsg], list[int]]:
        messages: list[ForwardMsg] = []
        sizes: list[int] = []
        while not (messages and messages[-1].WhichOneof("type") == "script_finished"):
            frame = await self.connection.recv(decode=False)
            message = ForwardMsg.FromString(frame)
            self._keep(message)
            messages.append(message)
            sizes.append(len(frame))
        if messages[-1].script_finished != FINISHED_WELL:
            raise RunError(ForwardMsg.ScriptFinishedStatus.Name(messages[-1].script_finished))
        return messages, sizes

    def _keep(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        if kind == "ref_hash" or message.metadata.cacheable:
            self.cached[message.ref_hash if kind == "ref_hash" else message.hash] = self.runs
        if message.delta.new_element.HasField("exception"):
            raise RunError(message.delta.new_element.exception.message)


@asynccontextmanager
async def join(server: Server, *, query: str = "") -> AsyncIterator[Client]:
    """Open a session of a page, which ends with the block; no run has been asked for yet.

    Raises
    ------
    RunError
        If the server does not take it.
    """
    address = f"ws://localhost:{server.port}/_stcore/stream"
    subprotocols = [Subprotocol("streamlit")]
    try:
        connection = await connect(
            address,
            subprotocols=subprotocols,
            max_size=None,
            max_queue=None,
            compression=None,
            ping_interval=None,
            open_timeout=RUN_SECONDS,
        )
    except (OSError, TimeoutError, WebSocketException) as error:
        raise RunError(_told(error)) from error
    try:
        yield Client(connection, server.subject.widget, query)
    finally:
        await connection.close()


def _told(error: Exception) -> str:
    """Return what an error is and says: of a closed connection its code and reason, or that there was none."""
    return f"{type(error).__name__}: {error}".removesuffix(": ")
