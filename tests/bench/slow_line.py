"""A phone on a slow line: what a first visit shows when, what it fetches, and what a second one still fetches.

Chromium slows the line (CDP, ``Network.emulateNetworkConditions``): every answer and its bytes, but on no
page what comes over a websocket. So page and floor are faster here than on a real line, by their messages.
"""

import json
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import click
from playwright.sync_api import Browser, BrowserContext, Page

from tests.bench.plans import Findings, Plan
from tests.bench.results import SLOW_BYTES, SLOW_PICTURE, SLOW_READY, SLOW_REQUESTS, second
from tests.bench.servers import Server, installed_peers, serve, wait_until_healthy
from tests.bench.subjects import LIGHT, PAGE, PROJECT, SITE, SUBJECTS
from tests.bench.watching import PHONE, Visitor, open_browser, open_device

LINE: Final = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""Milliseconds, bytes a second."""


@dataclass(slots=True)
class Traffic:
    """What came over the line, as Chromium reports it; a request that the cache answers is none."""

    requests: set[str] = field(default_factory=set)
    kilobytes: float = 0.0

    def watch(self, page: Page) -> None:
        """Slow the line of a page, and count from now on."""
        line = page.context.new_cdp_session(page)
        line.on("Network.requestWillBeSent", lambda event: self._asked(event))  # noqa: PLW0108 - Playwright marks what it is given
        line.on("Network.requestServedFromCache", lambda event: self.requests.discard(event["requestId"]))
        line.on("Network.responseReceived", lambda event: self._answered(event))  # noqa: PLW0108
        line.on("Network.loadingFinished", lambda event: self._came(event["encodedDataLength"]))
        line.on("Network.webSocketFrameReceived", lambda event: self._came(frame_bytes(event["response"])))
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", LINE)

    def _asked(self, event: Mapping[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):
            self.requests.add(event["requestId"])

    def _answered(self, event: Mapping[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            self.requests.discard(event["requestId"])

    def _came(self, size: float) -> None:
        self.kilobytes += size / 1000


def frame_bytes(frame: Mapping[str, Any]) -> int:
    """Return the size of a websocket frame, of which the protocol gives binary data in base64."""
    payload: str = frame["payloadData"]
    return len(payload.encode()) if frame["opcode"] == 1 else len(payload) * 3 // 4 - payload[-2:].count("=")


def measure_slow_line(plan: Plan, findings: Findings) -> None:
    """Visit every page twice on a phone on a slow line."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(subject)) for subject in (*SUBJECTS, *installed_peers())]
        servers += stack.enter_context(serve_site())
        browser = stack.enter_context(open_browser())
        for server in servers:
            wait_until_healthy(server)
        servers += [replace(server, subject=LIGHT) for server in servers if server.subject is PAGE and has_light_page(server)]
        for server in servers:
            _warm(browser, server)
        for _ in range(plan.visits):
            for server in servers:
                with open_device(browser, server.subject, PHONE) as phone:
                    _visit(phone, server, findings)
                    _visit(phone, server, findings, again=True)


def _warm(browser: Browser, server: Server) -> None:
    """Be the first visitor, on a fast line, for whom a server makes what it then keeps."""
    with open_device(browser, server.subject, PHONE) as phone:
        Visitor.visit(phone, server).first_view()


def _visit(phone: BrowserContext, server: Server, findings: Findings, *, again: bool = False) -> None:
    traffic = Traffic()
    visitor = Visitor.visit(phone, server, prepare=traffic.watch)
    ready = visitor.first_view()
    if server.subject.switch:
        ready = max(ready, visitor.first_time("usable") or ready)
    picture = visitor.first_time("picture")
    found = {SLOW_READY: ready - visitor.opened, SLOW_BYTES: traffic.kilobytes, SLOW_REQUESTS: len(traffic.requests)}
    if picture:
        found[SLOW_PICTURE] = picture - visitor.opened
    for name, value in found.items():
        findings[second(name) if again else name, server.subject.name].append(value)
    visitor.page.close()


def has_light_page(server: Server) -> bool:
    """Whether the server has a light page; of an address that it does not know it says what it says of the page."""
    with urllib.request.urlopen(server.address + LIGHT.path, timeout=30) as answer:  # noqa: S310 - an address of our own
        return b'id="root"' not in answer.read()


@contextmanager
def serve_site() -> Iterator[list[Server]]:
    """Write the static site and serve it; there is no server where ``python -m geo`` cannot write one."""
    with tempfile.TemporaryDirectory() as name:
        command = [sys.executable, "-m", "geo", "site", str(Path(name) / "site")]
        written = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
        if written.returncode:
            click.echo(f"static site: {json.dumps(written.stderr[-200:])}", err=True)
            yield []
            return
        with serve(replace(SITE, folder=Path(name) / "site")) as server:
            yield [server]
