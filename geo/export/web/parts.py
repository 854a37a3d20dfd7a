"""The scripts and style sheets that the offline pages inline, from our own files and from Leaflet's package."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from geo.draw.map.map_script import map_script

_FRAME: Final = "/* ---- the component's frame alone"
"""The map's style sheet from here on is for the app's page only."""

_PAGE: Final = ("link.js", "select.js", "paint.js", "legend.js", "verdicts.js", "page.js")
"""Each takes what it needs from those before it."""
_ADDRESS: Final = re.compile(r"url\((?!#)[^)]*\)")
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PageParts:
    """Texts that a page inlines; they contain no address that a browser would request."""

    map_script: str
    page_script: str
    theme_script: str
    """In the head of a page, before anything is painted."""
    loader_script: str
    """Of a page of the static site, whose other scripts come packed."""
    map_sheet: str
    page_sheet: str
    standalone_script: str
    """Mounts a folium map that stands by itself."""
    standalone_sheet: str
    """Style sheet of that map."""

    @property
    def scripts(self) -> tuple[str, ...]:
        """The scripts of the offline page, in the order in which they run."""
        return self.theme_script, self.map_script, self.page_script

    @property
    def sheet(self) -> str:
        """The style sheet of the offline page."""
        return f"{self.map_sheet}\n{self.page_sheet}"


@cache
def load_parts() -> PageParts:
    """Read the parts, once."""
    leaflet = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")
    drawing, page = files("geo.draw.map").joinpath("scripts"), files("geo.export.web").joinpath("scripts")
    map_sheet = "\n".join((_read(leaflet, "leaflet.css"), _read(drawing, "map.css").partition(_FRAME)[0]))
    return PageParts(
        map_script=map_script(),
        page_script="\n".join(_read(page, name) for name in _PAGE),
        theme_script=_read(page, "theme.js"),
        loader_script=_read(page, "loader.js"),
        map_sheet=_ADDRESS.sub("none", map_sheet),
        page_sheet=_ADDRESS.sub("none", _read(page, "page.css")),
        standalone_script=_read(page, "standalone_map.js"),
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
    return _short("first_view.css")


@cache
def plain_sheet() -> str:
    """Return the style sheet of the pages that need no script, in the same way."""
    return _short("plain.css")


def _short(name: str) -> str:
    sheet = _read(files("geo.export.web").joinpath("scripts"), name)
    return " ".join(_COMMENT.sub("", sheet).split())
