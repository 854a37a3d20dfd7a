"""What the server gives besides the page: what the map is made of, and nothing beyond those folders."""

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from starlette.applications import Starlette

from geo.draw.map import build_config
from geo.ui import resources
from geo.ui.browser import scripts_version
from geo.ui.browser.style_sheet import PATH, style_address, style_sheet
from geo.ui.paths import ATLAS_DIRECTORY, MAP_ASSETS_DIRECTORY, PROJECT
from geo.ui.resources import load_resources
from geo.ui.server import application

FRAME = "/component/streamlit_folium.st_folium/index.html"
"""Where the frame of the map lies, to which its addresses are relative."""

HOSTILE = "</script><script>alert(1)</script>{{ 7 * 7 }}`${alert(1)}`\u2028"


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0]


def ask(path: str, query: str = "", *, method: str = "GET") -> Answer:
    """Ask the routes for a path, which is decoded already as by a server, and which nothing has tidied up."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
    }
    sent: list[dict[str, Any]] = []

    requests = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, Any]:
        for request in requests:
            return request
        await asyncio.Event().wait()  # the client stays to the end and says nothing more
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asking = Starlette(routes=application.routes())(scope, receive, send)
    with ThreadPoolExecutor(1) as thread:  # of its own: in this one the browser of other tests may have a loop running
        thread.submit(asyncio.run, asking).result()
    start, *parts = sent
    headers = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], headers, b"".join(part.get("body", b"") for part in parts))


def fetch(address: str, base: str = FRAME) -> Answer:
    """Ask for an address as a browser does that reads it in a file at another."""
    parts = urlsplit(urljoin(base, address))
    return ask(unquote(parts.path), parts.query)


def test_the_configuration_is_served_as_json() -> None:
    """The map's configuration is what the drawing makes of the data, under a media type that no browser runs."""
    data = load_resources()
    answer = fetch(data.assets.config)
    assert (answer.status, answer.kind) == (200, "application/json")
    assert json.loads(answer.body) == json.loads(json.dumps(build_config(data.evidence, data.atlas)))


def test_the_configuration_is_kept_under_its_digest_alone() -> None:
    """Edited data may have kept its version: a browser keeps it under the address of today alone."""
    assert "immutable" in fetch(load_resources().assets.config).headers["cache-control"]
    assert ask("/assets/map.json", "v=1.0.0").headers["cache-control"] == "no-cache"
    assert ask("/assets/map.json").headers["cache-control"] == "no-cache"


def test_the_style_sheet_is_kept_under_its_digest() -> None:
    """The document names it with one; without one it is asked for each time."""
    kept = fetch(style_address(), "/")
    assert (kept.status, kept.kind.partition(";")[0]) == (200, "text/css")
    assert kept.body.decode() == style_sheet()
    assert "immutable" in kept.headers["cache-control"]
    assert ask(f"/{PATH}").headers["cache-control"] == "no-cache"


def test_the_geometry_lies_beside_the_configuration() -> None:
    """Where the map's script looks for each layer there is GeoJSON with something in it; the units are those of the atlas."""
    script = (MAP_ASSETS_DIRECTORY / "host.js").read_text(encoding="utf-8")
    (names,) = re.findall(r"const GEOMETRY = (\[.*?\]);", script)
    config = load_resources().assets.config
    answers = {name: fetch(config.replace("map.json", f"atlas/{name}.geojson")) for name in json.loads(names)}
    assert {name: answer.status for name, answer in answers.items()} == dict.fromkeys(answers, 200)
    layers = {name: json.loads(answer.body) for name, answer in answers.items()}
    assert set(layers) == {"surroundings", "land", "units", "lakes"}
    assert [name for name, layer in layers.items() if layer["type"] != "FeatureCollection" or not layer["features"]] == []
    assert {unit["id"] for unit in layers["units"]["features"]} == {unit.code for unit in load_resources().atlas.units}


@pytest.mark.parametrize(
    ("path", "query", "kept"),
    [
        ("/assets/leaflet/leaflet.js", "", True),
        ("/assets/fonts/SourceSansPro-Regular.ttf", "", True),
        ("/assets/atlas/units.geojson", "v=1.0.0", True),
        ("/assets/atlas/units.geojson", "", False),
        ("/assets/map/map.js", "", False),
        (f"/assets/page/{scripts_version()}/gestures.js", "", True),
        (f"/assets/page/{scripts_version()}/links.js", "", True),
        ("/assets/page/0123456789ab/gestures.js", "", False),
    ],
)
def test_a_browser_keeps_what_cannot_change_under_its_address(path: str, query: str, *, kept: bool) -> None:
    """Files of pinned packages and addresses with a version may be kept; our own files without one may not."""
    assert ("max-age" in ask(path, query).headers.get("cache-control", "")) is kept


def test_hostile_names_are_served_as_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that would end or run a script is a string of the JSON and comes out as it went in."""
    data = load_resources()
    places = {key: replace(place, name=HOSTILE, name_es=HOSTILE) for key, place in data.evidence.places.items()}
    hostile = replace(data, evidence=replace(data.evidence, places=places))
    monkeypatch.setattr(resources, "load_resources", lambda: hostile)
    answer = ask("/assets/map.json")
    assert answer.kind == "application/json"
    assert {name for place in json.loads(answer.body)["places"] for name in place["name"].values()} == {HOSTILE}


@pytest.mark.parametrize("name", asdict(load_resources().assets))
def test_everything_the_map_is_made_of_is_there(name: str) -> None:
    """Each address that the frame of the map is given leads to a file that is not empty."""
    answer = fetch(getattr(load_resources().assets, name))
    assert answer.status == 200
    assert answer.body


@pytest.mark.parametrize(
    ("name", "kind", "part"),
    [
        ("map_js", "javascript", b"Leaflet 1.9.4"),
        ("leaflet_css", "css", b".leaflet-pane"),
        ("map_js", "javascript", b"Ingreso"),
        ("map_css", "css", b"@font-face"),
    ],
)
def test_scripts_and_styles_are_served_as_such(name: str, kind: str, part: bytes) -> None:
    """A browser takes a script or style only under its media type."""
    answer = fetch(getattr(load_resources().assets, name))
    assert answer.kind in {f"text/{kind}", f"application/{kind}"}
    assert part in answer.body


@pytest.mark.parametrize("name", ["map_css", "leaflet_css"])
def test_a_style_finds_its_fonts_and_pictures(name: str) -> None:
    """What a style sheet names is served where it looks for it; the labels of the map have their text face."""
    address = urljoin(FRAME, getattr(load_resources().assets, name))
    named = re.findall(r"url\([\"']?([^\"')]+)", fetch(address).body.decode())
    files = {file: fetch(file, address) for file in named if not file.startswith("#")}
    assert {file: answer.status for file, answer in files.items()} == dict.fromkeys(files, 200)
    assert files
    fonts = {file: answer.body for file, answer in files.items() if file.endswith(".ttf")}
    assert [file for file, body in fonts.items() if not body.startswith(b"\x00\x01\x00\x00")] == []
    assert bool(fonts) == (name == "map_css")


def test_the_script_of_the_page_is_there() -> None:
    """The page itself fetches its scripts relative to its own address, and finds them after an update too."""
    answer = fetch("assets/page/before/gestures.js", "/")
    assert (answer.status, answer.kind.partition("/")[2]) == (200, "javascript")


OUTSIDE = {
    "a module beside the folder": "/assets/map/../map.py",
    "the data beside the atlas": "/assets/atlas/../evidence/claims.csv",
    "the page": "/assets/page/../../../app.py",
    "from below a folder that exists": "/assets/atlas/building/../../evidence/claims.csv",
    "encoded": "/assets/atlas/%2e%2e/evidence/claims.csv",
    "encoded slash": "/assets/atlas/..%2fevidence/claims.csv",
    "backslash": "/assets/atlas/..\\evidence\\claims.csv",
    "from the root": "/assets/atlas//etc/passwd",
    "many steps": "/assets/leaflet/" + "../" * 30 + "etc/passwd",
    "out of the fonts": "/assets/fonts/../__init__.py",
    "out of all folders": "/assets/../app.py",
    "the folder itself": "/assets/atlas/",
    "a folder within": "/assets/atlas/building",
    "a folder that only begins alike": "/assets/atlas-evidence/claims.csv",
    "no such file": "/assets/map/none.js",
    "end of string": "/assets/map/map.js\0.css",
}


def test_what_must_not_be_served_does_exist() -> None:
    """The files that the paths lead to are there, so that it is the server that refuses them."""
    paths = (PROJECT / "geo/draw/map/view_layer.py", ATLAS_DIRECTORY / "../evidence/claims.csv", PROJECT / "app.py")
    assert [path for path in paths if not path.is_file()] == []


@pytest.mark.parametrize("path", OUTSIDE.values(), ids=OUTSIDE)
def test_nothing_outside_the_folders_is_served(path: str) -> None:
    """A path that leads out of a folder, or to no file, is not found, and the answer tells nothing of the disk."""
    answer = ask(path)
    assert (answer.status, answer.body) == (404, b"Not Found")


@pytest.mark.parametrize("path", ["/assets/map.json", "/assets/map/map.js"])
def test_nothing_can_be_sent_to_the_server(path: str) -> None:
    """The routes are for reading alone."""
    assert [ask(path, method=method).status for method in ("POST", "PUT", "DELETE")] == [405] * 3
