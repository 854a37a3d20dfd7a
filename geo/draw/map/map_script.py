"""The script of the map: Leaflet and our own scripts, joined in the order in which they run.

Joined they need one request; otherwise the browser would request them one after the other.
"""

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

_OWN: Final = (
    "options.js",
    "input.js",
    "rectangles.js",
    "host.js",
    "same.js",
    "basemap.js",
    "fills.js",
    "symbols.js",
    "viewport.js",
    "controls.js",
    "units.js",
    "clusters.js",
    "ring.js",
    "inset.js",
    "label_positions.js",
    "labels.js",
    "map.js",
)
"""A script uses only those before it."""
_SOURCE_MAP: Final = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_DIGITS: Final = 12


@cache
def map_script() -> str:
    """Return the whole script; it contains no address that a browser would request by itself."""
    leaflet = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet", "leaflet.js").read_text(encoding="utf-8")
    own = (files("geo.draw.map").joinpath("scripts", name).read_text(encoding="utf-8") for name in _OWN)
    return "\n".join((_SOURCE_MAP.sub("", leaflet), *own))


@cache
def map_script_version() -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of the script."""
    return sha256(map_script().encode()).hexdigest()[:_DIGITS]


@cache
def map_sheet_version() -> str:
    """Return the same digits for the map's style sheet."""
    return sha256(files("geo.draw.map").joinpath("scripts", "map.css").read_bytes()).hexdigest()[:_DIGITS]
