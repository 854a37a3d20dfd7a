"""What paints a choice at once in the browser: a script and the namings that it selects from."""

from typing import Any, Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from geo.ui.server.routes.map_files import KEPT_ALWAYS

_UNVERSIONED: Final = {"Cache-Control": "no-cache"}


def instant_routes(base: str) -> list[BaseRoute]:
    """Return the routes below a base path."""
    return [Route(f"{base}/assets/instant.js", instant_bundle), Route(f"{base}/assets/namings.json", naming_file)]


def instant_bundle(request: Request) -> Response:
    """Return the script; a browser may keep it under the address with a version in it."""
    from geo.ui.browser.instant import instant_script, instant_version  # noqa: PLC0415 - the server listens before these

    return Response(instant_script(), media_type="text/javascript", headers=_kept(request, instant_version()))


async def naming_file(request: Request) -> Response:
    """Return the namings in a language; a browser may keep them under the address with the version of the data in it.

    404 without valid data: the server alone paints then.
    """
    found = await to_thread.run_sync(_namings, request.query_params.get("lang", ""))
    if found is None:
        return PlainTextResponse("No namings.\n", status_code=404)
    stamp, content = found
    return JSONResponse(content, headers=_kept(request, stamp))


def _kept(request: Request, version: str) -> dict[str, str]:
    return {"Cache-Control": KEPT_ALWAYS} if request.query_params.get("v") == version else _UNVERSIONED


def _namings(language: str) -> tuple[str, dict[str, Any]] | None:
    """Return the namings with the version of their data; None without valid data, or for a language that there is not."""
    from geo.text import LANGUAGES, translator  # noqa: PLC0415
    from geo.ui.browser.instant import namings  # noqa: PLC0415
    from geo.ui.resources import find_resources  # noqa: PLC0415

    data = find_resources()
    if data is None or language not in LANGUAGES:
        return None
    return data.stamp, namings(data.evidence, translator(language))
