"""Servers of the pages: started as a visitor's host would, stopped with certainty, and weighed."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from time import monotonic, sleep, time
from typing import Final

from tests.bench.subjects import PEERS, PLAIN, UNITS, Subject

START_SECONDS = 60
STOP_SECONDS = 10
LAST_WORDS = 2000
"""Characters of a server's log that are worth reading when a run has failed."""
PEER_PYTHON: Final = Path(sys.prefix) / "peers" / "bin" / "python"
"""The interpreter of the peers: their packages are no part of the app's environment. ``make bench`` makes it."""


class NotMeasuredError(Exception):
    """Something could not be measured; the message says what, and why."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server of one page, on this machine."""

    subject: Subject
    port: int
    process: subprocess.Popen[bytes]
    started: float
    """When its process was spawned: seconds since the epoch, the clock that a browser has too."""
    log: Path
    """What it has written, for as long as it runs."""

    @property
    def address(self) -> str:
        """Address of the server, without a slash at its end."""
        return f"http://localhost:{self.port}"

    def resident_kib(self) -> float:
        """Return the resident memory of the process.

        Raises
        ------
        NotMeasuredError
            If the server has ended, or the system does not say; only Linux does, in this way.
        """
        refuse_ended(self)
        status = Path(f"/proc/{self.process.pid}/status")
        found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
        if not found:
            message = f"memory of the {self.subject.name}: {status} says nothing"
            raise NotMeasuredError(message)
        return float(found[1])

    def last_words(self) -> str:
        """Return the end of what it has written: why a run failed is said nowhere else."""
        return self.log.read_text(encoding="utf-8", errors="replace")[-LAST_WORDS:]


def refuse_ended(server: Server) -> None:
    """Raise if a server has ended: what its sessions then met is no error of a run.

    Raises
    ------
    NotMeasuredError
        With the exit code; a negative one is the signal by which it was ended, from outside.
    """
    code = server.process.poll()
    if code is not None:
        message = f"the server of the {server.subject.name} has ended with exit code {code}"
        raise NotMeasuredError(message)


def installed_peers() -> tuple[Subject, ...]:
    """Return the peers that can be measured: all of them, or none where their packages are not installed."""
    return PEERS if PEER_PYTHON.exists() else ()


@contextmanager
def serve(subject: Subject, *, port: int = 0, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Run the server of a page for as long as the block lasts; it may not answer yet when the block begins.

    Parameters
    ----------
    port
        0 takes any that is free.
    environment
        Variables that the server has besides those of this process.
    """
    port = port or free_port()
    with _folder(subject) as folder, tempfile.NamedTemporaryFile() as log:
        variables = {**os.environ, "BENCH_UNITS": str(UNITS), **(environment or {})}
        started = time()
        with subprocess.Popen(  # noqa: S603 - our own interpreter, our own arguments
            _command(subject, port), cwd=folder, env=variables, stdout=log, stderr=subprocess.STDOUT
        ) as process:
            try:
                yield Server(subject, port, process, started, Path(log.name))
            finally:
                _stop(process)


def wait_until_healthy(server: Server) -> None:
    """Wait until a server answers.

    Raises
    ------
    NotMeasuredError
        If it ends, or does not answer in a minute.
    """
    path = "/_stcore/health" if server.subject.runner == "streamlit" else server.subject.path
    end = monotonic() + START_SECONDS
    while monotonic() < end and server.process.poll() is None:
        try:
            with urllib.request.urlopen(server.address + path, timeout=2):  # noqa: S310 - an address of our own
                return
        except OSError:
            sleep(0.01)
    message = f"the {server.subject.name} did not start within {START_SECONDS} s (exit code {server.process.poll()})"
    raise NotMeasuredError(message)


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _command(subject: Subject, port: int) -> list[str]:
    if subject.runner == "peer":
        return [str(PEER_PYTHON), subject.script, str(port)]
    if subject.runner == "static":
        return [sys.executable, "-m", "http.server", str(port), "--bind", "localhost", "--protocol", "HTTP/1.1"]
    command = [sys.executable, "-m", "streamlit", "run", subject.script, "--server.port", str(port)]
    command += ["--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.address", "localhost"]
    return [*command, "--server.enableStaticServing", "true"] if subject is PLAIN else command


@contextmanager
def _folder(subject: Subject) -> Iterator[Path]:
    """Return the folder to run in; the plain page's is made for it, with Leaflet among its static files."""
    if subject is not PLAIN:
        yield subject.folder
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(subject.folder / subject.script, folder)
        shutil.copytree(str(files("js_lib_leaflet") / "static" / "js_lib_leaflet"), folder / "static")
        yield folder


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
