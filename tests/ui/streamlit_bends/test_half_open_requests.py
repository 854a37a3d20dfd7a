"""A connection that does not finish its request, or whose head is long, is closed; one that does is answered."""

import socket
from collections.abc import Iterator
from threading import Thread
from time import monotonic, sleep

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from geo.ui.streamlit_bends import half_open_requests


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Run a server whose protocol is bent to a fifth of a second."""
    for name in ("connection_made", "on_message_begin", "on_headers_complete", "data_received"):
        monkeypatch.setattr(HttpToolsProtocol, name, getattr(HttpToolsProtocol, name))
    monkeypatch.delattr(HttpToolsProtocol, "ingreso_original", raising=False)
    half_open_requests.install(0.2, most_bytes=5000)
    server = uvicorn.Server(uvicorn.Config(PlainTextResponse("here"), port=0, http="httptools", log_level="warning"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    end = monotonic() + 10
    while not server.started and monotonic() < end:
        sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(10)
    del HttpToolsProtocol.ingreso_original


@pytest.mark.parametrize("begin", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX: "], ids=["silence", "a line", "a head"])
def test_a_half_open_request_is_closed(port: int, begin: bytes) -> None:
    """If this fails after an upgrade of uvicorn, the bend no longer bounds how long a request may take to arrive."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(begin)
        assert client.recv(100) == b""


def test_a_whole_request_is_answered_and_the_next_one_is_bounded_too(port: int) -> None:
    """On a connection that stays open."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        sleep(0.3)
        assert client.recv(1000).endswith(b"here")
        client.sendall(b"GET / HT")
        assert client.recv(100) == b""


LONG = {"one header": b"X: " + b"x" * 6000, "many headers": b"X: y\r\n" * 1000, "the address": b"x" * 6000}


@pytest.mark.parametrize("rest", LONG.values(), ids=LONG)
def test_a_long_head_is_refused_before_its_end(port: int, rest: bytes) -> None:
    """If this fails after an upgrade of uvicorn, the bend no longer bounds how much of a request is kept."""
    begin = b"GET /" if set(rest) == {ord("x")} else b"GET / HTTP/1.1\r\nHost: x\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(begin + rest)
        assert client.recv(100).startswith(b"HTTP/1.1 431 ")


def test_the_bound_is_of_one_head(port: int) -> None:
    """Many requests on one connection, and a body, are not a long head."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        for _ in range(4):
            client.sendall(
                b"POST / HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 2000 + b"\r\nContent-Length: 6000\r\n\r\n" + b"x" * 6000
            )
            assert client.recv(1000).endswith(b"here")
