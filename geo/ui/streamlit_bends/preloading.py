"""Bend: the document names the scripts that mount the map's frame (``Link: rel=modulepreload``).

Since Streamlit 1.67, whose document names its first scripts alone; a document that names them all would replace it.

Design note, 2026-11-22. The map stands at the end of a chain: Streamlit's document, its scripts, the websocket, the script of
its component frame, the frame, Leaflet, our own script, the geometry. Each link is asked for only when the one before it has
been read. A ``Link`` header on the document (RFC 8288) names the late ones at once, and they come while the first are read.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_COMPONENT_FRAME: Final = "ComponentInstance."
"""Start of the name of Streamlit's script that mounts the frame of a component."""

_IMPORT: Final = re.compile(r"""from"\./([^"]+\.js)\"""")


@cache
def links() -> str:
    """Return the value of the header: the scripts of Streamlit that mount a frame, by addresses relative to the document."""
    return ", ".join(f"<./static/js/{name}>; rel=modulepreload" for name in frame_scripts())


def frame_scripts() -> tuple[str, ...]:
    """Return the names of the scripts that mount a component's frame and that the document does not name itself.

    The names have a hash in them that changes with the version of Streamlit; with none found nothing is preloaded.
    """
    static = files("streamlit").joinpath("static")
    known = static.joinpath("index.html").read_text(encoding="utf-8")
    folder = static.joinpath("static", "js")
    return tuple(name for name in _needed(folder) if name not in known)


def _needed(folder: Traversable) -> Iterator[str]:
    for script in folder.iterdir():
        if script.name.startswith(_COMPONENT_FRAME):
            yield script.name
            yield from _IMPORT.findall(script.read_text(encoding="utf-8"))
