"""The script of the map: Leaflet and our own scripts, joined in the order in which they run.

One file is one request, where three would be asked for one after the other.
"""

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

_OWN: Final = (
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
    "spots.js",
    "labels.js",
    "map.js",
)
"""Each takes what it needs from those before it."""
_SOURCE_MAP: Final = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_SHOWN: Final = 12


@cache
def map_script() -> str:
    """Return the whole script; it names no address that a browser would ask for by itself."""
    leaflet = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet", "leaflet.js").read_text(encoding="utf-8")
    own = (files("geo.draw.map").joinpath("scripts", name).read_text(encoding="utf-8") for name in _OWN)
    return "\n".join((_SOURCE_MAP.sub("", leaflet), *own))


@cache
def map_script_version() -> str:
    """Return a short digest of the script: another script has another one."""
    return sha256(map_script().encode()).hexdigest()[:_SHOWN]
