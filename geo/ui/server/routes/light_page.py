"""``/page.html?<query>``: the page of a view as one document without a websocket, for slow lines, archives and simple browsers.

It is the offline page by address. Its content security policy allows only its own scripts, by their hashes; the scripts keep
the view in the address.
"""

from typing import Final

from starlette.requests import Request

from geo.ui.server.address import public_address
from geo.ui.server.routes.figure import read_view
from geo.ui.server.routes.made_files import MadeFile

PATH: Final = "/page.html"


def light_page_file(request: Request) -> MadeFile:
    """Return the light page of a request, in the language of its link or, if that names none, of the reader.

    Parts of the link that cannot be read fall back as on the page, with a notice.
    """
    from geo.text import preferred_language  # noqa: PLC0415 - the server listens before these are imported

    language = preferred_language(request.headers.get("accept-language", ""))
    state, version, faults, _ = read_view(request.url.query, language=language)
    address = public_address(request)

    def make() -> bytes:
        """Make the page from the present data."""
        from geo.export import light_page  # noqa: PLC0415
        from geo.ui.resources import load_resources  # noqa: PLC0415
        from geo.view import make_context  # noqa: PLC0415

        data = load_resources()
        context = make_context(data.evidence, data.atlas, state, base_url=address)
        return light_page(context, address=PATH.removeprefix("/"), notices=faults)

    return MadeFile(
        ("light", state, version, address, faults), "page.html", "text/html", make, is_shown=True, varies_by_language=True
    )
