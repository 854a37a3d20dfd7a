"""Collect the whole response of an ASGI application."""

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope


async def gather(app: ASGIApp, scope: Scope, receive: Receive) -> Response:
    """Return the response of an application to a request, with unchanged headers."""
    started: list[Message] = []
    body = bytearray()

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
