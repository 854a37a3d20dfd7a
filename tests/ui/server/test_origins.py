"""Sockets of other sites are refused before Streamlit sees them, and it never sees an origin that it would ask about."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from geo.paths import ADDRESS
from geo.ui.server.origins import OriginGuard


async def echo(socket: WebSocket) -> None:
    """Say which origin the application sees."""
    await socket.accept()
    await socket.send_json(socket.headers.get("origin"))
    await socket.close()


def origin(request: Request) -> JSONResponse:
    """Say which origin the application sees."""
    return JSONResponse(request.headers.get("origin"))


SOCKET = "ws://page.test:8501/s"
CLIENT = TestClient(
    Starlette(routes=[WebSocketRoute("/s", echo), Route("/", origin)], middleware=[Middleware(OriginGuard)]),
    base_url="http://page.test:8501",
)


@pytest.mark.parametrize("given", [None, "http://page.test:8501", "https://page.test:8501", "https://example.org"])
def test_the_page_itself_may_open_its_socket(monkeypatch: pytest.MonkeyPatch, given: str | None) -> None:
    """From the host that was asked, from the configured address, and without a browser; the application sees no origin."""
    monkeypatch.setenv(ADDRESS, "https://example.org/ingreso/")
    with CLIENT.websocket_connect(SOCKET, headers={"origin": given} if given else {}) as socket:
        assert socket.receive_json() is None


@pytest.mark.parametrize(
    "given", ["https://evil.example", "null", "", "http://page.test", "http://page.test:8501.evil.example", "file://", "x"]
)
def test_another_site_may_not(given: str) -> None:
    """It is closed before it is accepted."""
    with pytest.raises(WebSocketDisconnect) as caught, CLIENT.websocket_connect(SOCKET, headers={"origin": given}):
        pass
    assert caught.value.code == 1008


def test_a_request_passes_without_its_origin() -> None:
    """Streamlit would look up its own address for it."""
    assert CLIENT.get("/", headers={"origin": "https://evil.example"}).json() is None
