"""Parts of the page for paper: ``/answers.html?<query>``, every row open; ``/sources.html?<query>``, the sources of the view.

The page holds only what stands open. A browser that is about to print asks for the rest (``browser/scripts/print.js``). Each is
a piece of the page, without the page's head. ``act=`` names the one act that is looked at, and is empty for the context.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from starlette.requests import Request

from geo.ui.server.address import public_address
from geo.ui.server.routes.figure import read_view
from geo.ui.server.routes.made_files import MadeFile, UnreadableError

if TYPE_CHECKING:
    from geo.ui.html.markup import Markup
    from geo.ui.page import Page

ANSWERS_PATH: Final = "/answers.html"
SOURCES_PATH: Final = "/sources.html"


def printed_answers_file(request: Request) -> MadeFile:
    """Return all answers of the view of a request; an act that is not on has none.

    Raises
    ------
    UnreadableError
        If the view in its query cannot be read.
    """
    act_id = request.query_params.get("act")

    def answers(page: "Page") -> "Markup":
        """Return the answers of all acts, or of one that is on."""
        from geo.ui.views.answers import printed_answers  # noqa: PLC0415 - the server listens before these are imported

        return printed_answers(page, act_id if act_id in (*page.context.state.authorisations, "") else None)

    return _printed(request, "answers.html", answers, act_id)


def printed_sources_file(request: Request) -> MadeFile:
    """Return the list of the sources of the view of a request.

    Raises
    ------
    UnreadableError
        If the view in its query cannot be read.
    """

    def sources(page: "Page") -> "Markup":
        """Return the list."""
        from geo.ui.views.sources import printed_sources  # noqa: PLC0415 - the server listens before these are imported

        return printed_sources(page)

    return _printed(request, "sources.html", sources)


def _printed(request: Request, name: str, part: "Callable[[Page], Markup]", *choice: str | None) -> MadeFile:
    state, version, faults, _ = read_view(request.url.query)
    if faults:
        raise UnreadableError("\n".join(faults))
    address = public_address(request)

    def make() -> bytes:
        """Write the part from the data as it is now."""
        from geo.ui.page import make_page  # noqa: PLC0415 - the server listens before these are imported
        from geo.ui.resources import load_resources  # noqa: PLC0415

        return part(make_page(load_resources(), state, theme="light", base_url=address)).encode()

    return MadeFile((name, state, version, address, *choice), name, "text/html", make, is_shown=True)
