"""Collect the whole response of an ASGI application."""

from anyio import sleep_forever
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Scope


async def gather(app: ASGIApp, scope: Scope) -> Response:
    """Return the response of an application to a request without a body, with unchanged headers.

    The application is not told when the client leaves: it would stop in the middle of its response, of which half would then be
    cached for everybody.
    """
    started: list[Message] = []
    body = bytearray()
    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        """Return the request once; then wait, as for a client that stays."""
        message = next(asked, None)
        if message is None:
            await sleep_forever()
        return message or {}

    async def take(message: Message) -> None:
        """Keep the start of the response and the parts of its body."""
        if message["type"] == "http.response.start":
            started.append(message)
        else:
            body.extend(message.get("body", b""))

    await app(scope, receive, take)
    (start,) = started
    response = Response(bytes(body), start["status"])
    response.raw_headers = list(start["headers"])
    return response
