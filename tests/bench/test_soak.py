"""A short soak, in every run of the tests: the long one is ``python -m tests.bench.soak``."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.clients import RunError, join
from tests.bench.loads import telling_of
from tests.bench.servers import Server, serve, wait_until_healthy
from tests.bench.soak import Crowd, soak
from tests.bench.subjects import FLOOR

MOST_GROWTH = 10.0
"""Percent: in so short a time the allocator alone moves by a few."""


def test_visitors_come_and_go_and_the_memory_stays() -> None:
    """Eight visitors at a time, each for a few seconds: all their runs end well, and the server does not grow."""
    with ThreadPoolExecutor(1) as pool:  # Playwright keeps a loop of its own in the thread of the tests
        found = pool.submit(soak, 12.0, Crowd(sessions=8, stay=3.0, pause=0.5)).result()
    assert found.visits >= 16
    assert found.changes > found.visits
    assert found.growth < MOST_GROWTH


def test_a_run_that_fails_says_what_the_server_wrote(tmp_path: Path) -> None:
    """The page tells a visitor nothing of an error, so what the server wrote goes with it."""
    script = 'import streamlit as st\nif st.checkbox("go"):\n    raise ValueError("said to the log alone")\n'
    tmp_path.joinpath("failing.py").write_text(script, encoding="utf-8")
    subject = replace(FLOOR, folder=tmp_path, script="failing.py")

    async def fail(running: Server) -> None:
        async with join(running) as client:
            await client.load()
            await client.change_filter()

    with serve(subject) as server:
        wait_until_healthy(server)
        with ThreadPoolExecutor(1) as pool, pytest.raises(RunError, match="said to the log alone"), telling_of(server):
            pool.submit(asyncio.run, fail(server)).result()
