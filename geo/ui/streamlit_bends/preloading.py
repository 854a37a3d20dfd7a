"""Bend: the document names the scripts that mount the map's frame (``Link`` header), and what comes after them.

Since Streamlit 1.67: its document names only the first scripts; a document that names all of them would replace it.

Design note, 2026-11-22. The map is the last of a chain of requests: Streamlit's document, its scripts, the websocket, the
script of its component frame, the frame, Leaflet, our own script, the geometry. Each is requested only after the one before it
has been read. A ``Link`` header on the document (RFC 8288) names the late scripts, so that they are loaded with the first ones.

Design note, 2026-12-01. On a slow line all of them at once delay the first ones, without which the page cannot start. So only
the scripts of words and map are preloaded as modules. The rest is prefetched, which a browser does last, while the page waits
for its socket; a page that finds it in the browser's store waits for nothing more.
"""

import re
import sys
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.draw.map import Assets

GEOMETRY: Final = ("surroundings", "land", "units", "lakes")
"""The layers that the map asks for, as ``geo/draw/map/scripts/host.js`` names them."""
_FOLIUM: Final = "streamlit_folium.st_folium"
_FROM_FRAME: Final = "../../"
_FIRST: Final = ("ComponentInstance.", "Html.")
"""Starts of the names of Streamlit's scripts that mount the frame of a component, and show words."""
_WIDGETS: Final = ("ButtonGroup.", "Checkbox.", "Button.", "Selectbox.", "Radio.", "BidiComponent.")
"""The same of what stands around the map, in the order in which the page sends it."""

_IMPORT: Final = re.compile(r"""(?:from|import)"\./([^"]+\.js)\"""")


@cache
def links() -> str:
    """Return the value of the header: addresses, relative to the document, of the scripts that mount a frame."""
    return ", ".join(f"<./static/js/{name}>; rel=modulepreload" for name in frame_scripts())


def later_addresses(assets: "Assets") -> tuple[str, ...]:
    """Return what comes after those scripts: that of the component's frame, what the map is made of, the widgets.

    The document prefetches them, which has the lowest priority: they fill the time in which the page waits for its socket.
    """
    own = (assets.map_js, assets.leaflet_css, assets.map_css, assets.config, *map(assets.geometry, GEOMETRY))
    scripts = (f"./component/{_FOLIUM}/static/js/{name}" for name in component_scripts())
    widgets = (f"./static/js/{name}" for name in streamlit_scripts(_WIDGETS) if name not in frame_scripts())
    return (*scripts, *(_from_the_page(address) for address in own), *widgets)


def _from_the_page(address: str) -> str:
    """Return an address that is relative to the frame as relative to the page."""
    return f"./{address.removeprefix(_FROM_FRAME)}"


def component_scripts() -> tuple[str, ...]:
    """Return the names of the scripts of streamlit-folium's frame; none before the first script run registers it."""
    module = sys.modules.get("streamlit_folium")
    if module is None or module.__file__ is None:
        return ()
    folder = Path(module.__file__).parent.joinpath("frontend", "build", "static", "js")
    return tuple(sorted(path.name for path in folder.glob("*.js")))


def frame_scripts() -> tuple[str, ...]:
    """Return the names of the scripts that show words and mount a component's frame."""
    return streamlit_scripts(_FIRST)


@cache
def streamlit_scripts(starts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of some scripts and of all that they import, but those that the document names itself.

    A name contains a hash, which changes with the version of Streamlit. What is not found is not named.
    """
    static = files("streamlit").joinpath("static")
    known = static.joinpath("index.html").read_text(encoding="utf-8")
    folder = static.joinpath("static", "js")
    names = sorted(script.name for script in folder.iterdir())
    found = [next((name for name in names if name.startswith(start)), "") for start in starts]
    needed = dict.fromkeys(name for start in found if start for name in _with_imports(folder, start))
    return tuple(name for name in needed if name not in known)


def _with_imports(folder: Traversable, name: str) -> list[str]:
    """Return a script and, each once, what it imports, and what that imports."""
    needed, waiting = dict[str, None](), [name]
    while waiting:
        name = waiting.pop(0)
        if name not in needed:
            needed[name] = None
            waiting += _IMPORT.findall(folder.joinpath(name).read_text(encoding="utf-8"))
    return list(needed)
