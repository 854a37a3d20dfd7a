"""Texts leave compressed, once made and kept; tags, ranges, heads and what varies are right."""

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

from geo.ui.server import compression
from geo.ui.server.compression import Compression, chosen_coding, encode

TEXT = b"export const words = 'one two three';\n" * 100
Ask = Callable[..., Response]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Return a function that asks for a path, and gives the bytes as they came over the wire."""
    (tmp_path / "script.js").write_bytes(TEXT)
    (tmp_path / "small.css").write_bytes(b"a{}")
    (tmp_path / "picture.png").write_bytes(TEXT)

    def varying(request: Request) -> Response:
        return JSONResponse([request.headers.get("accept-encoding"), *["x"] * 300], headers={"Vary": "Accept-Language"})

    routes = [
        Route("/made.json", varying),
        Route("/none.js", lambda _: PlainTextResponse("x" * 999, 404)),
        Mount("/", StaticFiles(directory=tmp_path)),
    ]
    client = TestClient(Starlette(routes=routes, middleware=[Middleware(Compression)]))

    def get(path: str, coding: str = "", method: str = "GET", **headers: str) -> Response:
        with client.stream(method, path, headers={"Accept-Encoding": coding, **headers}) as answer:
            answer.raw = b"".join(answer.iter_raw())
            return answer

    return get


@pytest.mark.parametrize(("coding", "decode"), [("br", brotli.decompress), ("gzip", gzip.decompress), ("", bytes)])
def test_a_script_comes_as_the_client_takes_it(ask: Ask, coding: str, decode: Callable[[bytes], bytes]) -> None:
    """It is the same text, and smaller; a store on the way is told what it varies with."""
    for _ in range(2):
        answer = ask("/script.js", coding)
        assert decode(answer.raw) == TEXT
        assert answer.headers.get("content-encoding", "") == coding
        assert int(answer.headers["content-length"]) == len(answer.raw)
        assert answer.headers["vary"] == "Accept-Encoding"


def test_it_is_compressed_once(ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The file on the disk decides: another one is compressed anew."""
    made: list[int] = []

    def count(body: bytes, coding: str) -> bytes:
        made.append(len(body))
        return encode(body, coding)

    monkeypatch.setattr(compression, "encode", count)
    first = [ask("/script.js", "br").raw for _ in range(3)]
    assert (len(set(first)), made) == (1, [len(TEXT)])
    (tmp_path / "script.js").write_bytes(TEXT * 2)
    assert brotli.decompress(ask("/script.js", "br").raw) == TEXT * 2
    assert made == [len(TEXT), 2 * len(TEXT)]


def test_each_variant_has_its_tag(ask: Ask) -> None:
    """With it comes 304 without a body, and not with that of another variant; HEAD says what GET would."""
    answers = {coding: ask("/script.js", coding) for coding in ("br", "gzip", "")}
    tags = {answer.headers["etag"] for answer in answers.values()}
    assert len(tags) == 3
    for coding, answer in answers.items():
        again = ask("/script.js", coding, **{"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.raw, again.headers["etag"]) == (304, b"", answer.headers["etag"])
        assert again.headers["vary"] == "Accept-Encoding"
        head = ask("/script.js", coding, "HEAD")
        assert {name: head.headers[name] for name in ("etag", "content-length")} == {
            name: answer.headers[name] for name in ("etag", "content-length")
        }
    other = ask("/script.js", "gzip", **{"If-None-Match": answers["br"].headers["etag"]})
    assert other.status_code == 200


def test_a_part_is_of_the_plain_file(ask: Ask) -> None:
    """A range is answered as the file's server does."""
    part = ask("/script.js", "br", Range="bytes=0-9")
    assert (part.status_code, part.raw) == (206, TEXT[:10])
    assert "content-encoding" not in part.headers


def test_what_is_made_is_compressed_too(ask: Ask) -> None:
    """What it varies with already is kept, and the application behind is not asked to compress."""
    answer = ask("/made.json", "br")
    assert answer.headers["vary"] == "Accept-Language, Accept-Encoding"
    assert brotli.decompress(answer.raw).startswith(b"[null,")
    assert ask("/made.json", "br", **{"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_what_gains_nothing_is_left_alone(ask: Ask) -> None:
    """A picture, a few bytes, an error."""
    assert ask("/picture.png", "br").raw == TEXT
    assert ask("/small.css", "br").raw == b"a{}"
    failed = ask("/none.js", "br")
    assert (failed.status_code, failed.raw) == (404, b"x" * 999)


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("", ""),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.2, gzip;q=0.8", "gzip"),
        ("BR", "br"),
        ("*", "br"),
        ("*;q=0", ""),
        ("br;q=0.0, *", "gzip"),
        ("identity", ""),
        ("br;q=x", ""),
    ],
)
def test_the_coding_that_the_client_takes(header: str, coding: str) -> None:
    """Brotli unless gzip weighs more; none that is refused."""
    assert chosen_coding(header) == coding


@given(st.text(max_size=80))
def test_any_header_is_read(header: str) -> None:
    """Whatever it says."""
    assert chosen_coding(header) in {"br", "gzip", ""}
