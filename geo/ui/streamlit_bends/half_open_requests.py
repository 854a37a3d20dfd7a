"""Bend: the server closes a connection that does not complete the head of its request in time.

uvicorn 0.54, which Streamlit 1.67 starts without a way to configure it, waits for the rest of a request for as long as the
client likes: a thousand half-open requests hold a thousand connections. A proxy in front (nginx, ``client_header_timeout``)
does the same; an option of uvicorn for it would replace this.
"""

from asyncio import BaseTransport, TimerHandle
from typing import Any, Final, cast
from weakref import WeakKeyDictionary

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS: Final = 15.0
"""Seconds in which the head of a request must be complete: counted from the connection, later ones from their first byte."""

_timers: "WeakKeyDictionary[HttpToolsProtocol, TimerHandle]" = WeakKeyDictionary()


def install(seconds: float = HEAD_SECONDS) -> None:
    """Change the protocol class; new connections have the limit."""
    protocol = cast("Any", HttpToolsProtocol)
    if hasattr(protocol, "ingreso_original"):
        return
    made, begun, complete = protocol.connection_made, protocol.on_message_begin, protocol.on_headers_complete
    protocol.ingreso_original = (made, begun, complete)

    def connection_made(self: HttpToolsProtocol, transport: BaseTransport) -> None:
        """Start the timer for the first request."""
        made(self, transport)
        _wait(self, seconds)

    def on_message_begin(self: HttpToolsProtocol) -> None:
        """Start the timer for the rest of a head."""
        begun(self)
        _wait(self, seconds)

    def on_headers_complete(self: HttpToolsProtocol) -> None:
        """Stop the timer."""
        _stop(self)
        complete(self)

    protocol.connection_made, protocol.on_message_begin = connection_made, on_message_begin
    protocol.on_headers_complete = on_headers_complete


def _wait(protocol: HttpToolsProtocol, seconds: float) -> None:
    _stop(protocol)
    _timers[protocol] = protocol.loop.call_later(seconds, protocol.transport.close)


def _stop(protocol: HttpToolsProtocol) -> None:
    timer = _timers.pop(protocol, None)
    if timer:
        timer.cancel()
