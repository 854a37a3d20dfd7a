"""The data by address: ``/data/claims.csv`` and the other tables, ``/data/datapackage.json``, ``/data/places.geojson``.

The tables and the descriptor are the files of the Data Package on the disk, byte for byte, so that the hashes in the descriptor
hold. The places are those of the start view.
"""

import re
from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request

from geo.ui.paths import EVIDENCE_DIRECTORY
from geo.ui.server.address import public_address
from geo.ui.server.routes.made_files import MadeFile

PLACES: Final = "places.geojson"
_TABLE: Final = re.compile(r"(?:[a-z_]+\.csv|datapackage\.json)", re.ASCII)
_MEDIA_TYPES: Final = {".csv": "text/csv", ".json": "application/json"}


def data_file(request: Request) -> MadeFile:
    """Return the file with the name at the end of the path.

    Raises
    ------
    HTTPException
        404 for a name that is not in the package.
    """
    from geo.ui.resources import load_resources  # noqa: PLC0415 - the server listens before these are imported

    name = request.path_params["name"]
    if name == PLACES:
        return _places(request, load_resources().stamp)
    path = EVIDENCE_DIRECTORY / name
    if not (_TABLE.fullmatch(name) and path.is_file()):
        raise HTTPException(404)
    load_resources()  # raises if the data has faults and never was valid: then it is not served
    content = _read(path)
    return MadeFile(("data", name, sha256(content).digest()), name, _MEDIA_TYPES[path.suffix], lambda: content)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise HTTPException(404) from error


def _places(request: Request, version: str) -> MadeFile:
    address = public_address(request)

    def make() -> bytes:
        """Write the places of the start view."""
        from geo.export import FileFormat, make_file  # noqa: PLC0415
        from geo.text import LANGUAGES  # noqa: PLC0415
        from geo.ui.resources import load_resources  # noqa: PLC0415
        from geo.view import make_context, start_state  # noqa: PLC0415

        data = load_resources()
        state = start_state(data.evidence, LANGUAGES[0])
        return make_file(make_context(data.evidence, data.atlas, state, base_url=address), FileFormat.GEOJSON)

    return MadeFile(("places", version, address), PLACES, "application/geo+json", make)
