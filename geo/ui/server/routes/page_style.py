"""``/assets/page.css``: the style sheet of the page, which a browser may keep under the address with a version in it."""

from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from geo.ui.server.readiness import wait_for_imports

_KEPT_ALWAYS: Final = "public, max-age=31536000, immutable"


async def page_style(request: Request) -> Response:
    """Return the style sheet; a visitor who comes early waits until what it is made of is imported."""
    text = await to_thread.run_sync(_style)
    headers = {"Cache-Control": _KEPT_ALWAYS if "v" in request.query_params else "no-cache"}
    return Response(text, media_type="text/css", headers=headers)


def _style() -> str:
    wait_for_imports()
    from geo.ui.browser.style_sheet import style_sheet  # noqa: PLC0415 - the server listens before what it imports

    return style_sheet()
