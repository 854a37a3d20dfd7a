"""Bend: the server closes a connection whose request head is not complete in time, or is too large.

uvicorn 0.54, which Streamlit 1.67 starts without a way to configure it, waits for the rest of a request for as long as the
client likes, and keeps all of it: a thousand half-open requests hold a thousand connections, and 300 MB of headers took 1.7 GB.
A proxy in front (nginx, ``client_header_timeout``, ``large_client_header_buffers``) does the same; options of uvicorn's
httptools protocol for it would replace this.
"""

from asyncio import BaseTransport, TimerHandle
from typing import Any, Final, cast
from weakref import WeakKeyDictionary

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS: Final = 15.0
"""Seconds in which the head of a request must be complete: counted from the connection, later ones from their first byte."""

MOST_BYTES: Final = 64 * 1024
"""Of the head of a request; a link of the page has some 2,000."""
_TOO_LARGE: Final = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

_timers: "WeakKeyDictionary[HttpToolsProtocol, TimerHandle]" = WeakKeyDictionary()
"""Of the connections whose next head is not complete."""
_sizes: "WeakKeyDictionary[HttpToolsProtocol, int]" = WeakKeyDictionary()
"""Bytes that have come of that head."""


def install(seconds: float = HEAD_SECONDS, most_bytes: int = MOST_BYTES) -> None:
    """Change the protocol class; new connections have the limits."""
    protocol = cast("Any", HttpToolsProtocol)
    if hasattr(protocol, "ingreso_original"):
        return
    made, begun, complete = protocol.connection_made, protocol.on_message_begin, protocol.on_headers_complete
    received = protocol.data_received
    protocol.ingreso_original = (made, begun, complete, received)

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

    def data_received(self: HttpToolsProtocol, data: bytes) -> None:
        """Take what has come, and refuse a head that is too long."""
        received(self, data)
        if self in _timers:
            _sizes[self] = _sizes.get(self, 0) + len(data)
            if _sizes[self] > most_bytes:
                self.transport.write(_TOO_LARGE)
                self.transport.close()

    protocol.connection_made, protocol.on_message_begin = connection_made, on_message_begin
    protocol.on_headers_complete, protocol.data_received = on_headers_complete, data_received


def _wait(protocol: HttpToolsProtocol, seconds: float) -> None:
    _stop(protocol)
    _timers[protocol] = protocol.loop.call_later(seconds, protocol.transport.close)


def _stop(protocol: HttpToolsProtocol) -> None:
    _sizes.pop(protocol, None)
    timer = _timers.pop(protocol, None)
    if timer:
        timer.cancel()
