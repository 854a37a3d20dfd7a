"""The server calls nobody outside, whatever it is asked: every address that its process looks up or calls is noted."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.serving import serve

HOOK = """
import os, sys

def note(event, args):
    if event in {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}:
        host = str(args[1][0] if event in {"socket.connect", "socket.sendto"} and isinstance(args[1], tuple) else args[0])
        if host not in {"localhost", "127.0.0.1", "::1", "::", "0.0.0.0", "None"}:
            with open(os.environ["INGRESO_TEST_CALLS"], "a") as file:
                file.write(f"{event} {args[1:]}\\n")

sys.addaudithook(note)
"""
"""Python runs it in the server's process before anything else."""

PATHS = (
    "/", "/?v=1&auth=9307", "/nothing", "/ready", "/robots.txt", "/_stcore/health", "/_stcore/host-config",
    "/_stcore/metrics", "/_stcore/script-health-check", "/figure.svg?size=square", "/export.csv", "/data/claims.csv",
    "/component/streamlit_folium.st_folium/index.html", "/media/none", "/oauth2callback?code=1", "/auth/login?provider=x",
)  # fmt: skip
HEADERS = ({}, {"Origin": "https://evil.example"}, {"Host": "evil.example", "X-Forwarded-Host": "evil.example"})


@pytest.fixture
def calls(tmp_path: Path) -> Iterator[Path]:
    """Return the file that names every call to the outside."""
    (tmp_path / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    (tmp_path / "calls").touch()
    return tmp_path / "calls"


def test_no_request_makes_the_server_call_another_host(calls: Path) -> None:
    """Start, every kind of address with its own and with forged headers, and sockets of the page, of other sites and none."""
    environment = {"PYTHONPATH": str(calls.parent), "INGRESO_TEST_CALLS": str(calls)}
    with serve(environment=environment) as running:
        for path in PATHS:
            for headers in HEADERS:
                request = urllib.request.Request(f"{running.address}{path}", headers=headers)  # noqa: S310 - our own server
                with suppress(urllib.error.HTTPError), urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                    answer.read()
        stream = f"ws://localhost:{running.port}/_stcore/stream"
        for origin in ("https://evil.example", "null", f"http://localhost.evil.example:{running.port}"):
            with pytest.raises(InvalidStatus, match="403"):
                connect(stream, origin=origin, subprotocols=["streamlit"])
        for origin in (f"http://localhost:{running.port}", None):
            with connect(stream, origin=origin, subprotocols=["streamlit"]) as socket:
                socket.send(b"\x00")
    assert calls.read_text(encoding="utf-8") == ""


def test_the_note_is_taken(calls: Path) -> None:
    """A call to another host would be named."""
    environment = {"PYTHONPATH": str(calls.parent), "INGRESO_TEST_CALLS": str(calls)}
    calling = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 1))"

    subprocess.run([sys.executable, "-c", calling], env={**os.environ, **environment}, check=False)  # noqa: S603
    assert "192.0.2.1" in calls.read_text(encoding="utf-8")
