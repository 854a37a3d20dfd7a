"""The whole response of an application."""

import asyncio
from collections.abc import AsyncIterator

from anyio import sleep
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from geo.ui.server.gathering import gather

SCOPE = {"type": "http", "method": "GET", "path": "/", "headers": []}


def test_the_parts_of_a_body_are_joined_and_headers_stay_as_they_are() -> None:
    """Status, a header that occurs twice, and every part of the body arrive."""

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"x-name", b"a"), (b"x-name", b"b")]
        await send({"type": "http.response.start", "status": 206, "headers": headers})
        await send({"type": "http.response.body", "body": b"one ", "more_body": True})
        await send({"type": "http.response.body", "body": b"two"})

    response = asyncio.run(gather(app, SCOPE))
    assert (response.status_code, bytes(response.body)) == (206, b"one two")
    assert response.raw_headers == [(b"x-name", b"a"), (b"x-name", b"b")]


def test_an_answer_without_a_body_is_empty() -> None:
    """As that to a HEAD request is."""

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 304, "headers": []})
        await send({"type": "http.response.body"})

    response = asyncio.run(gather(app, SCOPE))
    assert (response.status_code, response.body, response.raw_headers) == (304, b"", [])


def test_a_response_is_whole_though_its_client_may_leave() -> None:
    """Starlette ends a stream when it is told that the client has left; half a script would be cached for everybody."""

    async def parts() -> AsyncIterator[bytes]:
        for part in (b"one ", b"two ", b"three"):
            yield part
            await sleep(0.01)

    response = asyncio.run(gather(StreamingResponse(parts()), SCOPE))
    assert bytes(response.body) == b"one two three"


def test_a_request_that_is_read_has_no_body() -> None:
    """An application may read the request before it answers."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        body = await Request(scope, receive).body()
        await Response(b"nothing" if body == b"" else body)(scope, receive, send)

    assert bytes(asyncio.run(gather(app, SCOPE)).body) == b"nothing"
