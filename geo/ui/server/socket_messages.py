"""What a browser may ask of the page's socket: to run the page, to stop, and to answer for it.

Design note, 2026-12-01. Streamlit 1.67 takes messages of its developer's menu from every visitor too: one empties the caches of
all visitors, one answers with the state of the repository that the page runs from, one hands out addresses for uploads.
The page sends none of them. They are dropped before Streamlit sees them.
"""

from typing import Final

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

TAKEN: Final = frozenset({"rerun_script", "stop_script", "app_heartbeat", "backend_operation_request"})
"""Kinds of messages that are passed on."""


class SocketMessages:
    """Middleware that drops messages which the page does not send."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; of a socket's messages only those that are taken arrive."""

        async def receive_taken() -> Message:
            """Return the next message that is taken."""
            message = await receive()
            while not is_taken(message):
                message = await receive()
            return message

        await self._app(scope, receive_taken if scope["type"] == "websocket" else receive, send)


def is_taken(message: Message) -> bool:
    """Whether a message of a socket is passed on; what is no message of the page is, so that Streamlit closes the socket."""
    frame = message.get("bytes")
    if message["type"] != "websocket.receive" or not frame:
        return True
    try:
        return BackMsg.FromString(frame).WhichOneof("type") in {*TAKEN, None}
    except DecodeError:
        return True
