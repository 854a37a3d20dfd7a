"""The proxy that puts a server farther away."""

import socket
from collections.abc import Iterator
from threading import Thread

import pytest

from tests.bench.delaying import delay

SENT = b"0123456789" * 40_000


@pytest.fixture
def echo() -> Iterator[int]:
    """Run a server that answers one connection with what it is sent, and return its port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            with connection:
                while chunk := connection.recv(4096):
                    connection.sendall(chunk)

        thread = Thread(target=answer, daemon=True)
        thread.start()
        yield int(listener.getsockname()[1])


def test_every_byte_arrives_in_order(echo: int) -> None:
    """What is sent in one burst comes back whole; the end of the connection is passed on too."""
    with delay(echo, 20) as port, socket.create_connection(("localhost", port)) as near:
        sending = Thread(target=near.sendall, args=(SENT,))
        sending.start()
        received = b""
        while len(received) < len(SENT):
            received += near.recv(65_536)
        sending.join()
        assert received == SENT
        near.shutdown(socket.SHUT_WR)
        assert near.recv(1) == b""
