"""Servers of the page for the tests: started as the README says, stopped with certainty."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

PROJECT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
STOP_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Server:
    """A running server of the page."""

    port: int
    process: subprocess.Popen[bytes]
    path: str = ""
    """Under which the page lies, with a slash at its beginning alone."""

    @property
    def address(self) -> str:
        """Address of the page, without a slash at its end."""
        return f"http://localhost:{self.port}{self.path}"


@contextmanager
def serve(
    *, port: int = 0, folder: Path = PROJECT, path: str = "", environment: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """Run the page for as long as the block lasts; it answers when the block begins.

    Parameters
    ----------
    port
        0 takes any that is free.
    folder
        Where the project lies.
    path
        Under which the page shall lie.
    environment
        Variables that the server has besides those of the test.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    if path:
        command += ["--server.baseUrlPath", path]
    with subprocess.Popen(command, cwd=folder, env={**os.environ, **(environment or {})}) as process:  # noqa: S603 - our own
        try:
            wait_until_healthy(f"http://localhost:{port}{path}", process)
            yield Server(port, process, path)
        finally:
            stop(process)


def wait_until_open(port: int) -> None:
    """Wait until somebody listens on a port of this machine.

    Raises
    ------
    AssertionError
        If nobody does within a minute.
    """
    end = monotonic() + START_SECONDS
    while monotonic() < end:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.05)
    message = f"nobody listens on port {port}"
    raise AssertionError(message)


def wait_until_healthy(address: str, process: subprocess.Popen[bytes], *, path: str = "/_stcore/health") -> None:
    """Wait until a server answers at a path with 200; at ``/ready`` it does when it has the data.

    Raises
    ------
    AssertionError
        If it ends, or does not answer in a minute.
    """
    end = monotonic() + START_SECONDS
    while monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}{path}", timeout=2):  # noqa: S310 - an address of our own
                return
        except OSError:
            sleep(0.1)
    message = f"the page did not start within {START_SECONDS} s (exit code {process.poll()})"
    raise AssertionError(message)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process, kindly first."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
