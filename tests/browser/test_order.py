"""In which order a page leaves the server: what the reader waits for comes first."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.bench.clients import join
from tests.bench.servers import Server


def sent(address: str, query: str) -> list[str]:
    """Return the elements that a visit brings, in the order in which they come, each as text."""
    server: Any = SimpleNamespace(port=int(address.rpartition(":")[2]), subject=SimpleNamespace(widget="auth-31758"))

    async def visit() -> list[str]:
        async with join(cast("Server", server), query=query) as client:
            return [str(message.delta.new_element) for message in (await client.load()).messages]

    with ThreadPoolExecutor(1) as pool:  # Playwright keeps a loop of its own in the thread of the tests
        return pool.submit(asyncio.run, visit()).result()


def place_of(elements: list[str], mark: str) -> int:
    """Return the number of the first element that holds a text."""
    return next(number for number, element in enumerate(elements) if mark in element)


@pytest.mark.parametrize(("query", "map_is_first"), [("lang=en", True), ("lang=en&view=sources", False)])
def test_the_map_is_first_where_it_is_shown(server: str, query: str, map_is_first: bool) -> None:  # noqa: FBT001 - a parameter
    """In the view of the map it comes before the style sheet; in the others it comes after the sheet that hides it."""
    elements = sent(server, query)
    assert (place_of(elements, "streamlit_folium") < place_of(elements, "<style>")) is map_is_first
    assert place_of(elements, "<style>") < place_of(elements, "Where US forces were authorised")
