"""The scripts and style sheets that a page brings along, read from our own files and from Leaflet's package."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from geo.draw.map.map_script import map_script

_FRAME: Final = "/* ---- the component's frame alone"
"""From here on the sheet of the map is for the app's page only."""

_ADDRESS: Final = re.compile(r"url\((?!#)[^)]*\)")


@dataclass(frozen=True, slots=True)
class PageParts:
    """What is put into the page as it is; nothing in it names an address that a browser would ask for."""

    scripts: tuple[str, ...]
    """That of the map, that of the page: in the order in which they run."""
    sheet: str


@cache
def load_parts() -> PageParts:
    """Read the parts, once."""
    leaflet = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")
    drawing, page = files("geo.draw.map").joinpath("scripts"), files("geo.export.web").joinpath("scripts")
    sheets = (_read(leaflet, "leaflet.css"), _read(drawing, "map.css").partition(_FRAME)[0], _read(page, "page.css"))
    return PageParts((map_script(), _read(page, "page.js")), _ADDRESS.sub("none", "\n".join(sheets)))


def _read(folder: Traversable, name: str) -> str:
    return folder.joinpath(name).read_text(encoding="utf-8")
