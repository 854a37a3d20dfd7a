"""Addresses whose response is made from the data and cached: figures, exports, the data itself.

Each response has an ETag, may be read by pages of other sites, and is made in a queue of limited length.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geo.ui.server.bounded_work import Queue
from geo.ui.server.kept_bytes import KeptBytes
from geo.ui.server.validators import has_already

KEPT_BYTES: Final = 48 * 1024 * 1024
_KEEP_SECONDS: Final = 300
"""How long a browser or a proxy may show a file without asking again."""


class UnreadableError(ValueError):
    """Parts of the query cannot be read; the text of the error has a line for each."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A requested file; two files with equal cache keys have equal bytes."""

    cache_key: Hashable
    name: str
    media_type: str
    make: Callable[[], bytes]
    is_shown: bool = False
    """Whether a browser shows the file instead of saving it."""
    varies_by_language: bool = False
    """Whether the response depends on the language of the reader if the query names none."""


def made_route(path: str, read: Callable[[Request], MadeFile], queue: Queue, kept: KeptBytes[Hashable]) -> Route:
    """Return the route of a path.

    Parameters
    ----------
    read
        Returns the file of a request without making it; called on a thread.
    queue
        The queue in which a request waits for a file that is not in the cache.
    kept
        The cache.
    """

    async def answer(request: Request) -> Response:
        """Answer with the file, from the cache or made in turn; 400 if the query cannot be read, 503 without valid data."""
        wanted = await to_thread.run_sync(_read, read, request)
        if isinstance(wanted, Response):
            return wanted
        content = kept.find(wanted.cache_key)
        if content is not None:
            return _file(request, wanted, content)
        return await queue.answer(request, lambda: _file(request, wanted, _content(wanted, kept)))

    return Route(path, answer)


def _content(wanted: MadeFile, kept: KeptBytes[Hashable]) -> bytes:
    return kept.get(wanted.cache_key, lambda _: wanted.make())


def _read(read: Callable[[Request], MadeFile], request: Request) -> MadeFile | Response:
    from geo.atlas import AtlasError  # noqa: PLC0415 - the server listens before these are imported
    from geo.evidence import EvidenceError  # noqa: PLC0415

    try:
        return read(request)
    except UnreadableError as error:
        return PlainTextResponse(f"{error}\n", HTTPStatus.BAD_REQUEST)
    except (EvidenceError, AtlasError):
        later = {"Retry-After": "60"}
        return PlainTextResponse("The data has faults and is not shown.\n", HTTPStatus.SERVICE_UNAVAILABLE, later)


def _file(request: Request, wanted: MadeFile, content: bytes) -> Response:
    tag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": f"public, max-age={_KEEP_SECONDS}",
        "Content-Disposition": f'{"inline" if wanted.is_shown else "attachment"}; filename="{wanted.name}"',
        **({"Vary": "Accept-Language"} if wanted.varies_by_language else {}),
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",  # a document elsewhere may show it
    }
    if has_already(request.headers, tag):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(content, media_type=wanted.media_type, headers=headers)
