"""Bend: a connection that does not finish the head of its request is closed.

uvicorn 0.54, which Streamlit 1.67 starts without a way to configure it, waits for the rest of a request for as long as the
client likes: a thousand half-open requests hold a thousand connections. A proxy in front (nginx, ``client_header_timeout``)
does the same; an option of uvicorn for it would replace this.
"""

from asyncio import BaseTransport, TimerHandle
from typing import Any, Final, cast
from weakref import WeakKeyDictionary

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS: Final = 15.0
"""Within which the head of the first request must be complete, and of each further one from its first byte on."""

_timers: "WeakKeyDictionary[HttpToolsProtocol, TimerHandle]" = WeakKeyDictionary()


def install(seconds: float = HEAD_SECONDS) -> None:
    """Bend the protocol class; connections made from now on have the bound."""
    protocol = cast("Any", HttpToolsProtocol)
    if hasattr(protocol, "ingreso_original"):
        return
    made, begun, complete = protocol.connection_made, protocol.on_message_begin, protocol.on_headers_complete
    protocol.ingreso_original = (made, begun, complete)

    def connection_made(self: HttpToolsProtocol, transport: BaseTransport) -> None:
        """Start to wait for the first request."""
        made(self, transport)
        _wait(self, seconds)

    def on_message_begin(self: HttpToolsProtocol) -> None:
        """Start to wait for the rest of a head."""
        begun(self)
        _wait(self, seconds)

    def on_headers_complete(self: HttpToolsProtocol) -> None:
        """Wait no longer."""
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
