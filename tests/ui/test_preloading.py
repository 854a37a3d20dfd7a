"""The header that names the late scripts: what is named exists, is not named twice, and stands on documents alone."""

import re
from importlib.resources import files

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from geo.ui.preloading import Preloading, frame_scripts, links

APP = Starlette(
    routes=[
        Route("/", lambda _: HTMLResponse("<!doctype html>")),
        Route("/text/", lambda _: PlainTextResponse("text")),
        Route("/page", lambda _: HTMLResponse("<!doctype html>")),
    ],
    middleware=[Middleware(Preloading)],
)


def test_the_installed_streamlit_has_scripts_to_name() -> None:
    """The script that mounts a component's frame is among them, each is a file, and the document names none of them."""
    static = files("streamlit").joinpath("static")
    document = static.joinpath("index.html").read_text(encoding="utf-8")
    assert any(name.startswith("ComponentInstance.") for name in frame_scripts())
    assert all(static.joinpath("static", "js", name).is_file() and name not in document for name in frame_scripts())


def test_only_a_document_bears_the_header() -> None:
    """A text at the same kind of address, and a document elsewhere, are left alone."""
    client = TestClient(APP)
    assert client.get("/").headers["link"] == links()
    assert "link" not in client.get("/text/").headers
    assert "link" not in client.get("/page").headers


def test_addresses_are_relative_so_that_a_base_path_keeps_working() -> None:
    """None begins with a slash or a host."""
    assert all(target.startswith("./static/js/") for target in re.findall("<([^>]*)>", links()))
