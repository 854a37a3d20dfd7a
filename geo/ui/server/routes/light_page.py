"""``/page.html?<query>``: the page of a view as one document, without a socket: for slow lines, archives and simple browsers.

It is the offline page by address. Its own scripts alone run in it, by their hashes; what they choose stays in the address.
"""

from typing import Final

from starlette.requests import Request

from geo.ui.server.address import public_address
from geo.ui.server.routes.figure import read_view
from geo.ui.server.routes.made_files import MadeFile

PATH: Final = "/page.html"


def light_page_file(request: Request) -> MadeFile:
    """Return the light page that a request asks for, in the language of its link, else in the reader's.

    What cannot be read in the link falls back as on the page, and the page says so.
    """
    from geo.text import preferred_language  # noqa: PLC0415 - the server listens before these are imported

    language = preferred_language(request.headers.get("accept-language", ""))
    state, version, faults, _ = read_view(request.url.query, language=language)
    address = public_address(request)

    def make() -> bytes:
        """Write the page from the data as it is now."""
        from geo.export import light_page  # noqa: PLC0415
        from geo.ui.resources import load_resources  # noqa: PLC0415
        from geo.view import make_context  # noqa: PLC0415

        data = load_resources()
        context = make_context(data.evidence, data.atlas, state, base_url=address)
        return light_page(context, address=PATH.removeprefix("/"), notices=faults)

    return MadeFile(
        ("light", state, version, address, faults), "page.html", "text/html", make, is_shown=True, varies_by_language=True
    )
