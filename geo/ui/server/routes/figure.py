"""The figure of a view by address: ``/figure.png?<query of the view>``, also ``.svg`` and ``.pdf``.

Besides the keys of the view the query may have ``size``, ``dpi``, ``theme``, ``extent`` and ``layout``, as on the command line.
A document that shows a figure cannot show a notice. So a query that cannot be read is answered with 400 and the reasons, and
never with another figure. Unknown keys and the version of the data are ignored, as in a link of the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request

from geo.ui.server.address import public_address
from geo.ui.server.bounded_work import MOST_PIXELS
from geo.ui.server.routes.made_files import MadeFile, UnreadableError

if TYPE_CHECKING:
    from geo.export import FigureOptions
    from geo.view import ViewContext, ViewState

_OPTIONS: Final = ("size", "dpi", "theme", "extent", "layout")
_TOLERATED: Final = ("data", "open", "q")
"""Keys of a link that do not change the figure; their notices are ignored."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A requested figure; equal values have equal bytes."""

    state: "ViewState"
    options: "FigureOptions"
    data: str
    """Version of the data, new with every edit."""
    address: str
    """Address of the page, with a slash at its end; empty if it is not known."""


def figure_file(request: Request) -> MadeFile:
    """Return the figure of a request.

    Raises
    ------
    HTTPException
        If no format has the ending of the address.
    UnreadableError
        If the view or an option in its query cannot be read.
    """
    from geo.export import FigureFormat, figure_name  # noqa: PLC0415 - the server listens before these are imported

    ending = request.path_params["ending"]
    if ending not in tuple(FigureFormat):
        raise HTTPException(HTTPStatus.NOT_FOUND)
    asked = read_request(request.url.query, ending, public_address(request))
    name = figure_name(asked.state, asked.options.format)
    return MadeFile(asked, name, FigureFormat(ending).media_type, lambda: _draw(asked), is_shown=True)


def read_request(query: str, ending: str, address: str) -> Asked:
    """Read the query of a figure's address.

    Parameters
    ----------
    query
        Without the question mark.
    ending
        ``png``, ``svg`` or ``pdf``.
    address
        Address of the page.

    Raises
    ------
    UnreadableError
        If the view or an option in it cannot be read.
    """
    state, data, faults, other = read_view(query)
    try:
        options = _read_options(other, ending)
        _check_sheets(state, options)
    except ValueError as error:
        faults = (*faults, str(error))
    if faults:
        raise UnreadableError("\n".join(faults))
    return Asked(state, options, data, address)


def read_view(query: str, *, language: str = "") -> "tuple[ViewState, str, tuple[str, ...], Mapping[str, str]]":
    """Return the view of a query, the version of the data, a line for each part that cannot be read, and the other keys."""
    from geo.text import LANGUAGES, translator  # noqa: PLC0415 - the server listens before these are imported
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import notice_line, read_link  # noqa: PLC0415

    data = load_resources()
    reading = read_link(query, data.link_context, language or LANGUAGES[0])
    words = translator(reading.state.language)
    notices = (notice for notice in reading.notices if notice.key not in _TOLERATED)
    faults = tuple(notice_line(notice, reading.state, data.link_context, words) for notice in notices)
    return reading.state, data.stamp, faults, dict(reading.other)


def _read_options(values: Mapping[str, str], ending: str) -> "FigureOptions":
    from geo.export import read_options  # noqa: PLC0415

    options = read_options(ending, **{name: values[name] for name in _OPTIONS if name in values})
    if options.pixels > MOST_PIXELS:
        raise ValueError(f"size and dpi: expected at most {MOST_PIXELS} pixels, found {options.pixels}")
    return options


def _check_sheets(state: "ViewState", options: "FigureOptions") -> None:
    from geo.export import check_sheets  # noqa: PLC0415

    if options.layout != "map":
        check_sheets(_context(state, ""), options)


def _draw(asked: Asked) -> bytes:
    from geo.export import make_figure  # noqa: PLC0415

    return make_figure(_context(asked.state, asked.address), asked.options)


def _context(state: "ViewState", address: str) -> "ViewContext":
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import make_context  # noqa: PLC0415

    data = load_resources()
    return make_context(data.evidence, data.atlas, state, base_url=address)
