"""Requests that a server must survive: each a few bytes over a socket, made from a seeded random source."""

import socket
import struct
from collections.abc import Callable, Iterator
from random import Random
from typing import Final
from urllib.parse import quote

JUNK: Final = (
    "", "%", "%00", "%ff%fe", "../" * 20 + "etc/passwd", "..%2f" * 9 + "app.py", "\\\\host\\share", "C:/windows", "a" * 6000,
    "<script>alert(1)</script>", "${7*7}{{7*7}}", "' OR 1=1 --", "\u202e\u2028", "%25" * 300, "9" * 400, "-1", "NaN", "1e999",
    "2024-02-30..9999-99-99", "nan,inf,-inf", "0x10", "[]", "null",
)  # fmt: skip
KEYS: Final = (
    "v", "auth", "d.9307", "d.31758", "role", "basis", "min", "place", "view", "lang", "at", "open", "q", "data", "size", "dpi",
    "theme", "embed", "x",
)  # fmt: skip
FIGURES: Final = ("figure.png", "figure.svg", "figure.pdf")
EXPORTS: Final = ("export.csv", "export.geojson", "export.gpkg", "export.xlsx", "export.html", "export.zip", "data/claims.csv")
FILES: Final = ("assets/map/", "assets/atlas/", "static/js/", "component/", "media/", "data/", "_stcore/", "")
TIMEOUT: Final = 300.0
"""Seconds for an answer: 26 files may be before a request, and the machine may be busy."""
NO_ANSWER: Final = 504
_HEADS: Final = (
    "Range: bytes=0-", "Range: bytes=99999999-,5-1,-", "If-None-Match: *", "Accept-Encoding: br;q=9,gzip;q=x,,*", "Accept: x",
    "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: x", "Cookie: " + "a=b;" * 500, "Accept-Language: " + "x," * 900,
    "Origin: https://evil.example", "Content-Length: 99999999", "Upgrade: h2c", "X: " + "x" * 90_000,
)  # fmt: skip


def requests(seed: int) -> Iterator[bytes]:
    """Yield requests without end: page, figures, exports, files and sockets in turn."""
    chance = Random(seed)  # noqa: S311 - not for secrets
    kinds: tuple[Callable[[Random], bytes], ...] = (_page, _figure, _file, _socket, _export)
    while True:
        for kind in kinds:
            yield kind(chance)


def ask(port: int, request: bytes) -> int | None:
    """Send a request to a port of this machine and return the status of the answer.

    None is a connection that was closed without one, :data:`NO_ANSWER` that the server let the client wait.
    """
    with socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT) as client:
        try:
            client.sendall(request)
            answer = client.recv(64)
            while b"HTTP/1.1 101" not in answer and client.recv(65536):
                pass  # to the end: the server is asked to close
        except (ConnectionResetError, BrokenPipeError):
            return None
        except TimeoutError:
            return NO_ANSWER
    words = answer.split(b" ", 2)
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else None


def _head(method: str, path: str, chance: Random, *more: str) -> bytes:
    host = chance.choice(("localhost", "127.0.0.1", "evil.example", "a b", "[::1"))
    lines = [f"{method} /{path} HTTP/1.1", f"Host: {host}", "Connection: close", *more]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


def _query(chance: Random) -> str:
    parts = (f"{chance.choice(KEYS)}={_safe(chance.choice(JUNK))}" for _ in range(chance.randrange(5)))
    return "&".join(parts)


def _safe(text: str) -> str:
    return quote(text, safe="%/.,:=")


def _page(chance: Random) -> bytes:
    method = chance.choice(("GET", "GET", "HEAD", "POST", "PUT", "TRACE", "X"))
    return _head(method, f"?{_query(chance)}", chance, chance.choice(_HEADS))


def _figure(chance: Random) -> bytes:
    size = f"size={chance.randrange(300, 500)}x{chance.randrange(300, 500)}&dpi={chance.randrange(30, 120)}"
    return _head("GET", f"{chance.choice(FIGURES)}?{size}&{_query(chance)}", chance)


def _export(chance: Random) -> bytes:
    return _head("GET", f"{chance.choice(EXPORTS)}?{_query(chance)}", chance, chance.choice(_HEADS[:4]))


def _file(chance: Random) -> bytes:
    return _head("GET", chance.choice(FILES) + _safe(chance.choice(JUNK)), chance, chance.choice(_HEADS[:10]))


def _socket(chance: Random) -> bytes:
    origin = chance.choice(("https://evil.example", "null", "http://localhost"))
    head = _head(
        "GET", "_stcore/stream", chance, "Upgrade: websocket", f"Origin: {origin}", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Protocol: streamlit",
    ).replace(b"Connection: close", b"Connection: Upgrade")  # fmt: skip
    frame = struct.pack(">BBQ4x", 0x82, 0x80 | 127, chance.choice((3, 2**20 + 1, 2**31, 2**62))) + chance.randbytes(40)
    return head + frame
