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
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PageParts:
    """What is put into a page as it is; nothing in it names an address that a browser would ask for."""

    map_script: str
    page_script: str
    map_sheet: str
    page_sheet: str
    standalone_sheet: str
    """Of a folium map that stands by itself."""

    @property
    def scripts(self) -> tuple[str, ...]:
        """The scripts of the saved page, in the order in which they run."""
        return self.map_script, self.page_script

    @property
    def sheet(self) -> str:
        """The style sheet of the saved page."""
        return f"{self.map_sheet}\n{self.page_sheet}"


@cache
def load_parts() -> PageParts:
    """Read the parts, once."""
    leaflet = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")
    drawing, page = files("geo.draw.map").joinpath("scripts"), files("geo.export.web").joinpath("scripts")
    map_sheet = "\n".join((_read(leaflet, "leaflet.css"), _read(drawing, "map.css").partition(_FRAME)[0]))
    return PageParts(
        map_script=map_script(),
        page_script="\n".join(_read(page, name) for name in ("link.js", "select.js", "paint.js", "page.js")),
        map_sheet=_ADDRESS.sub("none", map_sheet),
        page_sheet=_ADDRESS.sub("none", _read(page, "page.css")),
        standalone_sheet=_read(page, "standalone_map.css"),
    )


def _read(folder: Traversable, name: str) -> str:
    return folder.joinpath(name).read_text(encoding="utf-8")


@cache
def selection_script() -> str:
    """Return the script that selects and paints a view from its namings, for the app's own page."""
    return "\n".join(_read(files("geo.export.web").joinpath("scripts"), name) for name in ("select.js", "paint.js"))


@cache
def first_view_sheet() -> str:
    """Return the style sheet of the first view, without its comments and line ends."""
    sheet = _read(files("geo.export.web").joinpath("scripts"), "first_view.css")
    return " ".join(_COMMENT.sub("", sheet).split())
