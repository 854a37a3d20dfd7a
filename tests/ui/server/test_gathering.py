"""The whole response of an application."""

import asyncio

from starlette.types import Message, Receive, Scope, Send

from geo.ui.server.gathering import gather

SCOPE = {"type": "http", "method": "GET", "path": "/", "headers": []}


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def test_the_parts_of_a_body_are_joined_and_headers_stay_as_they_are() -> None:
    """Status, a header that occurs twice, and every part of the body arrive."""

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"x-name", b"a"), (b"x-name", b"b")]
        await send({"type": "http.response.start", "status": 206, "headers": headers})
        await send({"type": "http.response.body", "body": b"one ", "more_body": True})
        await send({"type": "http.response.body", "body": b"two"})

    response = asyncio.run(gather(app, SCOPE, _nothing))
    assert (response.status_code, bytes(response.body)) == (206, b"one two")
    assert response.raw_headers == [(b"x-name", b"a"), (b"x-name", b"b")]


def test_an_answer_without_a_body_is_empty() -> None:
    """As that to a HEAD request is."""

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 304, "headers": []})
        await send({"type": "http.response.body"})

    response = asyncio.run(gather(app, SCOPE, _nothing))
    assert (response.status_code, response.body, response.raw_headers) == (304, b"", [])
