"""What the server does before the first visitor comes: it imports alone, and waits for data that is valid."""

import asyncio
import importlib
import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from types import ModuleType, SimpleNamespace

import pytest
from starlette.requests import Request

from geo.ui import resources
from geo.ui.resources import Resources, load_resources
from geo.ui.server import readiness


async def start_and_wait(until: Event | None = None) -> None:
    """Let the server begin, go on until an event, and end."""
    async with readiness.prewarm(None):
        if until:
            await asyncio.to_thread(until.wait, 30)


def run(until: Event | None = None) -> None:
    """Run the server's begin and end on a thread of its own."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, start_and_wait(until)).result(30)


def test_a_script_waits_until_everything_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    """No script imports beside the thread that does so at the start; without a server there is nothing to wait for."""
    readiness.wait_for_imports()
    going = Event()

    def import_slowly(name: str) -> ModuleType:
        """Import a module once the test lets it."""
        going.wait(10)
        return importlib.import_module(name)

    monkeypatch.setattr(readiness, "importlib", SimpleNamespace(import_module=import_slowly))
    run()
    script = Thread(target=readiness.wait_for_imports)
    script.start()
    script.join(0.2)
    assert script.is_alive()
    going.set()
    script.join(10)
    assert not script.is_alive()


def test_data_that_is_invalid_at_the_start_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server becomes ready when the data is mended, without a new start."""
    ready, answers = Event(), iter([None, None, load_resources()])
    monkeypatch.setattr(readiness, "READY", ready)
    monkeypatch.setattr(readiness, "_LOOK_AGAIN", 0.01)

    def find() -> Resources | None:
        assert not ready.is_set()
        return next(answers)

    monkeypatch.setattr(resources, "find_resources", find)
    run(until=ready)
    assert list(answers) == []


def test_readiness_says_whether_the_data_is_loaded_and_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    """503 before there is data; 200 with it, also while the files have faults and their last valid state is shown."""
    request = Request({"type": "http"})
    ready = Event()
    monkeypatch.setattr(readiness, "READY", ready)
    assert readiness.readiness(request).status_code == 503
    ready.set()
    answer = readiness.readiness(request)
    said = {"loaded": True, "valid": True, "faults": 0, "version": load_resources().stamp}
    assert (answer.status_code, json.loads(answer.body)) == (200, said)
