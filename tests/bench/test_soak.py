"""A short soak, in every run of the tests: the long one is ``python -m tests.bench.soak``."""

from concurrent.futures import ThreadPoolExecutor

from tests.bench.soak import Crowd, soak

MOST_GROWTH = 10.0
"""Percent: in so short a time the allocator alone moves by a few."""


def test_visitors_come_and_go_and_the_memory_stays() -> None:
    """Eight visitors at a time, each for a few seconds: all their runs end well, and the server does not grow."""
    with ThreadPoolExecutor(1) as pool:  # Playwright keeps a loop of its own in the thread of the tests
        found = pool.submit(soak, 12.0, Crowd(sessions=8, stay=3.0, pause=0.5)).result()
    assert found.visits >= 16
    assert found.changes > found.visits
    assert found.growth < MOST_GROWTH
