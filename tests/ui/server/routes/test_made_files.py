"""Addresses whose answer is made from the data and kept."""

from collections.abc import Callable, Hashable

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.testclient import TestClient

from geo.evidence import EvidenceError
from geo.ui.server.bounded_work import Queue
from geo.ui.server.kept_bytes import KeptBytes
from geo.ui.server.routes.made_files import MadeFile, UnreadableError, made_route


def client(read: Callable[[Request], MadeFile]) -> TestClient:
    """Return a client of a server with one such address."""
    kept: KeptBytes[Hashable] = KeptBytes(1000)
    return TestClient(Starlette(routes=[made_route("/file", read, Queue(), kept)]), base_url="http://localhost")


def test_a_file_is_made_once_and_sent_with_its_tag() -> None:
    """The second request for an equal key is answered without making it; a client that has it gets no body."""
    made: list[str] = []

    def read(request: Request) -> MadeFile:
        text = request.query_params["text"]
        return MadeFile(("file", text), "view.csv", "text/csv", lambda: made.append(text) or text.encode())

    with client(read) as browser:
        first, second = (browser.get("/file?text=a") for _ in range(2))
        known = browser.get("/file?text=a", headers={"If-None-Match": first.headers["ETag"]})
        other = browser.get("/file?text=b")
    assert made == ["a", "b"]
    assert (first.content, second.content, other.content) == (b"a", b"a", b"b")
    assert first.headers["ETag"] == second.headers["ETag"] != other.headers["ETag"]
    assert (known.status_code, known.content) == (304, b"")
    assert first.headers["Content-Type"].startswith("text/csv")


@pytest.mark.parametrize(("is_shown", "disposition"), [(True, "inline"), (False, "attachment")])
def test_pages_elsewhere_may_show_a_file(*, is_shown: bool, disposition: str) -> None:
    """A file has its name, whether a browser shows or saves it; a language that is the reader's is said to vary."""
    wanted = MadeFile("key", "a.txt", "text/plain", lambda: b"a", is_shown=is_shown, varies_by_language=is_shown)
    with client(lambda _: wanted) as browser:
        headers = browser.get("/file").headers
    assert headers["Content-Disposition"] == f'{disposition}; filename="a.txt"'
    assert (headers["Access-Control-Allow-Origin"], headers["Cross-Origin-Resource-Policy"]) == ("*", "cross-origin")
    assert headers.get("Vary") == ("Accept-Language" if is_shown else None)


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (UnreadableError("basis: expected all or texts"), 400, "basis: expected all or texts"),
        (EvidenceError([]), 503, "The data has faults"),
    ],
    ids=["unreadable", "invalid data"],
)
def test_what_cannot_be_read_and_invalid_data_are_said(error: Exception, status: int, said: str) -> None:
    """Neither is an error of the server; invalid data may be mended, so the client is asked to try again."""

    def read(_request: Request) -> MadeFile:
        raise error

    with client(read) as browser:
        answer = browser.get("/file")
    assert answer.status_code == status
    assert said in answer.text
    assert ("Retry-After" in answer.headers) == (status == 503)
