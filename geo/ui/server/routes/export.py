"""The files of a view by address: ``/export.<format>?<query of the view>``.

They have the same bytes as the downloads of the page and the files of the command line. A query that cannot be read is answered
with 400, as for a figure.
"""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request

from geo.ui.server.address import public_address
from geo.ui.server.routes.figure import read_view
from geo.ui.server.routes.made_files import MadeFile, UnreadableError


def export_file(request: Request) -> MadeFile:
    """Return the file of a request.

    Raises
    ------
    HTTPException
        404 if no format has the ending of the address.
    UnreadableError
        If the view in its query cannot be read.
    """
    from geo.export import FileFormat, file_name, make_file  # noqa: PLC0415 - the server listens before these are imported
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import make_context  # noqa: PLC0415

    ending = request.path_params["ending"]
    if ending not in tuple(FileFormat):
        raise HTTPException(HTTPStatus.NOT_FOUND)
    state, version, faults, _ = read_view(request.url.query)
    if faults:
        raise UnreadableError("\n".join(faults))
    kind, address = FileFormat(ending), public_address(request)

    def make() -> bytes:
        """Make the file from the present data."""
        data = load_resources()
        return make_file(make_context(data.evidence, data.atlas, state, base_url=address), kind)

    return MadeFile(("export", kind, state, version, address), file_name(state, kind), kind.media_type, make)
