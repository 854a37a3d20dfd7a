"""The rooms of the house: what each may import, and which of them may touch disk, network and clock.

The code is read as text and never run.
"""

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted(path.relative_to(ROOT).as_posix() for path in (*(ROOT / "geo").rglob("*.py"), ROOT / "app.py"))

LEFT_OF = {
    "paths": frozenset(),
    "text": frozenset(),
    "evidence": frozenset(),
    "atlas": frozenset(),
    "view": frozenset({"text", "evidence", "atlas"}),
    "draw": frozenset({"text", "evidence", "atlas", "view"}),
    "export": frozenset({"text", "evidence", "atlas", "view", "draw"}),
    "": frozenset({"paths", "export"}),
    "commands": frozenset({"paths", "text", "evidence", "atlas", "view", "draw", "export"}),
    "__main__": frozenset({"paths", "commands"}),
    "ui": frozenset({"paths", "text", "evidence", "atlas", "view", "draw", "export"}),
    "app": frozenset({"text", "evidence", "atlas", "view", "draw", "export", "ui"}),
}
"""For each room those that it may import besides itself; ``app`` is the page, the empty name the Python door."""

PAGE = frozenset({"streamlit", "streamlit_folium"})
LOADERS = frozenset(
    {
        "geo/evidence/loading.py",
        "geo/atlas/loading.py",
        "geo/text/translator.py",
        "geo/draw/figure/fonts.py",
        "geo/draw/map/map_script.py",
        "geo/export/web/parts.py",
        "geo/export/typesetting.py",
        "geo/commands/shared.py",
        "geo/commands/evidence.py",
        "geo/commands/views.py",
    }
)
TEMPORARY = "geo/export/files/geopackage.py"
"""GDAL writes to a path only: into a folder of its own that is gone when the bytes are read."""

FOLDERS = "geo/export/temporary_folder.py"
"""Whether a folder was left by a process that was ended, its age says: the clock of the machine, which changes no file."""

ONLINE = "geo/atlas/nominatim.py"
LAZY = frozenset(
    {
        "geopandas", "geopy", "pandas", "shapely", "matplotlib", "numpy", "pyogrio", "xlsxwriter",
        "fontTools", "PIL", "pyproj", "typst",
    }
)  # fmt: skip
"""Slow to import: never while a module is loaded."""

NETWORK_AND_CLOCK = frozenset(
    {"aiohttp", "ftplib", "geopy", "http.client", "httpx", "requests", "smtplib", "socket", "time", "urllib.request", "urllib3"}
)
CLOCK_CALLS = frozenset({"now", "today", "utcnow"})
FILE_CALLS = frozenset(
    {"open", "read_bytes", "read_csv", "read_file", "read_text", "to_csv", "to_file", "unlink", "write_bytes", "write_text"}
)


def room_of(file: str) -> str:
    """Return the room that a file is in."""
    path = PurePosixPath(file)
    return path.stem if len(path.parts) == 1 else path.parts[1].removesuffix(".py").removeprefix("__init__")


def imports(node: ast.AST) -> Iterator[str]:
    """Yield the dotted names that a statement or call imports; a relative import with its dots."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = "." * node.level + (node.module or "")
        yield from (f"{base}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and called(node) in {"import_module", "__import__"} and node.args:
        name = node.args[0]
        yield str(name.value) if isinstance(name, ast.Constant) else "?"


def called(node: ast.Call) -> str:
    """Return the bare name of what is called."""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def gives_text(node: ast.Call) -> bool:
    """Whether a frame is written as a text that is returned: ``to_csv`` that is told no path."""
    return called(node) == "to_csv" and not node.args


def is_within(name: str, modules: frozenset[str]) -> bool:
    """Whether a dotted name is one of the modules or inside one."""
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def loading_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run while the module is loaded: all but the bodies of functions."""
    for child in ast.iter_child_nodes(tree):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from loading_nodes(child)


def import_faults(name: str, file: str) -> Iterator[str]:
    """Yield why a file may not import a name."""
    room = room_of(file)
    parts = name.split(".")
    if name.startswith((".", "?")):
        yield f"{name}: imported by a name that does not say from where"
    if parts[0] == "geo" and (len(parts) == 1 or parts[1] not in LEFT_OF[room] | {room}):
        yield f"{name}: not a room left of {room or 'geo'}"
    if is_within(name, PAGE) and room not in {"ui", "app"}:
        yield f"{name}: for the page alone"
    if is_within(name, NETWORK_AND_CLOCK) and file not in {ONLINE, FOLDERS}:
        yield f"{name}: network or clock"


def faults(source: str, file: str) -> list[str]:
    """Return what in a file breaks the rules of its room."""
    tree = ast.parse(source)
    room = room_of(file)
    found = [fault for node in ast.walk(tree) for name in imports(node) for fault in import_faults(name, file)]
    lazy = (name for node in loading_nodes(tree) for name in imports(node) if is_within(name, LAZY))
    found += [f"{name}: imported while the module is loaded" for name in lazy]
    calls = [called(node) for node in ast.walk(tree) if isinstance(node, ast.Call) and not gives_text(node)]
    found += [f"{name}(): the clock" for name in calls if name in CLOCK_CALLS]
    if file not in LOADERS | {TEMPORARY} and room != "ui":
        found += [f"{name}(): the disk" for name in calls if name in FILE_CALLS]
    return found


@pytest.mark.parametrize("file", FILES)
def test_a_module_keeps_the_rules_of_its_room(file: str) -> None:
    """It imports only leftwards, and leaves page, disk, network and clock to those who may have them."""
    assert faults((ROOT / file).read_text(encoding="utf-8"), file) == []


def test_every_room_has_a_rule() -> None:
    """No module is in a room that the rules do not know."""
    assert {room_of(file) for file in FILES} <= set(LEFT_OF)
    assert {"text", "evidence", "atlas", "view", "draw", "export", "ui", "app", "__main__"} <= {room_of(file) for file in FILES}


def test_the_rules_only_look_left() -> None:
    """The rooms have an order in which each imports from earlier ones alone: there is no circle."""
    order = list(LEFT_OF)
    assert [room for room in order if not LEFT_OF[room] <= set(order[: order.index(room)])] == []


BREAKING = {
    "text imports evidence": (
        "geo/text/x.py",
        "from geo.evidence import Claim",
        ["geo.evidence.Claim: not a room left of text"],
    ),
    "evidence imports atlas": ("geo/evidence/x.py", "import geo.atlas", ["geo.atlas: not a room left of evidence"]),
    "atlas imports evidence": ("geo/atlas/x.py", "from geo import evidence", ["geo.evidence: not a room left of atlas"]),
    "view imports draw": (
        "geo/view/x.py",
        "from geo.draw.fills import fills",
        ["geo.draw.fills.fills: not a room left of view"],
    ),
    "draw imports ui": (
        "geo/draw/x.py",
        "def f():\n    import geo.ui.panels.header",
        ["geo.ui.panels.header: not a room left of draw"],
    ),
    "the command line imports the page": ("geo/__main__.py", "import geo.ui", ["geo.ui: not a room left of __main__"]),
    "the package imports the page": (
        "geo/__init__.py",
        "from geo.ui import page",
        ["geo.ui.page: not a room left of geo"],
    ),
    "a room imports the whole": ("geo/view/x.py", "import geo", ["geo: not a room left of view"]),
    "by a name at run time": (
        "geo/view/x.py",
        "from importlib import import_module\nimport_module('geo.ui')",
        ["geo.ui: not a room left of view"],
    ),
    "by a name that is not known": (
        "geo/view/x.py",
        "import importlib\nimportlib.import_module(name)",
        ["?: imported by a name that does not say from where"],
    ),
    "relatively": (
        "geo/view/x.py",
        "from ..draw import fills",
        ["..draw.fills: imported by a name that does not say from where"],
    ),
    "only for types": (
        "geo/text/x.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from geo.view import ViewState",
        ["geo.view.ViewState: not a room left of text"],
    ),
    "draw knows Streamlit": ("geo/draw/x.py", "import streamlit as st", ["streamlit: for the page alone"]),
    "view knows the map component": (
        "geo/view/x.py",
        "from streamlit_folium import st_folium",
        ["streamlit_folium.st_folium: for the page alone"],
    ),
    "a module of Streamlit": (
        "geo/__main__.py",
        "import streamlit.components.v1",
        ["streamlit.components.v1: for the page alone"],
    ),
    "open": ("geo/view/x.py", "open('x')", ["open(): the disk"]),
    "a path opened": ("geo/draw/x.py", "Path('x').open()", ["open(): the disk"]),
    "a path read": ("geo/evidence/x.py", "path.read_text()", ["read_text(): the disk"]),
    "bytes read": ("geo/atlas/x.py", "path.read_bytes()", ["read_bytes(): the disk"]),
    "a table written": ("geo/export/x.py", "frame.to_csv(path)", ["to_csv(): the disk"]),
    "a table read": ("geo/export/x.py", "pandas.read_csv(path)", ["read_csv(): the disk"]),
    "the page asks the network": ("geo/ui/x.py", "import requests", ["requests: network or clock"]),
    "an address opened": (
        "geo/atlas/x.py",
        "from urllib.request import urlopen",
        ["urllib.request.urlopen: network or clock"],
    ),
    "an address opened by another way": ("app.py", "from urllib import request", ["urllib.request: network or clock"]),
    "a client": ("geo/export/x.py", "def f():\n    import httpx", ["httpx: network or clock"]),
    "a socket": ("geo/evidence/x.py", "import socket", ["socket: network or clock"]),
    "a geocoder elsewhere": (
        "geo/atlas/geocode.py",
        "def f():\n    from geopy import geocoders",
        ["geopy.geocoders: network or clock"],
    ),
    "the time": ("geo/draw/x.py", "from time import time", ["time.time: network or clock"]),
    "now": ("geo/view/x.py", "from datetime import datetime\ndatetime.now()", ["now(): the clock"]),
    "today": ("geo/ui/x.py", "import datetime\ndatetime.date.today()", ["today(): the clock"]),
    "geopandas at once": ("geo/atlas/nominatim.py", "import geopandas", ["geopandas: imported while the module is loaded"]),
    "geopandas in a condition": (
        "geo/export/x.py",
        "if True:\n    import geopandas as gpd",
        ["geopandas: imported while the module is loaded"],
    ),
}

KEEPING = {
    "its own room": ("geo/view/x.py", "from geo.view.state import ViewState"),
    "rooms to the left": ("geo/draw/x.py", "from geo.atlas import Atlas\nfrom geo.view import select"),
    "the page": ("app.py", "import streamlit as st\nfrom geo.ui import top\nfrom geo.text import translator"),
    "a panel": ("geo/ui/x.py", "from streamlit_folium import st_folium\nPath('x').read_text()"),
    "a loader": ("geo/atlas/loading.py", "Path('x').open()"),
    "geopandas when it is needed": (
        "geo/atlas/nominatim.py",
        "def f():\n    import_module('geopandas.tools')\n    import geopy",
    ),
    "a table as text": ("geo/export/x.py", "frame.to_csv(index=False)"),
    "parts of addresses": ("geo/view/x.py", "from urllib.parse import urlencode"),
    "a given day": ("geo/view/x.py", "from datetime import date\ndate(2024, 11, 4)"),
    "a name that only begins alike": ("geo/view/x.py", "import timeit\nimport streamlit_other"),
}


@pytest.mark.parametrize(("file", "source", "expected"), BREAKING.values(), ids=BREAKING)
def test_a_broken_rule_is_found(file: str, source: str, expected: list[str]) -> None:
    """A made-up module that breaks one rule has that one fault."""
    assert faults(source, file) == expected


@pytest.mark.parametrize(("file", "source"), KEEPING.values(), ids=KEEPING)
def test_a_kept_rule_is_no_fault(file: str, source: str) -> None:
    """A made-up module that does what its room may do has no fault."""
    assert faults(source, file) == []
