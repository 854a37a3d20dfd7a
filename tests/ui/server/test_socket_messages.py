"""Of what a browser may send, the page takes what it needs."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from geo.ui.server.socket_messages import TAKEN, SocketMessages

KINDS = [field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]
REFUSED = sorted({*KINDS} - TAKEN)
END: Message = {"type": "websocket.disconnect", "code": 1000}


def frame(kind: str) -> Message:
    """Return a message of a kind, as it comes over the socket."""
    message = BackMsg()
    field = BackMsg.DESCRIPTOR.fields_by_name[kind]
    if field.message_type:
        getattr(message, kind).SetInParent()
    else:
        setattr(message, kind, field.type == field.TYPE_BOOL or "x")
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def arrived(*sent: Message) -> list[Message]:
    """Return which of some messages reach the application, the end among them."""
    waiting, seen = [*sent, END], list[Message]()

    async def receive() -> Message:
        return waiting.pop(0)

    async def application(_scope: Scope, receive: Receive, _send: Send) -> None:
        while END not in seen:
            seen.append(await receive())

    async def send(_message: Message) -> None: ...

    asyncio.run(SocketMessages(application)({"type": "websocket"}, receive, send))
    return seen


def test_what_the_page_sends_is_known_to_streamlit() -> None:
    """If this fails after an upgrade, a message has another name, and pages would wait for ever."""
    assert {*KINDS} > TAKEN
    assert {"clear_cache", "load_git_info", "set_run_on_save", "file_urls_request", "debug_shutdown_runtime"} <= {*REFUSED}


@pytest.mark.parametrize("kind", REFUSED)
def test_messages_of_the_developers_menu_do_not_arrive(kind: str) -> None:
    """What comes after them does."""
    assert arrived(frame(kind), frame("rerun_script")) == [frame("rerun_script"), END]


@pytest.mark.parametrize("kind", sorted(TAKEN))
def test_messages_of_the_page_arrive(kind: str) -> None:
    """Unchanged."""
    assert arrived(frame(kind)) == [frame(kind), END]


@pytest.mark.parametrize(
    "content", [{"bytes": b"\xff\xff rubbish"}, {"bytes": b""}, {"bytes": None, "text": "text"}, {"text": "text"}]
)
def test_what_is_no_message_is_left_to_streamlit(content: dict[str, object]) -> None:
    """It closes the socket."""
    message = {"type": "websocket.receive", **content}
    assert arrived(message) == [message, END]
