"""Bend: the document names the scripts that mount the map's frame (``Link: rel=modulepreload``).

Since Streamlit 1.67: its document names only the first scripts; a document that names all of them would replace it.

Design note, 2026-11-22. The map is the last of a chain of requests: Streamlit's document, its scripts, the websocket, the
script of its component frame, the frame, Leaflet, our own script, the geometry. Each is requested only after the one before it
has been read. A ``Link`` header on the document (RFC 8288) names the late scripts, so that they are loaded with the first ones.
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
    """Return the value of the header: addresses, relative to the document, of the scripts that mount a frame."""
    return ", ".join(f"<./static/js/{name}>; rel=modulepreload" for name in frame_scripts())


def frame_scripts() -> tuple[str, ...]:
    """Return the names of the scripts that mount a component's frame and that the document does not name.

    A name contains a hash, which changes with the version of Streamlit. If none is found, nothing is preloaded.
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
