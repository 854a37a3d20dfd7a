"""What comes after the document of a page of the static site: scripts and geometry, data, claims, typefaces.

Many static hosts compress nothing, so a part is packed: JSON, deflated, in base64, as a script that also runs from a disk,
where a page may fetch nothing. The address of a part has a digest of it, so that a browser never mixes two versions.
"""

import base64
import json
import zlib
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from geo.export.web.cards import facts, places, sources
from geo.export.web.data import page_data, page_layers
from geo.export.web.differences import differences
from geo.export.web.page import face_rules
from geo.export.web.parts import load_parts
from geo.view import ViewContext

FOLDER: Final = "parts"
_SHOWN: Final = 12
"""Letters of a digest."""


def site_parts(context: ViewContext, siblings: Mapping[str, str]) -> dict[str, tuple[str, bytes]]:
    """Return the parts of a page by what :class:`geo.export.web.page.SitePage` calls them: path in the site, and content.

    Parameters
    ----------
    siblings
        Addresses of the page, by language.
    """
    language, scripts = context.state.language, load_parts()
    return {
        "page": (
            f"{FOLDER}/page.js",
            pack("page", {"scripts": [scripts.map_script, scripts.page_script], "layers": page_layers(context)}),
        ),
        "view": (f"{FOLDER}/view-{language}.js", pack("view", page_data(context, siblings))),
        "claims": (f"{FOLDER}/claims-{language}.js", pack("claims", _claims(context))),
        "faces": (f"{FOLDER}/faces.css", face_rules().encode()),
    }


def addresses(parts: Mapping[str, tuple[str, bytes]]) -> dict[str, str]:
    """Return the addresses of parts, each with a digest of its content."""
    return {name: f"{path}?v={sha256(content).hexdigest()[:_SHOWN]}" for name, (path, content) in parts.items()}


def pack(name: str, content: object) -> bytes:
    """Return a script that gives a page one of its parts."""
    plain = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    packed = base64.b64encode(zlib.compress(plain, 9)).decode("ascii")
    return f'ingresoParts.take("{name}","{packed}");\n'.encode()


def _claims(context: ViewContext) -> dict[str, str]:
    """Return the markup of all claims, by the id of the element that it goes into."""
    return {
        "place-cards": str(places(context)),
        "differ-list": str(differences(context)),
        "fact-list": str(facts(context)),
        "source-list": str(sources(context)),
    }
