"""The files of a view by address: ``/export.<format>?<query of the view>``; of a CSV file ``&table=`` names the table.

They have the same bytes as the downloads of the page and the files of the command line. A query that cannot be read is answered
with 400, as for a figure.
"""

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request

from geo.ui.server.address import public_address
from geo.ui.server.routes.figure import read_view
from geo.ui.server.routes.made_files import MadeFile, UnreadableError

if TYPE_CHECKING:
    from geo.export import FileFormat


def export_file(request: Request) -> MadeFile:
    """Return the file of a request.

    Raises
    ------
    HTTPException
        404 if no format has the ending of the address.
    UnreadableError
        If the view in its query cannot be read.
    """
    from geo.export import USUAL_TABLE, FileFormat, file_name, make_csv, make_file  # noqa: PLC0415 - the server listens before these
    from geo.ui.resources import load_resources  # noqa: PLC0415
    from geo.view import make_context  # noqa: PLC0415

    ending = request.path_params["ending"]
    if ending not in tuple(FileFormat):
        raise HTTPException(HTTPStatus.NOT_FOUND)
    state, version, faults, other = read_view(request.url.query)
    kind, address, table = FileFormat(ending), public_address(request), other.get("table", USUAL_TABLE)
    faults = (*faults, *_faults_of_table(kind, table))
    if faults:
        raise UnreadableError("\n".join(faults))

    def make() -> bytes:
        """Make the file from the present data."""
        data = load_resources()
        context = make_context(data.evidence, data.atlas, state, base_url=address)
        return make_csv(context, table) if kind is FileFormat.CSV else make_file(context, kind)

    name = file_name(state, kind, table if table != USUAL_TABLE else "")
    return MadeFile(("export", kind, table, state, version, address), name, kind.media_type, make)


def _faults_of_table(kind: "FileFormat", table: str) -> tuple[str, ...]:
    from geo.export import USUAL_TABLE, FileFormat, find_table  # noqa: PLC0415

    if kind is not FileFormat.CSV and table != USUAL_TABLE:
        return (f"table: only a CSV file has one table; found {table!r} for {kind.upper()}",)
    try:
        find_table(table)
    except ValueError as error:
        return (str(error),)
    return ()
