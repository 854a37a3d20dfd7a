"""``/answers.html?<query>``: all that the sources of a view say, every row open, for paper.

The page holds what stands open alone; a browser that is about to print asks for the rest (``browser/scripts/print.js``). It is
a piece of the page, without the page's head. ``act=`` names the one act that is looked at, and is empty for the context.
"""

from typing import Final

from starlette.requests import Request

from geo.ui.server.address import public_address
from geo.ui.server.routes.figure import read_view
from geo.ui.server.routes.made_files import MadeFile, UnreadableError

PATH: Final = "/answers.html"


def printed_answers_file(request: Request) -> MadeFile:
    """Return the answers that a request asks for.

    Raises
    ------
    UnreadableError
        If the view in its query cannot be read.
    """
    state, version, faults, other = read_view(request.url.query)
    if faults:
        raise UnreadableError("\n".join(faults))
    address, act_id = public_address(request), other.get("act")

    def make() -> bytes:
        """Write the rows from the data as it is now; an act that is not on has none."""
        from geo.ui.page import make_page  # noqa: PLC0415 - the server listens before these are imported
        from geo.ui.resources import load_resources  # noqa: PLC0415
        from geo.ui.views.answers import printed_answers  # noqa: PLC0415

        page = make_page(load_resources(), state, theme="light", base_url=address)
        return printed_answers(page, act_id if act_id in (*state.authorisations, "") else None).encode()

    return MadeFile(("answers", state, version, address, act_id), "answers.html", "text/html", make, is_shown=True)
