"""How long a browser may keep the scripts of components."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from geo.ui.server.lasting_files import LastingFiles


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/component/x.y/static/js/main.521860b0.js", True),
        ("/peru/component/x.y/static/css/main.521860b0.css", True),
        ("/component/x.y/index.html", False),
        ("/component/x.y/static/js/main.js", False),
        ("/assets/map/map.css", False),
    ],
)
def test_a_name_with_a_digest_is_kept_for_good(path: str, *, kept: bool) -> None:
    """Other names are not, nor is an answer that is no file."""
    app = Starlette(routes=[Route(path, lambda _: PlainTextResponse("x"))], middleware=[Middleware(LastingFiles)])
    assert ("immutable" in TestClient(app).get(path).headers.get("cache-control", "")) is kept
    missing = Starlette(routes=[Route(path, lambda _: Response(status_code=404))], middleware=[Middleware(LastingFiles)])
    assert "cache-control" not in TestClient(missing).get(path).headers
