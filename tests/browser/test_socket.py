"""The page's socket takes no more than a page sends."""

import socket
import struct

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosedError
from websockets.sync.client import connect

MEBIBYTE = 2**20


def test_a_long_frame_is_refused(server: str) -> None:
    """More than a mebibyte in one frame closes the connection; a page sends some kilobytes."""
    with connect(server.replace("http", "ws") + "/_stcore/stream", subprotocols=["streamlit"]) as stream:
        stream.send(bytes(2 * MEBIBYTE))
        with pytest.raises(ConnectionClosedError, match="1009"):
            stream.recv(timeout=10)


def test_it_is_refused_before_it_is_read(server: str) -> None:
    """The head of a frame that says 190 megabytes is enough: the server closes without waiting for the rest."""
    port = int(server.rpartition(":")[2])
    head = (
        f"GET /_stcore/stream HTTP/1.1\r\nHost: localhost:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: streamlit\r\n\r\n"
    )
    with socket.create_connection(("localhost", port), timeout=10) as client:
        client.sendall(head.encode())
        received = b""
        while b"\r\n\r\n" not in received:
            received += client.recv(4096)
        assert b" 101 " in received
        client.sendall(struct.pack(">BBQ4x", 0x82, 0x80 | 127, 190 * MEBIBYTE))
        received = b""
        while part := client.recv(4096):
            received += part
        assert struct.pack(">H", 1009) in received


def test_a_small_frame_that_unpacks_to_a_large_one_is_refused(server: str) -> None:
    """The bound is of what a frame holds, not of what comes over the wire."""
    with connect(server.replace("http", "ws") + "/_stcore/stream", subprotocols=["streamlit"], compression="deflate") as stream:
        stream.send(bytes(100 * MEBIBYTE))
        with pytest.raises(ConnectionClosedError, match="1009"):
            stream.recv(timeout=10)


def test_a_visitor_cannot_use_the_developers_menu(server: str) -> None:
    """A message that empties the caches of all visitors is not taken: the socket goes on, and answers the next one alone."""
    with connect(server.replace("http", "ws") + "/_stcore/stream", subprotocols=["streamlit"]) as stream:
        for kind in ("clear_cache", "load_git_info"):
            stream.send(BackMsg(**{kind: True}).SerializeToString())
        stream.send(BackMsg(rerun_script={"query_string": "lang=en"}).SerializeToString())
        kinds = []
        while "script_finished" not in kinds:
            kinds.append(ForwardMsg.FromString(stream.recv(timeout=60, decode=False)).WhichOneof("type"))
    assert "git_info_changed" not in kinds
