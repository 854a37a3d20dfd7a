"""The warm-up of the server before the first visitor comes, and the address that says whether it is ready.

Design note, 2026-11-22. Importing what draws the page takes longer than a browser needs to load an empty one. So the server
listens at once, with nothing but Streamlit imported, and a thread imports and loads the rest meanwhile. A visitor's script
that comes early waits until that thread has imported everything: two threads that import the same packages from different
ends can each wait for the other, which Python ends with an error in one of them.

Design note, 2026-11-30. If the data is invalid at the start, it is checked again until it is valid; then the warm-up goes on.
"""

import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from threading import Event, Thread
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse

from geo.ui.server import first_views
from geo.ui.streamlit_bends import half_open_requests, message_size

IMPORTED: Final = Event()
"""Set while no other thread imports the modules of the page; so it is if no server was started, as in a test."""
IMPORTED.set()
READY: Final = Event()
"""Set once the data is loaded and was drawn once."""
_LONGEST_IMPORT: Final = 60.0
"""Seconds that a script run waits for the imports before it imports by itself."""
_LOOK_AGAIN: Final = 1.0
"""Seconds between two checks of data that has faults."""


@asynccontextmanager
async def prewarm(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Start the thread that loads the data and draws once; the server listens meanwhile."""
    half_open_requests.install()
    message_size.install()
    IMPORTED.clear()
    stopped = Event()
    Thread(target=_warm_up, args=(stopped,), name="prewarm", daemon=True).start()
    try:
        yield {}
    finally:
        stopped.set()


def wait_for_imports() -> None:
    """Wait until the thread of :func:`prewarm`, if there is one, has imported the modules of the page."""
    IMPORTED.wait(_LONGEST_IMPORT)


def _warm_up(stopped: Event) -> None:
    try:
        importlib.import_module("folium.plugins")  # the slow part of streamlit_folium, which itself must wait for a script run
        importlib.import_module("geo.ui.views")
        draw = importlib.import_module("geo.draw.map")
        resources = importlib.import_module("geo.ui.resources")
    finally:
        IMPORTED.set()
    while not stopped.is_set():
        data = resources.find_resources()
        if data is not None:
            draw.warm_up(data.evidence, data.atlas, data.assets)
            READY.set()
            first_views.SHARED.draw_ahead(light_page=first_views.LIGHT_PAGE)
            return
        stopped.wait(_LOOK_AGAIN)


def readiness(_request: Request) -> JSONResponse:
    """Answer 200 when visitors see data, with its version and faults; 503 before. For liveness, Streamlit has an address."""
    if not READY.is_set():
        return JSONResponse({"loaded": False}, HTTPStatus.SERVICE_UNAVAILABLE, {"Cache-Control": "no-store"})
    from geo.ui.resources import load_resources  # noqa: PLC0415 - the server listens before these are imported

    data = load_resources()
    answer = {"loaded": True, "valid": not data.faults, "faults": len(data.faults), "version": data.stamp}
    return JSONResponse(answer, headers={"Cache-Control": "no-store"})
